import { array, assert, asyncProperty, constant, constantFrom, oneof, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../support/conversation-expectations.ts';
import { ConversationPlayer } from '../../support/conversation-player.ts';
import type { Deed, Script } from '../../support/conversation-script.ts';
import { testKnowledge } from '../../support/knowledge.ts';

const ASKERS = ['Ann', 'Bob'] as const;
const HUMAN = 'talk to a person';

/** What can happen at a desk; numbers tell messages apart. */
const anyDeed = oneof(
  { weight: 3, arbitrary: record({ what: constant('asks' as const), who: constantFrom(...ASKERS) }) },
  { weight: 3, arbitrary: record({ what: constant('adds' as const), who: constantFrom(...ASKERS) }) },
  { weight: 1, arbitrary: record({ what: constant('needs nobody' as const), who: constantFrom(...ASKERS) }) },
  { weight: 1, arbitrary: record({ what: constant('opens again' as const), who: constantFrom(...ASKERS) }) },
  {
    weight: 4,
    arbitrary: record({
      what: constantFrom('claim', 'release', 'send', 'note', 'snooze hour', 'wake', 'resolve', 'close', 'reopen'),
      who: constantFrom('Kim', 'Sam'),
    }),
  },
  { weight: 1, arbitrary: record({ what: constantFrom('an hour', 'eight days'), who: constant('') }) },
);

type AnyDeed = { what: string; who: string };

function deedOf({ what, who }: AnyDeed, index: number): Deed {
  const says = (text: string): Deed => ({ kind: 'says', who, inPrivate: false, text });
  switch (what) {
    case 'asks':
      return says(HUMAN);
    case 'adds':
      return says(`more words ${index}.`);
    case 'needs nobody':
      return { kind: 'presses', who, label: 'I no longer need a person' };
    case 'opens again':
      return { kind: 'presses', who, label: 'Open again' };
    case 'an hour':
      return { kind: 'later', minutes: 60 };
    case 'eight days':
      return { kind: 'later', minutes: 8 * 24 * 60 };
    case 'send':
    case 'note':
      return { kind: 'desk', who, text: `${what} ${what} number ${index}.` };
    default:
      return { kind: 'desk', who, text: what };
  }
}

const SCRIPT: Script = {
  title: 'any',
  language: 'en',
  inChannel: false,
  desk: { queues: [], ticketsPerDay: 1000 },
  agents: ['Kim', 'Sam'],
  outsiders: [],
  unreachable: [],
  turns: [],
};

interface Told {
  who: string;
  words: string;
}

interface Played {
  deed: Deed;
  told: Told[];
  /** Whether the one who did it had a request open, before and after. */
  open: { before: boolean; after: boolean };
}

/** Plays the deeds; what cannot be done (no such button, no request yet) is left out. */
async function played(deeds: readonly AnyDeed[]): Promise<{ steps: Played[]; openAtOnce: number[] }> {
  const turns = deeds.map((deed, index) => ({ line: index, deed: deedOf(deed, index), expectations: [] }));
  const player = await ConversationPlayer.open({ ...SCRIPT, turns }, testKnowledge());
  const { world } = player;
  const steps: Played[] = [];
  try {
    for (const turn of turns) {
      const { deed } = turn;
      const who = 'who' in deed ? deed.who : '';
      const before = await world.hasOpenTicket(who);
      const step = await player.play(turn).catch(onlyWhatCannotBeDone);
      const told = step?.shown.map((shown) => ({ who: shown.who, words: wordsOf([shown.reply]) }));
      if (told) steps.push({ deed, told, open: { before, after: await world.hasOpenTicket(who) } });
    }
    return { steps, openAtOnce: await Promise.all(ASKERS.map((who) => world.openTicketsOf(who))) };
  } finally {
    await world.close();
  }
}

function onlyWhatCannotBeDone(error: Error): undefined {
  if (!/sees no button|no ticket/.test(error.message)) throw error;
}

/** What must never be, in the words of what was told. */
function faultsOf({ deed, told, open }: Played): string[] {
  const toAskers = told.filter(({ who }) => ASKERS.some((name) => name === who));
  const leaked = toAskers.filter(({ words }) => words.includes('note number'));
  if (deed.kind !== 'says') return leaked.map(({ words }) => `leaked: ${words}`);
  const toOthers = toAskers.filter(({ who }) => who !== deed.who);
  const asked = deed.text === HUMAN;
  const arrived = told.filter(({ who, words }) => who === 'Kim' && words.includes(deed.text)).length;
  return [
    ...leaked.map(({ words }) => `leaked: ${words}`),
    ...toOthers.map(({ who, words }) => `${who} heard: ${words}`),
    ...(asked && !open.after ? ['not handed over'] : []),
    ...(!asked && open.before && arrived !== 1 ? [`"${deed.text}" came ${arrived} times to the desk`] : []),
  ];
}

describe('whatever happens at a desk', () => {
  it('a person can be handed over any number of times, hears what is sent to them alone, and loses no word', async () => {
    await assert(
      asyncProperty(array(anyDeed, { minLength: 5, maxLength: 40 }), async (deeds) => {
        const { steps, openAtOnce } = await played(deeds);

        expect(steps.flatMap(faultsOf)).toEqual([]);
        expect(Math.max(...openAtOnce)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
