import type { webApi } from '@slack/bolt';
import type { DeliveryResult, Operation, Reply } from '../../core/index.ts';
import { cut } from './cut.ts';
import { sendInBestStyle, type DeliveryKit } from './delivery-kit.ts';
import { placeDestination } from './destination.ts';
import { refused } from './errors.ts';
import { placeId, userOf } from './ids.ts';
import { LIMITS } from './limits.ts';
import { markdownToText } from './small-markdown.ts';

type Publish = Extract<Operation, { kind: 'publish' }>;

/** The App Home of one person. https://docs.slack.dev/reference/methods/views.publish */
async function publishHome(kit: DeliveryKit, user: string, { key, reply }: Publish): Promise<DeliveryResult> {
  await sendInBestStyle(kit, reply, { key }, ({ text, blocks }) => {
    const shown = blocks.length > 0 ? blocks : [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text } }];
    return kit.guarded('views.publish', () =>
      kit.client.views.publish({ user_id: user, view: { type: 'home', blocks: shown } }),
    );
  });
  const { team = '' } = await kit.identity.ask();
  return { ok: true, receipt: { place: placeId({ team, channel: user }), messageId: `home/${user}` } };
}

function titleOf(reply: Reply): string {
  return reply.blocks.flatMap((block) => (block.kind === 'text' ? [markdownToText(block.text)] : [])).join(' ');
}

function promptsOf(reply: Reply): webApi.AssistantThreadsSetSuggestedPromptsArguments['prompts'] {
  const labels = reply.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
  return labels.slice(0, LIMITS.prompts).map(({ label }) => ({ title: cut(label, LIMITS.prompt), message: label }));
}

/**
 * Questions to begin with, above the writing field of our DM. They are set without a thread: in the agent view a
 * thread's are dropped without a word. https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts
 */
async function publishPrompts(kit: DeliveryKit, place: string, { reply }: Publish): Promise<DeliveryResult> {
  const to = await placeDestination(kit, place);
  if (to === undefined) return refused('place-gone', 'not-slack');
  const { channel } = to;
  const content = { channel_id: channel, title: cut(titleOf(reply), LIMITS.prompt), prompts: promptsOf(reply) };
  await kit.guarded('assistant.threads.setSuggestedPrompts', () =>
    kit.client.assistant.threads.setSuggestedPrompts(content),
  );
  const { team = '' } = await kit.identity.ask();
  return { ok: true, receipt: { place: placeId({ team, channel }), messageId: `prompts/${channel}` } };
}

/** What stays in sight is drawn as a whole: drawing it again after a crash does no harm. */
export async function publish(kit: DeliveryKit, operation: Publish): Promise<DeliveryResult> {
  if (operation.surface === 'home') {
    const user = 'direct' in operation.to ? userOf(operation.to.direct) : undefined;
    return user === undefined ? refused('place-gone', 'not-slack') : publishHome(kit, user, operation);
  }
  return 'place' in operation.to
    ? publishPrompts(kit, operation.to.place, operation)
    : refused('rejected', 'prompts stand in a place');
}
