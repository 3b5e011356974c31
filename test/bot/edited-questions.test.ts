import { describe, expect, it, onTestFinished } from 'vitest';
import { openKnowledge } from '../../src/adapters/knowledge/index.ts';
import {
  answerNow,
  desksAsked,
  type DeletedEvent,
  type EditedEvent,
  type Incoming,
  type Operation,
  redactEvent,
  respond,
} from '../../src/core/index.ts';
import { FakeChatAdapter } from '../support/fake-chat-adapter.ts';
import { engineBench, says } from './engine-bench.ts';
import { realKnowledge } from './real-knowledge.ts';

const knowledgePath = realKnowledge();

/** Ann's chat with the real core; `shown` is what stands there now, by the key of its post. */
async function chat() {
  const knowledge = openKnowledge(knowledgePath);
  onTestFinished(() => knowledge.close());
  const delivered: Operation[] = [];
  const bench = await engineBench({
    core: { answerNow, desksAsked, redactEvent, respond },
    knowledge,
    settings: () => ({ defaultLanguage: 'en', desk: 'desk:C9' }),
  });
  const deliver = bench.adapter.deliver.bind(bench.adapter);
  bench.adapter.deliver = (row) => {
    delivered.push(row.operation);
    return deliver(row);
  };
  const shown = (): Map<string, string> => {
    const now = new Map<string, string>();
    for (const operation of delivered) {
      if (operation.kind === 'post') now.set(operation.key, JSON.stringify(operation.reply.blocks));
      if (operation.kind === 'edit') now.set(operation.of, JSON.stringify(operation.reply.blocks));
      if (operation.kind === 'delete') now.delete(operation.of);
    }
    return now;
  };
  const hears = async (event: Incoming): Promise<void> => {
    await bench.engine.receive(event);
    await bench.engine.idle();
  };
  return { ...bench, hears, shown };
}

let edits = 0;

function edited(messageId: string, text: string): EditedEvent {
  const { files: _, addressed: _addressed, ...base } = says(text);
  return { ...base, id: `test:edit${++edits}`, type: 'edited', messageId };
}

function deleted(messageId: string): DeletedEvent {
  const { text: _, files: _files, addressed: _addressed, ...base } = says('');
  return { ...base, type: 'deleted', messageId };
}

describe('an edited question', () => {
  it('is answered where its first answer stands, as often as it is edited', async () => {
    const { hears, shown } = await chat();
    await hears(says('imap server of qq mail', { messageId: 'm1' }));
    expect([...shown().values()].join('')).toContain('imap.qq.com');

    await hears(edited('m1', 'imap server of gmail'));
    const afterOne = shown();
    await hears(edited('m1', 'imap server of 163 mail'));

    expect(afterOne.size).toBe(1);
    expect([...afterOne.values()].join('')).toContain('imap.gmail.com');
    expect(shown().size).toBe(1);
    expect([...shown().values()].join('')).toContain('imap.163.com');
  });

  it('is what a human then reads, not what stood there first', async () => {
    const { hears, engine } = await chat();
    await hears(says('imap server of qq mail', { messageId: 'm1' }));
    await hears(edited('m1', 'imap server of gmail'));
    const desk = new FakeChatAdapter('desk');
    engine.deliverTo(desk);

    await hears(says('talk to a human'));

    const post = desk.texts().join('\n');
    expect(post).toContain('imap server of gmail');
    expect(post).not.toContain('qq');
  });

  it('loses its secrets before it is stored, like any other text', async () => {
    const { hears, shown } = await chat();
    await hears(says('535 with qq mail', { messageId: 'm1' }));

    await hears(edited('m1', '535 with qq mail, password: hunter2secret'));

    const text = [...shown().values()].join('');
    expect(text).not.toContain('hunter2secret');
    expect(text).toContain('password');
  });

  it('that was never answered, or lost all its words, changes nothing', async () => {
    const { hears, shown } = await chat();
    await hears(says('imap server of qq mail', { messageId: 'm1' }));
    const before = shown();

    await hears(edited('m2', 'imap server of gmail'));
    await hears(edited('m1', '  '));

    expect(shown()).toEqual(before);
  });
});

describe('a deleted question', () => {
  it('takes its answer with it, and leaves those of others', async () => {
    const { hears, shown } = await chat();
    await hears(says('imap server of qq mail', { messageId: 'm1' }));
    await hears(says('imap server of gmail', { messageId: 'm2' }));

    await hears(deleted('m1'));

    const left = [...shown().values()].join('');
    expect(left).toContain('imap.gmail.com');
    expect(left).not.toContain('imap.qq.com');
  });

  it('is gone from what a human reads', async () => {
    const { hears, engine } = await chat();
    await hears(says('imap server of qq mail', { messageId: 'm1' }));
    await hears(deleted('m1'));
    const desk = new FakeChatAdapter('desk');
    engine.deliverTo(desk);

    await hears(says('talk to a human'));

    expect(desk.texts().join('\n')).not.toContain('qq');
  });

  it('is kept nowhere, also where it was passed on before and is long', async () => {
    const { hears, store, engine } = await chat();
    engine.deliverTo(new FakeChatAdapter('desk'));
    const long = `it says 535 at noon ${'and again '.repeat(200)}`;
    await hears(says('imap server of qq mail', { messageId: 'm1' }));
    await hears(says('talk to a human', { messageId: 'm2' }));
    await hears(says(long, { messageId: 'm3' }));
    await hears(says('thank you for waiting', { messageId: 'm4' }));

    await hears(deleted('m1'));
    await hears(deleted('m3'));

    const { conversation, ticket, ticketEvents } = await store.situation({ ...says(''), redactions: [] });
    const lines = conversation.transcript.flatMap(({ from, text }) => (from === 'asker' ? [text] : []));
    expect(lines).toEqual(['talk to a human', 'thank you for waiting']);
    expect(ticket).not.toHaveProperty('subject');
    expect(ticket).toMatchObject({ state: 'open', lastLine: { text: 'thank you for waiting' } });
    expect(JSON.stringify(ticketEvents)).not.toContain('535');
    expect(JSON.stringify((await store.exportPerson('test:ann'))['inbox'])).not.toMatch(/qq mail|535/);
  });

  it('leaves what others and later messages said', async () => {
    const { hears, store } = await chat();
    await hears(says('imap server of qq mail', { messageId: 'm1' }));
    await hears(says('imap server of qq mail please', { messageId: 'm2' }));

    await hears(deleted('m2'));

    const { conversation } = await store.situation({ ...says(''), redactions: [] });
    const lines = conversation.transcript.flatMap(({ from, text }) => (from === 'asker' ? [text] : []));
    expect(lines).toEqual(['imap server of qq mail']);
  });

  it('does not take back that a person was handed over', async () => {
    const { hears, shown } = await chat();
    await hears(says('talk to a human', { messageId: 'm1' }));
    const before = shown();

    await hears(deleted('m1'));

    expect(before.size).toBeGreaterThan(0);
    expect(shown()).toEqual(before);
  });
});
