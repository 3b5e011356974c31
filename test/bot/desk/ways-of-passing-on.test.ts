import { describe, expect, it } from 'vitest';
import { type DeskSettings, LADDER } from '../../../src/core/index.ts';
import { FakeChatAdapter } from '../../support/fake-chat-adapter.ts';
import { says } from '../engine-bench.ts';
import { deskBench, KIM, kindsOf } from './desk-bench.ts';

const ANN = 'test:ann';

/** Ann has asked for a person, and Kim has claimed her ticket. */
async function claimed(over: Partial<DeskSettings> = {}) {
  const bench = await deskBench(over);
  await bench.asks('talk to a human');
  await bench.presses(KIM, 'claim-ticket');
  return { ...bench, annHears: () => bench.adapter.texts(ANN).join('\n') };
}

describe('direct relay', () => {
  it('passes plain words on at once, keeps notes inside, and ends when it is told to', async () => {
    const bench = await claimed();
    await bench.writes(KIM, 'not yet');
    await bench.commands(KIM, 'direct');
    await bench.writes(KIM, 'Please use port 993.');
    await bench.writes(KIM, '// she sounds annoyed');
    await bench.commands(KIM, 'direct', 'off');
    await bench.writes(KIM, 'and this waits');

    expect(bench.annHears().match(/Please use port 993\./g)).toHaveLength(1);
    expect(bench.annHears()).not.toMatch(/not yet|annoyed|this waits/);
    const kinds = kindsOf(await bench.story());
    expect(kinds.filter((kind) => /direct|draft$|note|agent-message/.test(kind))).toEqual([
      'agent-draft',
      'direct-on',
      'agent-message',
      'note',
      'direct-off',
      'agent-draft',
    ]);
  });

  it('ends with the ticket that it was switched on for', async () => {
    const bench = await claimed();
    await bench.commands(KIM, 'direct');
    await bench.commands(KIM, 'release');
    await bench.writes(KIM, 'a thought');

    expect((await bench.ticket()).direct).toBeUndefined();
    expect(bench.annHears()).not.toContain('a thought');
  });
});

describe('what an agent sent and then changes', () => {
  async function sent(text: string) {
    const bench = await claimed();
    await bench.writes(KIM, text, { messageId: 'm1' });
    return bench;
  }

  it('reads as it does now, without the sign that sent it', async () => {
    const bench = await sent('>> use port 939');

    await bench.changes(KIM, 'm1', '>> use port 993');

    expect(bench.adapter.texts(ANN).at(-1)).toBe('**Kim**: use port 993 (edited)');
  });

  it('stays as it was when the words become a note', async () => {
    const bench = await sent('>> use port 993');

    await bench.changes(KIM, 'm1', '// she will not understand that');

    expect(bench.annHears()).not.toContain('understand');
    expect((await bench.story()).at(-1)).toMatchObject({ kind: 'note', text: 'she will not understand that' });
  });
});

describe('a change that is heard of before its message', () => {
  it('is passed on in its stead, once', async () => {
    const bench = await claimed();
    const { desk: thread } = await bench.ticket();
    const { type: _, text: _text, files: _files, addressed: _addressed, ...said } = says('');

    await bench.hears({ ...said, id: 'test:m7/edit', type: 'edited', messageId: 'm7', text: 'the port is 993' });
    await bench.asks('the port is 993', { id: 'test:m7', messageId: 'm7' });

    expect(bench.desk.texts(thread).filter((text) => text.includes('993'))).toHaveLength(1);
  });
});

describe('a change that is heard of after a later one', () => {
  it('changes nothing, whoever wrote it', async () => {
    const bench = await claimed();
    const { desk: thread } = await bench.ticket();
    const { type: _, text: _text, files: _files, addressed: _addressed, ...said } = says('');
    const edited = (text: string, at: number) =>
      bench.hears({ ...said, id: `test:m7/edit/${at}`, at, type: 'edited', messageId: 'm7', text });
    await bench.asks('the port is 993', { id: 'test:m7', messageId: 'm7' });

    await edited('the port is 587', said.at + 2);
    await edited('the port is 465', said.at + 1);

    const shown = bench.desk.texts(thread).join('\n');
    expect(shown).toContain('587');
    expect(shown).not.toContain('465');
  });
});

