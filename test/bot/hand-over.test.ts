import { describe, expect, it, onTestFinished } from 'vitest';
import { openKnowledge } from '../../src/adapters/knowledge/index.ts';
import type { StateStore } from '../../src/adapters/storage/index.ts';
import {
  type ActionEvent,
  answerNow,
  desksAsked,
  type Intent,
  type MessageEvent,
  type PlaceId,
  redactEvent,
  respond,
  type Ticket,
} from '../../src/core/index.ts';
import { FakeChatAdapter } from '../support/fake-chat-adapter.ts';
import { engineBench, says } from './engine-bench.ts';
import { realKnowledge } from './real-knowledge.ts';

const knowledgePath = realKnowledge();

/** Ann asks on one platform; the desk is on another. */
async function deskBench() {
  const knowledge = openKnowledge(knowledgePath);
  onTestFinished(() => knowledge.close());
  const bench = await engineBench({
    core: { answerNow, desksAsked, redactEvent, respond },
    knowledge,
    settings: () => ({ defaultLanguage: 'en', desk: 'desk:C9' }),
  });
  const desk = new FakeChatAdapter('desk');
  bench.engine.deliverTo(desk);
  const hears = async (event: MessageEvent | ActionEvent): Promise<void> => {
    await bench.engine.receive(event);
    await bench.engine.idle();
  };
  return { ...bench, desk, hears };
}

function agentAt(place: PlaceId) {
  const author = { id: 'desk:agent', name: 'Kim', bot: false } as const;
  return { conversation: `${place}/agent`, place, private: false, author } as const;
}

function agentPresses(place: PlaceId, intent: Intent): ActionEvent {
  const { type: _, text: _text, files: _files, addressed: _addressed, ...base } = says('', agentAt(place));
  return { ...base, type: 'action', intent };
}

async function onlyTicket(store: StateStore): Promise<Ticket & { desk: PlaceId }> {
  const [ticket, ...others] = await store.tickets({ limit: 10 });
  if (ticket?.desk === undefined || others.length > 0) throw new Error('there is not exactly one ticket at the desk');
  return { ...ticket, desk: ticket.desk };
}

describe('a hand-over across platforms', () => {
  it.each([
    ['talk to a human', 'They see your name, what we wrote here, what I found out, and your earlier requests.'],
    ['转人工客服', '客服能看到您的名称、这段对话、我查到的信息和您以前的请求'],
    ['我要找真人客服幫忙設定', '客服看得到您的名稱、這段對話、我查到的資訊和您先前的請求'],
  ])('says what it shares with the helper (%s)', async (asked, shared) => {
    const { adapter, desk, hears } = await deskBench();

    await hears(says(asked));

    expect(desk.texts()).not.toEqual([]);
    expect(adapter.texts().join('\n')).toContain(shared);
  });

  it('knows a message that was sent by its menu although the platform tells of it only afterwards', async () => {
    const { adapter, desk, store, hears } = await deskBench();
    await hears(says('talk to a human'));
    const { desk: place } = await onlyTicket(store);
    const said = { ...agentAt(place), messageId: 'm1' } as const;

    await hears(says('Use port 993', { ...said, addressed: 'command', meant: 'send-to-asker' }));
    await hears(says('Use port 993', { ...said, addressed: 'thread' }));

    expect(adapter.texts().filter((text) => text.includes('Use port 993'))).toHaveLength(1);
    expect(desk.texts().join()).not.toContain('Not sent yet');
  });

  it('brings what is sent on purpose, and nothing else, to the other side', async () => {
    const { adapter, desk, store, hears } = await deskBench();

    await hears(says('imap of gmail'));
    await hears(says('talk to a human'));
    const ticket = await onlyTicket(store);
    await hears(says('outlook shows 0x800ccc0e'));
    await hears(says('Which Outlook is it?', { ...agentAt(ticket.desk), addressed: 'thread' }));
    expect(adapter.texts().join()).not.toContain('Which Outlook');

    const { events } = (await store.ticketWithEvents(ticket.id)) ?? { events: [] };
    const draft = events.find((event) => event.kind === 'agent-draft')?.id ?? '';
    await hears(agentPresses(ticket.desk, { name: 'send-draft', ticket: ticket.id, draft }));

    expect(desk.texts(ticket.desk).join('\n')).toContain('outlook shows 0x800ccc0e');
    expect(adapter.texts('test:ann').at(-1)).toContain('Which Outlook is it?');
    expect(desk.texts(ticket.desk).at(-1)).toContain('Sent');
    expect(await store.counts()).toMatchObject({ events: 0, outbox: 0, deadEvents: 0, deadOutbox: 0 });
  });

  it('tells the agent when the answer could not be delivered', async () => {
    const { adapter, desk, store, hears } = await deskBench();
    await hears(says('talk to a human'));
    const ticket = await onlyTicket(store);
    adapter.results.push({ ok: false, kind: 'refused', code: 'direct-closed', reason: 'closed' });

    await hears(agentPresses(ticket.desk, { name: 'send-text', ticket: ticket.id, text: 'Hello Ann' }));

    expect(adapter.texts().join()).not.toContain('Hello Ann');
    expect(desk.texts(ticket.desk).at(-1)).toContain('Ann');
    const { events } = (await store.ticketWithEvents(ticket.id)) ?? { events: [] };
    expect(events.at(-1)?.kind).toBe('delivery-refused');
  });

  it('keeps the ticket and tells the asker when the desk is gone', async () => {
    const { adapter, desk, store, hears } = await deskBench();
    desk.results.push({ ok: false, kind: 'refused', code: 'place-gone', reason: 'channel_not_found' });

    await hears(says('talk to a human'));

    expect(await store.counts()).toMatchObject({ tickets: 1, events: 0, outbox: 0 });
    expect(adapter.texts()).toHaveLength(2);
  });

  it('can be opened and closed any number of times', async () => {
    const { store, hears } = await deskBench();

    for (let round = 1; round <= 5; round++) {
      await hears(says('talk to a human'));
      const [ticket] = await store.tickets({ limit: 1 });
      expect(ticket).toMatchObject({ number: round, state: 'open' });
      await hears(agentPresses(ticket?.desk ?? 'desk:none', { name: 'close-ticket', ticket: ticket?.id ?? '' }));
    }

    expect(await store.counts()).toMatchObject({ tickets: 0, events: 0, outbox: 0, deadEvents: 0 });
  });
});
