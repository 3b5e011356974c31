import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Operation, OutboxRow } from '../../../src/core/index.ts';
import { ours, post, reply, row, startHarness, words, type Harness } from './harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await startHarness({
    mode: 'http',
    adapter: { deskChannel: 'C0DESK', desks: () => ['slack:T0POST/C0BILLING', 'discord:7', 'web'] },
  });
});
afterEach(() => harness.stop());

const GENERAL = 'slack:T0POST/C0GENERAL';

describe('quiet replies', () => {
  const quiet = (facts: Partial<OutboxRow> = {}, place = GENERAL): OutboxRow => {
    const { operation, ...rest } = post(place, reply([{ kind: 'text', text: 'psst' }], { quiet: true }), facts);
    return { ...rest, operation: { ...operation, audience: 'slack:T0POST/U0ANNA' } as Operation };
  };

  async function handle(channel: string): Promise<string> {
    await harness.slack.command('U0ANNA', channel, 'help');
    return harness.received.at(-1)?.handle?.value ?? '';
  }

  it('go through the answer handle, even where the app is no member', async () => {
    const result = await harness.adapter.deliver(
      quiet({ handle: await handle('C0OUTSIDE') }, 'slack:T0POST/C0OUTSIDE'),
    );

    expect(result).toMatchObject({ ok: true, receipt: { messageId: expect.stringMatching(/^quiet\/U0ANNA\//) } });
    expect(harness.slack.ephemeral('U0ANNA')).toMatchObject([{ channel: 'C0OUTSIDE', text: 'psst' }]);
  });

  it('are ephemeral without a handle, in the thread where they belong', async () => {
    const { ts } = harness.slack.say('U0ANNA', 'C0GENERAL', 'question');

    await harness.adapter.deliver(quiet({}, `${GENERAL}/${ts}`));

    expect(harness.slack.ephemeral('U0ANNA')).toMatchObject([{ channel: 'C0GENERAL', threadTs: ts }]);
    expect(ours(harness, 'C0GENERAL')).toEqual([]);
  });

  it('fall back to an ephemeral message when the handle is used up', async () => {
    const used = await handle('C0GENERAL');
    for (let count = 0; count < 5; count += 1) await harness.adapter.deliver(quiet({ handle: used }));

    const result = await harness.adapter.deliver(quiet({ handle: used }));

    expect(result).toMatchObject({ ok: true });
    expect(harness.slack.ephemeral('U0ANNA')).toHaveLength(6);
    expect(harness.slack.calls('chat.postEphemeral')).toHaveLength(1);
  });

  it('go to the DM when the channel does not let us in', async () => {
    const result = await harness.adapter.deliver(quiet({}, 'slack:T0POST/C0OUTSIDE'));

    expect(result).toMatchObject({ ok: true, receipt: { place: `slack:T0POST/${harness.slack.direct('U0ANNA')}` } });
    expect(ours(harness, harness.slack.direct('U0ANNA'))).toMatchObject([{ text: 'psst' }]);
  });

  it('answer what was said in a channel aloud, in its thread, and an agent at the desk alone', async () => {
    const asked = harness.slack.say('U0ANNA', 'C0GENERAL', 'question').ts;
    const drafted = harness.slack.say('U0AGENT', 'C0DESK', 'draft').ts;
    const answering = (channel: string, ts: string, user: string): OutboxRow => {
      const { operation, ...rest } = quiet({}, `slack:T0POST/${channel}/${ts}`);
      const answers = `slack:T0POST/${channel}/${ts}`;
      return { ...rest, operation: { ...operation, answers, audience: `slack:T0POST/${user}` } as Operation };
    };

    await harness.adapter.deliver(answering('C0GENERAL', asked, 'U0ANNA'));
    await harness.adapter.deliver(answering('C0DESK', drafted, 'U0AGENT'));

    expect(ours(harness, 'C0GENERAL')).toMatchObject([{ text: 'psst', threadTs: asked }]);
    expect(ours(harness, 'C0DESK')).toEqual([]);
    expect(harness.slack.ephemeral('U0AGENT')).toMatchObject([{ text: 'psst', threadTs: drafted }]);
  });

  it('answer an agent alone at the desk of every queue', async () => {
    harness.slack.addChannel('C0BILLING', [harness.slack.botUser, 'U0AGENT']);
    const { ts } = harness.slack.say('U0AGENT', 'C0BILLING', 'draft');
    const place = `slack:T0POST/C0BILLING/${ts}`;
    const { operation, ...rest } = quiet({}, place);
    const answering = { ...operation, answers: place, audience: 'slack:T0POST/U0AGENT' } as Operation;

    await harness.adapter.deliver({ ...rest, operation: answering });

    expect(ours(harness, 'C0BILLING')).toEqual([]);
    expect(harness.slack.ephemeral('U0AGENT')).toMatchObject([{ text: 'psst', threadTs: ts }]);
  });

  it('say a progress edit again, and never replace what everyone sees', async () => {
    const first = await harness.adapter.deliver(quiet());
    const target = first.ok ? first.receipt : undefined;
    const edit = row({ kind: 'edit', key: 'edit', of: 'key', reply: words('done') }, target && { target });

    const result = await harness.adapter.deliver(edit);

    expect(result).toMatchObject({ ok: true });
    expect(harness.slack.ephemeral('U0ANNA').map((each) => each.text)).toEqual(['psst', 'done']);
  });

  it('bring files to the DM', async () => {
    const file = { kind: 'file', name: 'mail.xml', mime: 'text/xml', content: '<config/>' } as const;
    const { operation, ...rest } = post(GENERAL, reply([file], { quiet: true }));

    await harness.adapter.deliver({
      ...rest,
      operation: { ...operation, audience: 'slack:T0POST/U0ANNA' } as Operation,
    });

    const messages = harness.slack.messages(harness.slack.direct('U0ANNA'));
    expect(messages.flatMap((message) => message.files)).toMatchObject([{ name: 'mail.xml', content: '<config/>' }]);
  });
});
