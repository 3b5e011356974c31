import {
  type Block,
  type Event,
  INTENT_NAMES,
  type IntentName,
  LANGUAGES,
  type QuestionIntent,
  respond,
  type Situation,
} from '../../src/core/index.ts';
import { compiled, type ShownText } from './all-texts.ts';
import { testKnowledge } from './knowledge.ts';

const NOW = Date.parse('2026-12-01T09:00:00Z');
const HERE = 'test:dm/Ann';
const AUTHOR = { id: 'test:Ann', name: 'Ann', bot: false } as const;

/** Providers that stand for all the ways in there are; sign-in and settings are walked for every one. */
const TYPICAL = ['gmail', 'outlook', 'qq', 'exmail', 'gmx', 't-online', 'proton', 'tuta', 'hinet'];

/** Every answer as it is put together: of all intents, providers, programs, errors and topics, in all languages. */
export function composedAnswers(): ShownText[] {
  return LANGUAGES.flatMap((language) => allQuestions().map((question) => answered(question, language)));
}

/** What a button with this intent brings. */
export function answerBlocks(intent: QuestionIntent, language: string): Block[] {
  const event: Event = {
    type: 'action',
    intent,
    id: 'test:1',
    conversation: HERE,
    place: HERE,
    private: true,
    author: AUTHOR,
    at: NOW,
    redactions: [],
  };
  const turn = respond(event, situation(language), testKnowledge(), NOW);
  return turn.operations.flatMap((operation) => ('reply' in operation ? operation.reply.blocks : []));
}

export function situation(language: string): Situation {
  return {
    conversation: {
      id: HERE,
      version: 0,
      place: HERE,
      private: true,
      slots: {},
      slotsAt: 0,
      stillNot: 0,
      transcript: [],
    },
    person: { ...AUTHOR, version: 0, language, blocked: false },
    ticketEvents: [],
    nextTicketNumber: 1,
    settings: { defaultLanguage: 'en' },
  };
}

function allQuestions(): QuestionIntent[] {
  const ids = compiled.providers.map(({ id }) => id);
  const of = (name: IntentName, providers: readonly string[]) =>
    providers.map((provider): QuestionIntent => ({ name, slots: { provider } }));
  return [
    ...INTENT_NAMES.flatMap((name) => [{ name, slots: {} }, ...of(name, TYPICAL)]),
    ...of('provider-settings', ids),
    ...of('auth-failure', ids),
    ...compiled.clients.flatMap(({ id }) => withPrograms(id)),
    ...compiled.errors.flatMap(({ id, intent }) => withError(id, intent)),
    ...topics(),
  ];
}

function withPrograms(client: string): QuestionIntent[] {
  return [
    { name: 'client-setup', slots: { client } },
    ...TYPICAL.map((provider): QuestionIntent => ({ name: 'auth-failure', slots: { client, provider } })),
  ];
}

function withError(errorId: string, name: IntentName): QuestionIntent[] {
  const slots = { errorId, error: '535' };
  return [{ name, slots }, ...TYPICAL.map((provider): QuestionIntent => ({ name, slots: { ...slots, provider } }))];
}

function topics(): QuestionIntent[] {
  const texts = new Map(compiled.topics.map(({ id, intent }) => [id, intent]));
  return [...texts].flatMap(([topic, name]): QuestionIntent[] => [
    { name, slots: {}, topic },
    { name, slots: {}, topic: `${topic}/details` },
  ]);
}

function answered(intent: QuestionIntent, language: string): ShownText {
  const { name, slots, topic } = intent;
  const about = [slots.provider, slots.client, slots.errorId, topic].filter((part) => part !== undefined);
  const parts = answerBlocks(intent, language).flatMap((block) => wordsOf(block));
  return { where: `answer ${[name, ...about].join(' ')} ${language}`, kind: 'answer', language, parts };
}

function wordsOf(block: Block): string[] {
  if (block.kind === 'text') return [block.text];
  if (block.kind === 'steps') return [block.title ?? '', ...block.items];
  return block.kind === 'settings' ? block.rows.map((row) => row.join(' ')) : [];
}
