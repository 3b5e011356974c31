import * as z from 'zod';
import type { Intent } from '../../core/index.ts';
import { keyOfBlock } from './actions-block.ts';
import { eventId, isDirect } from './ids.ts';
import { ignored, type ReadContext, type Reading } from './read-context.ts';
import { baseOf, teamOf, timeOf } from './scene.ts';
import { blockActions } from './schema.ts';

/** Our own buttons carry a whole intent; anything else in the value is not ours. */
const intentShape = z.looseObject({ name: z.string() });

function intentOf(value: string | undefined): Intent | undefined {
  try {
    const parsed = intentShape.safeParse(JSON.parse(value ?? ''));
    return parsed.success ? (parsed.data as unknown as Intent) : undefined;
  } catch {
    return undefined;
  }
}

/** In a DM a press answers where the buttons stand; in a channel in their thread. */
function threadOfPress(data: z.infer<typeof blockActions>): string | undefined {
  const thread = data.container?.thread_ts ?? data.message?.thread_ts;
  if (thread !== undefined) return thread;
  const shown = data.container?.message_ts ?? undefined;
  const quiet = data.container?.is_ephemeral === true;
  const channel = data.channel?.id ?? data.container?.channel_id;
  return quiet || channel === undefined || isDirect(channel) ? undefined : shown;
}

export function readPress(body: unknown, context: ReadContext, now: number): Reading {
  const parsed = blockActions.safeParse(body);
  if (!parsed.success) return { kind: 'unreadable', type: 'block_actions' };
  const { data } = parsed;
  const [action] = data.actions;
  const intent = intentOf(action?.value ?? action?.selected_option?.value);
  if (action === undefined || intent === undefined) return ignored('block_actions', 'nothing-to-do');
  const team = teamOf(data, context);
  const channel = data.channel?.id ?? data.container?.channel_id ?? undefined;
  const at = timeOf(action.action_ts, now);
  const thread = threadOfPress(data);
  const scene = {
    team,
    user: data.user.id,
    name: data.user.name ?? data.user.username,
    channel,
    thread,
    at,
    handle: data.response_url,
  };
  const posted = channel !== undefined && isDirect(channel) && data.container?.is_ephemeral !== true;
  const inOwnDirect = posted ? { ...context, direct: channel } : context;
  const on = keyOfBlock(action.block_id ?? undefined);
  const id = eventId(team, 'press', data.user.id, action.action_ts ?? data.trigger_id ?? '', action.action_id);
  return {
    kind: 'event',
    event: { ...baseOf(scene, inOwnDirect), type: 'action', id, intent, ...(on !== undefined && { on }) },
  };
}
