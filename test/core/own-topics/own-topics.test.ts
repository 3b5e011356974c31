import { beforeAll, describe, expect, it } from 'vitest';
import {
  backgroundOf,
  collisionsOf,
  type Event,
  type Incoming,
  type Gap,
  groupGaps,
  type Intent,
  type Knowledge,
  learnTopic,
  type LearntTopic,
  type OwnTopic,
  ownTopics,
  redactEvent,
  respond,
  type Turn,
} from '../../../src/core/index.ts';
import { testKnowledge } from '../../support/knowledge.ts';
import { PARKING } from '../../support/topics.ts';

const NOW = 1_900_000_000_000;
const base = testKnowledge();
const VPN: OwnTopic = {
  id: 'vpn',
  title: { en: 'VPN from home' },
  answer: { en: 'Install the client.' },
  questions: ['vpn does not connect from home', 'how do I install the company vpn', 'vpn asks for a token'],
};
let learnt: LearntTopic[] = [];
let knowledge: Knowledge;

beforeAll(() => {
  const background = backgroundOf(base);
  learnt = [PARKING, VPN].map((topic) => learnTopic(topic, background, base));
  const own = ownTopics(learnt, base.classifier);
  knowledge = Object.create(base, { ownTopics: { value: own } }) as Knowledge;
});

const BASE = {
  id: 'test:1',
  conversation: 'test:ann',
  place: 'test:ann',
  private: true,
  author: { id: 'test:ann', name: 'Ann', bot: false },
  at: NOW,
} as const;

function turnOf(incoming: Incoming): Turn {
  const redacted: Event = redactEvent(incoming, { secretExpected: false, knowledge });
  return respond(
    redacted,
    {
      conversation: {
        id: 'test:ann',
        version: 0,
        place: 'test:ann',
        private: true,
        slots: {},
        slotsAt: 0,
        stillNot: 0,
        transcript: [],
      },
      person: { id: 'test:ann', version: 0, name: 'Ann', blocked: false },
      ticketEvents: [],
      nextTicketNumber: 1,
      settings: { defaultLanguage: 'en' },
    },
    knowledge,
    NOW,
  );
}

const asked = (text: string) => turnOf({ ...BASE, type: 'message', text, files: [], addressed: 'direct' });
const pressed = (intent: Intent) => turnOf({ ...BASE, type: 'action', intent });

function buttons(turn: Turn): { label: string; intent: Intent }[] {
  return turn.operations.flatMap((operation) =>
    operation.kind === 'post'
      ? operation.reply.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []))
      : [],
  );
}

describe("an operator's own topic", () => {
  it.each(['do we have a car park?', 'I lost my parking card', 'guest parking please'])('is answered: %s', (text) => {
    const turn = asked(text);

    expect(JSON.stringify(turn.operations)).toContain('Ask **facility** for a permit.');
    expect(turn.explanation?.understanding).toMatchObject({ zone: 'answer', ownTopic: 'parking' });
    expect(turn.gaps).toEqual([]);
  });

  it('is answered in the language of the question, where it has it', () => {
    const turn = asked('办公室停车证怎么申请 parking permit');

    expect(JSON.stringify(turn.operations)).toContain('请向行政申请停车证。');
  });

  it.each([
    'what is the imap server of gmail',
    '535 authentication failed',
    'talk to a human please',
    'thanks!',
    'hello',
  ])('leaves alone what is not its own: %s', (text) => {
    const turn = asked(text);

    expect(turn.explanation?.understanding.ownTopic).toBeUndefined();
    expect(buttons(turn).map(({ intent }) => intent.name)).not.toContain('own-topic');
  });

  it('with few examples is only offered as a button', () => {
    const turn = asked('vpn is broken at home');

    expect(turn.explanation?.understanding.ownTopic).toBeUndefined();
    expect(turn.outcome).toEqual({ kind: 'answered', zone: 'ask' });
    expect(buttons(turn)).toContainEqual({ label: 'VPN from home', intent: { name: 'own-topic', topic: 'vpn' } });
    expect(JSON.stringify(turn.operations)).not.toContain('Install the client.');
  });

  it('is told when its button is pressed', () => {
    expect(JSON.stringify(pressed({ name: 'own-topic', topic: 'vpn' }).operations)).toContain('Install the client.');
  });

  it('that has gone meanwhile is said not to be ours', () => {
    const turn = pressed({ name: 'own-topic', topic: 'gone' });

    expect(turn.operations).toHaveLength(1);
    expect(JSON.stringify(turn.operations)).not.toContain('undefined');
  });

  it('takes over no example message of ours', () => {
    const own = ownTopics(learnt, base.classifier);
    const taken = base.examples().filter(({ text }) => own.match(text.toLowerCase())?.level === 'answer');

    expect(taken.length).toBeLessThanOrEqual(base.examples().length * 0.002);
  });
});

describe('collisions', () => {
  it('with what we answer already, and with another topic, are told', () => {
    const background = backgroundOf(base);
    const mail = {
      ...VPN,
      id: 'gmail',
      questions: ['what is the imap server of gmail', 'gmail smtp port', 'gmail pop3 server'],
    };
    const twin = { ...PARKING, id: 'garage' };
    const all = [PARKING, mail, twin].map((topic) => learnTopic(topic, background, base));

    const collisions = collisionsOf(all, ownTopics(all, base.classifier), base);

    expect(collisions).toContainEqual({ topic: 'gmail', question: 'gmail smtp port', with: 'provider-settings' });
    expect(collisions.some(({ topic, with: other }) => [topic, other].sort().join() === 'garage,parking')).toBe(true);
  });
});

describe('what nobody answered well', () => {
  const DAY = 24 * 60 * 60 * 1000;
  const gap = (text: string, daysAgo: number, kind: Gap['kind'] = 'not-mine'): Gap => ({
    id: `test:${text}/${daysAgo}`,
    at: NOW - daysAgo * DAY,
    kind,
    language: 'en',
    text,
  });

  it('is grouped by meaning, the newest and most frequent first', () => {
    const groups = groupGaps(
      [
        gap('how do I get a parking permit', 1),
        gap('parking permit for my new car please', 2),
        gap('where do I get a permit for parking', 3),
        gap('who won the football match', 80),
        gap('the projector in room 4 is broken', 1, 'did-not-help'),
      ],
      base,
      NOW,
    );

    expect(groups.map(({ count, kinds }) => [count, kinds])).toEqual([
      [3, { 'not-mine': 3 }],
      [1, { 'did-not-help': 1 }],
      [1, { 'not-mine': 1 }],
    ]);
    expect(groups[0]).toMatchObject({ first: NOW - 3 * DAY, last: NOW - DAY, languages: ['en'] });
  });

  it('comes with the intent that is nearest, and its questions without repetitions', () => {
    const [group] = groupGaps(
      [gap('imap server of acme mail', 1), gap('IMAP server of acme mail', 2), gap('acme mail imap server address', 3)],
      base,
      NOW,
    );

    expect(group).toMatchObject({ count: 3, closest: { intent: 'provider-settings' } });
    expect(group?.questions.map((text) => text.toLowerCase()).sort()).toEqual([
      'acme mail imap server address',
      'imap server of acme mail',
    ]);
  });

  it('is nothing where nothing was left, and leaves out complaints about facts', () => {
    expect(groupGaps([], base, NOW)).toEqual([]);
    expect(groupGaps([gap('the port is wrong', 1, 'wrong-fact'), gap(' ', 1)], base, NOW)).toEqual([]);
  });
});
