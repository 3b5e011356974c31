import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Act, isEnded, REOPEN_WITHIN, step } from '../../../src/core/desk/machine.ts';
import { TICKET_STATES, type Ticket } from '../../../src/core/index.ts';

const NOW = 1_800_000_000_000;
const AGENTS = [
  { id: 'test:kim', name: 'Kim' },
  { id: 'test:sam', name: 'Sam' },
] as const;

function ticket(over: Partial<Ticket> = {}): Ticket {
  return {
    id: 'ticket',
    number: 1,
    version: 1,
    queue: 'default',
    state: 'open',
    asker: 'test:ann',
    askerName: 'Ann',
    conversation: 'test:dm/ann',
    place: 'test:dm/ann',
    private: true,
    language: 'en',
    assistantResumed: false,
    openedAt: NOW,
    waitingSince: NOW,
    ...over,
  };
}

const agent = fc.constantFrom(...AGENTS);
const deed: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ act: fc.constant('claim' as const), by: agent }),
  fc.constant({ act: 'release' as const }),
  fc.record({
    act: fc.constant('hand' as const),
    agent: fc.option(agent, { nil: undefined }),
    queue: fc.constantFrom('default', 'chinese'),
  }),
  fc.constant({ act: 'asker-writes' as const }),
  fc.record({ act: fc.constant('agent-writes' as const), by: agent }),
  fc.record({ act: fc.constant('snooze' as const), by: agent, until: fc.integer({ min: NOW, max: NOW + 1e9 }) }),
  fc.constant({ act: 'wake' as const }),
  fc.constant({ act: 'resolve' as const }),
  fc.constant({ act: 'close' as const }),
  fc.constant({ act: 'reopen' as const }),
);
const story = fc.array(fc.record({ deed, after: fc.integer({ min: 0, max: 3 * 86_400_000 }) }), { maxLength: 60 });

/** What is always true of a ticket, whatever was done with it: the rules that this one breaks. */
function brokenRules(one: Ticket): string[] {
  const has = (name: keyof Ticket) => one[name] !== undefined;
  const held = ['claimed', 'waiting-for-asker', 'waiting-for-agent', 'snoozed'].includes(one.state);
  const rules: Record<string, boolean> = {
    'its state is one of ours': TICKET_STATES.includes(one.state),
    'only a snoozed one has a time to wake': has('snoozedUntil') === (one.state === 'snoozed'),
    'nobody has an open one': one.state !== 'open' || !has('agent'),
    'somebody has this one': !held || has('agent'),
    'nobody waits for an ended one': !isEnded(one) || (!has('waitingSince') && !has('dueAt') && !has('direct')),
    'an ended one says when, and no other': (has('resolvedAt') || has('closedAt')) === isEnded(one),
    'who is to answer does not wait': one.state !== 'waiting-for-asker' || !has('waitingSince'),
  };
  return Object.keys(rules).filter((rule) => rules[rule] === false);
}

describe('the life of a ticket', () => {
  it('keeps its rules whatever is done with it', () => {
    fc.assert(
      fc.property(story, (deeds) => {
        let now = NOW;
        let one = ticket();
        for (const { deed: act, after } of deeds) {
          now += after;
          const done = step(one, act, now);
          if (done.ok) one = done.ticket;
          expect(brokenRules(one)).toEqual([]);
          expect([one.id, one.number, one.asker, one.openedAt]).toEqual(['ticket', 1, 'test:ann', NOW]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same for the same, and leaves what it is given as it was', () => {
    fc.assert(
      fc.property(deed, (act) => {
        const before = ticket({ state: 'claimed', agent: AGENTS[0] });
        const copy = structuredClone(before);

        expect(step(before, act, NOW)).toEqual(step(before, act, NOW));
        expect(before).toEqual(copy);
      }),
    );
  });

  it('can end and begin again any number of times', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('resolve' as const, 'close' as const), { maxLength: 30 }), (ends) => {
        let one = ticket();
        for (const act of ends) {
          const ended = step(one, { act }, NOW);
          const again = ended.ok ? step(ended.ticket, { act: 'reopen' }, NOW + 1) : ended;
          expect(again).toMatchObject({ ok: true, ticket: { waitingSince: NOW + 1 } });
          if (again.ok) one = again.ticket;
        }
      }),
    );
  });

  it('lets the first of two agents have it, and tells the second who was first', () => {
    const first = step(ticket(), { act: 'claim', by: AGENTS[0] }, NOW);
    const second = first.ok ? step(first.ticket, { act: 'claim', by: AGENTS[1] }, NOW) : first;

    expect(first).toMatchObject({ ok: true, ticket: { state: 'claimed', agent: { name: 'Kim' } } });
    expect(second).toEqual({ ok: false, why: 'taken' });
  });

  it.each([
    ['the asker writes', { act: 'asker-writes' }, 'waiting-for-agent'],
    ['an agent writes', { act: 'agent-writes', by: AGENTS[1] }, 'waiting-for-asker'],
    ['it is woken', { act: 'wake' }, 'waiting-for-agent'],
    ['it is released', { act: 'release' }, 'open'],
  ] as const)('ends its sleep when %s', (_, act, state) => {
    const asleep = ticket({ state: 'snoozed', agent: AGENTS[0], snoozedUntil: NOW + 1000 });

    expect(step(asleep, act, NOW)).toMatchObject({ ok: true, ticket: { state } });
  });

  it.each(['resolved', 'closed'] as const)('may begin anew for seven days after it was %s', (state) => {
    const ended = ticket({ state, ...(state === 'resolved' ? { resolvedAt: NOW } : { closedAt: NOW }) });

    expect(step(ended, { act: 'reopen' }, NOW + REOPEN_WITHIN).ok).toBe(true);
    expect(step(ended, { act: 'reopen' }, NOW + REOPEN_WITHIN + 1)).toEqual({ ok: false, why: 'too-late' });
  });
});