describe('a message that is more than words', () => {
  it('is passed on as far as it can be read, kept, and its writer is told', async () => {
    const bench = await claimed();
    const { desk: thread } = await bench.ticket();

    await bench.asks('Crying Cat', { odd: 'sticker' });

    expect(bench.desk.texts(thread).join()).toContain('Crying Cat');
    expect(bench.annHears()).toMatch(/not a sticker as it is\. I passed on what could be read/);
    expect((await bench.story()).at(-1)).toMatchObject({ kind: 'asker-message', text: 'Crying Cat' });
  });

  it('of which nothing can be read is kept too, and its writer is asked for words', async () => {
    const bench = await claimed();

    await bench.asks('', { odd: 'voice' });

    expect(bench.annHears()).toMatch(/not a voice message\. Please say in words/);
    expect(kindsOf(await bench.story())).toContain('asker-message');
  });
});

describe('a message of an agent that is more than words', () => {
  it('can be sent as far as it can be read, and the agent knows', async () => {
    const bench = await claimed();

    await bench.writes(KIM, 'Which port?\n- 465', { odd: 'poll' });

    expect(bench.desk.texts().at(-1)).toContain('Of a poll only the words and files can be sent.\nNot sent yet.');
    expect(kindsOf(await bench.story()).at(-1)).toBe('agent-draft');
  });

  it.each([
    ['written in the thread', {}],
    ['with "Send to asker"', { addressed: 'command', meant: 'send-to-asker' }],
  ] as const)('of which nothing can be read is no draft and is not sent, %s', async (_, how) => {
    const bench = await claimed();
    const before = kindsOf(await bench.story());
    const heard = bench.adapter.texts().length;

    await bench.writes(KIM, '', { odd: 'sticker', messageId: 'm-odd', ...how });

    expect(bench.desk.texts().at(-1)).toBe('A sticker cannot be sent. Please write what you mean.');
    expect(kindsOf(await bench.story())).toEqual(before);
    expect(bench.adapter.texts()).toHaveLength(heard);
  });
});

describe('what the asker takes back', () => {
  it('is gone at the desk, and from what is kept', async () => {
    const bench = await claimed();
    const { desk: thread } = await bench.ticket();
    await bench.asks('port 999', { messageId: 'm-said' });
    const { addressed: _, text: _text, files: _files, type: _type, ...base } = says('');

    const edits: string[] = [];
    const post = bench.desk.deliver.bind(bench.desk);
    bench.desk.deliver = (row) => {
      if (row.operation.kind !== 'edit') return post(row);
      edits.push(JSON.stringify(row.operation.reply.blocks));
      return Promise.resolve({ ok: true, receipt: row.target ?? { place: thread, messageId: '' } });
    };
    await bench.hears({ ...base, type: 'deleted', messageId: 'm-said' });

    expect(edits).toEqual([expect.stringMatching(/deleted this message/)]);
    expect(edits.join()).not.toContain('999');
    expect(JSON.stringify(await bench.story())).not.toContain('999');
  });
});

describe('a ticket that is handed to another queue', () => {
  const queue = (id: string, desk: 'desk:C9' | 'other:C1') =>
    ({ id, names: { en: id }, desk, languages: [], intents: [], providers: [], escalation: LADDER }) as const;
  const queues = [queue('general', 'desk:C9'), queue('billing', 'other:C1')];

  it('gets a thread at its desk with what was said, and goes on there', async () => {
    const bench = await claimed({ queues });
    const other = new FakeChatAdapter('other');
    bench.engine.deliverTo(other);
    await bench.asks('my invoice is wrong');
    const { desk: before } = await bench.ticket();

    await bench.commands(KIM, 'hand', 'billing please look at the invoice');
    await bench.asks('are you there?');

    const { desk: after, queue: id, agent } = await bench.ticket();
    expect({ id, agent }).toEqual({ id: 'billing', agent: undefined });
    expect(after).toMatch(/^other:C1\//);
    expect(other.texts().join('\n')).toMatch(/my invoice is wrong/);
    expect(other.texts(after).join('\n')).toMatch(/are you there\?/);
    expect(bench.desk.texts(before).join('\n')).toMatch(/billing[\s\S]*please look at the invoice/);
    expect(bench.desk.texts(before).join('\n')).not.toMatch(/are you there/);
    expect(bench.annHears()).not.toContain('please look');
  });
});
