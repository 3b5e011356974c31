import { onTestFinished } from 'vitest';
import { openKnowledge } from '../../../src/adapters/knowledge/index.ts';
import type { Events } from '../../../src/bot/events.ts';
import {
  type ActionEvent,
  type AgentIntent,
  answerNow,
  DESK_DEFAULTS,
  type DeskCommand,
  type DeskIntent,
  type DeskSettings,
  desksAsked,
  type Incoming,
  LADDER,
  type MessageEvent,
  type PersonId,
  type PlaceId,
  redactEvent,
  respond,
  type Ticket,
  type TicketEvent,
} from '../../../src/core/index.ts';
import { FakeChatAdapter } from '../../support/fake-chat-adapter.ts';
import { engineBench, says } from '../engine-bench.ts';
import { realKnowledge } from '../real-knowledge.ts';

const knowledgePath = realKnowledge();

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** An agent at the desk. */
export interface Agent {
  id: PersonId;
  name: string;
}

export const KIM: Agent = { id: 'desk:kim', name: 'Kim' };
export const SAM: Agent = { id: 'desk:sam', name: 'Sam' };

/** A platform whose members are known; `isAgent` may be changed while it runs. */
class DeskAdapter extends FakeChatAdapter {
  isAgent?: (desk: PlaceId, person: PersonId) => Promise<boolean>;
}

/** Ann asks on one platform; a desk with its settings is on another. Time stands still until it is told to go on. */
export async function deskBench(over: Partial<DeskSettings> = {}, members?: DeskAdapter['isAgent'], events?: Events) {
  const knowledge = openKnowledge(knowledgePath);
  onTestFinished(() => knowledge.close());
  const queue = { id: 'general', names: {}, desk: 'desk:C9', languages: [], intents: [], providers: [] } as const;
  const service: DeskSettings = { ...DESK_DEFAULTS, queues: [{ ...queue, escalation: LADDER }], ...over };
  const bench = await engineBench({
    core: { answerNow, desksAsked, redactEvent, respond },
    knowledge,
    ...(events && { events }),
    settings: () => ({ defaultLanguage: 'en', service }),
  });
  const desk = new DeskAdapter('desk');
  if (members) desk.isAgent = members;
  bench.engine.deliverTo(desk);
  let number = 0;

  async function hears(incoming: Incoming): Promise<void> {
    await bench.engine.receive(incoming);
    await bench.engine.idle();
  }

  async function ticket(): Promise<Ticket & { desk: PlaceId }> {
    const [first] = await bench.store.tickets({ limit: 1 });
    if (first?.desk === undefined) throw new Error('there is no ticket at the desk');
    return { ...first, desk: first.desk };
  }

  async function at(agent: Agent): Promise<Omit<MessageEvent, 'type' | 'text' | 'files' | 'addressed'>> {
    const { desk: place } = await ticket();
    const { type: _, text: _text, files: _files, addressed: _addressed, ...base } = says('');
    const author = { ...agent, bot: false };
    return { ...base, id: `desk:e${++number}`, place, conversation: `${place}/${agent.id}`, private: false, author };
  }

  return {
    ...bench,
    desk,
    ticket,
    hears,
    asks: (text: string, more: Partial<MessageEvent> = {}) => hears(says(text, { at: bench.clock.now(), ...more })),
    writes: async (agent: Agent, text: string, more: Partial<MessageEvent> = {}) =>
      hears({ ...(await at(agent)), type: 'message', text, files: [], addressed: 'thread', ...more }),
    changes: async (agent: Agent, messageId: string, text: string) =>
      hears({ ...(await at(agent)), type: 'edited', messageId, text }),
    presses: async (agent: Agent, name: DeskIntent['name'], more: object = {}) => {
      const intent = { name, ticket: (await ticket()).id, ...more } as ActionEvent['intent'];
      await hears({ ...(await at(agent)), type: 'action', intent });
    },
    /** What belongs to no single ticket. */
    wants: async (agent: Agent, intent: AgentIntent) => hears({ ...(await at(agent)), type: 'action', intent }),
    commands: async (agent: Agent, command: DeskCommand, text = '', place?: PlaceId) =>
      hears({ ...(await at(agent)), type: 'desk-command', command, text, ...(place && { place }) }),
    /** What the ticket's own events say, in order. */
    story: async (): Promise<TicketEvent[]> => {
      const found = await bench.store.ticketWithEvents((await ticket()).id);
      return found?.events ?? [];
    },
    /** Lets time go by, and everything that falls due with it. */
    later: async (ms: number) => {
      await bench.clock.jump(ms);
      // What falls due sets going what is delivered: each of them looks once a second.
      for (let round = 0; round < 3; round++) {
        await bench.engine.idle();
        await bench.clock.advance(1000);
      }
      await bench.engine.idle();
    },
  };
}

export function kindsOf(story: readonly TicketEvent[]): string[] {
  return story.map(({ kind }) => kind);
}
