import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../support/conversation-expectations.ts';
import { ConversationPlayer } from '../../support/conversation-player.ts';
import type { Deed, Script } from '../../support/conversation-script.ts';
import { testKnowledge } from '../../support/knowledge.ts';

const ASKERS = ['Ann', 'Bob'] as const;
const HUMAN = 'talk to a person';

/** What can happen at a desk; numbers tell messages apart. */
const anyDeed = fc.oneof(
  { weight: 3, arbitrary: fc.record({ what: fc.constant('asks' as const), who: fc.constantFrom(...ASKERS) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('adds' as const), who: fc.constantFrom(...ASKERS) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('needs nobody' as const), who: fc.constantFrom(...ASKERS) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('opens again' as const), who: fc.constantFrom(...ASKERS) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constantFrom('claim', 'release', 'send', 'note', 'snooze hour', 'wake', 'resolve', 'close', 'reopen'),
      who: fc.constantFrom('Kim', 'Sam'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constantFrom('an hour', 'eight days'), who: fc.constant('') }) },
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

/** Plays the deeds; what cannot be done (no such button, no request yet) is left out. */
async function story(deeds: readonly AnyDeed[], check: (deed: Deed, told: Told[], open: boolean) => void) {
  const turns = deeds.map((deed, index) => ({ line: index, deed: deedOf(deed, index), expectations: [] }));
  const player = await ConversationPlayer.open({ ...SCRIPT, turns }, testKnowledge());
  try {
    for (const turn of turns) {
      const who = 'who' in turn.deed ? turn.deed.who : '';
      const before = await player.world.hasOpenTicket(who);
      const step = await player.play(turn).catch((error: Error) => {
        if (!/sees no button|no ticket/.test(error.message)) throw error;
      });
      if (!step) continue;
      check(
        turn.deed,
        step.shown.map((shown) => ({ who: shown.who, words: wordsOf([shown.reply]) })),
        before,
      );
      if (turn.deed.kind === 'says' && turn.deed.text === HUMAN)
        expect(await player.world.hasOpenTicket(who)).toBe(true);
    }
    expect(await player.world.openTicketsOf('Ann')).toBeLessThanOrEqual(1);
    expect(await player.world.openTicketsOf('Bob')).toBeLessThanOrEqual(1);
  } finally {
    await player.world.close();
  }
}

describe('whatever happens at a desk', () => {
  it('a person can be handed over any number of times, hears what is sent to them alone, and loses no word', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDeed, { minLength: 5, maxLength: 40 }), async (deeds) => {
        await story(deeds, (deed, told, wasOpen) => {
          const askers = told.filter(({ who }) => ASKERS.some((name) => name === who));
          const atDesk = told.filter(({ who }) => who === 'Kim').map(({ words }) => words);
          const notes = askers.filter(({ words }) => words.includes('note number'));
          const toOthers = deed.kind === 'says' ? askers.filter(({ who }) => who !== deed.who) : [];
          const added = deed.kind === 'says' && deed.text !== HUMAN && wasOpen;
          const times = added ? atDesk.filter((words) => words.includes(deed.text)).length : 1;

          expect({ notes, toOthers, times }).toEqual({ notes: [], toOthers: [], times: 1 });
        });
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
