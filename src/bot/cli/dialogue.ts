import {
  type Block,
  type ConversationState,
  type Event,
  type Incoming,
  type Knowledge,
  redactEvent,
  respond,
  type Situation,
  type Turn,
} from '../../core/index.ts';

export interface SaidLine {
  text: string;
  locale?: string;
}

export interface DialogueTurn {
  event: Event;
  turn: Turn;
  /** What would be posted where the question was asked. */
  blocks: Block[];
}

/**
 * One conversation held in memory, without platform or store: what `ask`, the evaluation and scripts talk to.
 * A ticket is never opened here, so that it goes on answering after "talk to a human".
 */
export class Dialogue {
  readonly #knowledge: Knowledge;
  readonly #defaultLanguage: string;
  #conversation: ConversationState;
  #said = 0;

  constructor(knowledge: Knowledge, defaultLanguage: string, name = 'me') {
    this.#knowledge = knowledge;
    this.#defaultLanguage = defaultLanguage;
    this.#conversation = blankConversation(`ask:${name}`);
  }

  say({ text, locale }: SaidLine, now: number): DialogueTurn {
    const secretExpected = (this.#conversation.secretExpectedUntil ?? 0) > now;
    const event = redactEvent(this.#event(text, locale, now), { secretExpected, knowledge: this.#knowledge });
    return this.#turn(event, now);
  }

  /** What was asked for outside is done: the blocks take the place of those before. */
  hear(event: Event, now: number): DialogueTurn {
    return this.#turn(event, now);
  }

  #turn(event: Event, now: number): DialogueTurn {
    const turn = respond(event, this.#situation(), this.#knowledge, now);
    if (turn.conversation) this.#conversation = { ...turn.conversation, version: 1 };
    const blocks = turn.operations.flatMap((operation) => {
      if (operation.kind === 'post') return 'place' in operation.to ? operation.reply.blocks : [];
      return operation.kind === 'edit' ? operation.reply.blocks : [];
    });
    return { event, turn, blocks };
  }

  #event(text: string, locale: string | undefined, now: number): Incoming {
    const { id } = this.#conversation;
    return {
      type: 'message',
      id: `${id}/${this.#said++}`,
      conversation: id,
      place: id,
      private: true,
      author: { id, name: 'me', bot: false },
      at: now,
      text,
      files: [],
      addressed: 'direct',
      ...(locale !== undefined && { locale }),
    };
  }

  #situation(): Situation {
    const { id } = this.#conversation;
    return {
      conversation: this.#conversation,
      person: { id, version: 0, name: 'me', blocked: false },
      ticketEvents: [],
      nextTicketNumber: 1,
      settings: { defaultLanguage: this.#defaultLanguage },
    };
  }
}

function blankConversation(id: ConversationState['id']): ConversationState {
  return { id, version: 0, place: id, private: true, slots: {}, slotsAt: 0, stillNot: 0, transcript: [] };
}
