import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ours, post, reply, row, startHarness, words, type Harness } from './harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await startHarness({ mode: 'http', adapter: { deskChannel: 'C0DESK' } });
});
afterEach(() => harness.stop());

const GENERAL = 'slack:T0POST/C0GENERAL';

describe('changes', () => {
  it('edits in place and deletes', async () => {
    const posted = await harness.adapter.deliver(post(GENERAL, 'Checking…'));
    const target = posted.ok ? posted.receipt : undefined;

    const edited = await harness.adapter.deliver(
      row({ kind: 'edit', key: 'e', of: 'k', reply: words('All good') }, target && { target }),
    );
    expect(edited).toMatchObject({ ok: true });
    expect(ours(harness, 'C0GENERAL')).toMatchObject([{ text: 'All good' }]);

    const remove = row({ kind: 'delete', key: 'd', of: 'k' }, target && { target });
    expect(await harness.adapter.deliver(remove)).toMatchObject({ ok: true });
    expect(await harness.adapter.deliver(remove)).toMatchObject({ ok: true });
    expect(ours(harness, 'C0GENERAL')).toEqual([]);
  });

  it('shows below a thread how far a check is, and takes that away with the result', async () => {
    const { slack, adapter } = harness;
    const { ts } = slack.say('U0ANNA', 'C0GENERAL', 'question');
    const posted = await adapter.deliver(post(`${GENERAL}/${ts}`, 'Checking…'));
    const target = posted.ok ? { target: posted.receipt } : {};
    const edit = (key: string, text: string, passing?: true) =>
      adapter.deliver(row({ kind: 'edit', key, of: 'k', reply: words(text), ...(passing && { passing }) }, target));

    await edit('e1', 'Connecting to **imap.qq.com**…', true);
    slack.fault({ method: 'assistant.threads.setStatus', kind: 'error', code: 'access_denied' });
    const second = await edit('e2', 'Reading its certificate…', true);
    await edit('e3', 'All good');

    expect(second).toMatchObject({ ok: true });
    expect(slack.statuses(ts)).toEqual(['Connecting to imap.qq.com…', '']);
  });

  it('says that a message is gone when it cannot be edited any more', async () => {
    const target = { place: GENERAL, messageId: '1.000001' } as const;

    const result = await harness.adapter.deliver(
      row({ kind: 'edit', key: 'e', of: 'k', reply: words('x') }, { target }),
    );

    expect(result).toMatchObject({ ok: false, kind: 'refused', code: 'expired' });
  });

  it('waits for the message that it should edit', async () => {
    const result = await harness.adapter.deliver(row({ kind: 'edit', key: 'e', of: 'k', reply: words('x') }));

    expect(result).toMatchObject({ ok: false, kind: 'retry' });
  });
});

describe('the desk', () => {
  it('knows its place, opens one thread for a ticket, and posts into it', async () => {
    expect(harness.adapter.desk).toBe('slack:T0POST/C0DESK');
    const open = row({
      kind: 'open-place',
      key: 'o',
      in: 'slack:T0POST/C0DESK',
      title: '#12 **Anna**',
      reply: words('hello'),
    });

    const opened = await harness.adapter.deliver(open);
    const again = await harness.adapter.deliver({ ...open, state: 'sending' });
    const target = opened.ok ? opened.receipt : undefined;
    await harness.adapter.deliver(
      row({ kind: 'post', key: 'p', to: { opened: 'o' }, reply: words('more') }, target && { target }),
    );

    const [first, second] = ours(harness, 'C0DESK');
    expect(again).toEqual(opened);
    expect(target).toEqual({ place: `slack:T0POST/C0DESK/${first?.ts}`, messageId: first?.ts });
    expect(first?.text).toBe('#12   Anna\nhello');
    expect(second).toMatchObject({ text: 'more', threadTs: first?.ts });
    expect(ours(harness, 'C0DESK')).toHaveLength(2);
  });
});

describe('files', () => {
  const file = { kind: 'file', name: 'mail.mobileconfig', mime: 'application/xml', content: '<plist/>' } as const;

  it('follow their message in the same thread', async () => {
    const { ts } = harness.slack.say('U0ANNA', 'C0GENERAL', 'question');

    const result = await harness.adapter.deliver(
      post(`${GENERAL}/${ts}`, reply([{ kind: 'text', text: 'Here' }, file])),
    );

    expect(result).toMatchObject({ ok: true });
    const [message, shared] = harness.slack.messages('C0GENERAL').slice(1);
    expect(message?.text).toBe('Here\n📎 mail.mobileconfig');
    expect(shared).toMatchObject({ threadTs: ts, files: [{ name: file.name, content: file.content }] });
  });

  it('are not shared twice when the confirmation was lost', async () => {
    const operation = post(GENERAL, reply([{ kind: 'text', text: 'Here' }, file]));
    harness.slack.fault({ method: 'files.completeUploadExternal', kind: 'drop-response' });

    const first = await harness.adapter.deliver(operation);
    const second = await harness.adapter.deliver({ ...operation, attempts: 1 });

    expect(first).toMatchObject({ ok: false, kind: 'retry' });
    expect(second).toMatchObject({ ok: true });
    expect(ours(harness, 'C0GENERAL')).toHaveLength(2);
  });
});
