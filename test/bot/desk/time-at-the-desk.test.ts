import { describe, expect, it } from 'vitest';
import { type DeskSettings, LADDER, type Schedule } from '../../../src/core/index.ts';
import { deskBench, HOUR, KIM, kindsOf, MINUTE, SAM } from './desk-bench.ts';

/** When the clock of the tests begins. */
const BEGIN = 1_900_000_000_000;
const QUEUE = {
  id: 'general',
  names: {},
  desk: 'desk:C9',
  languages: [],
  intents: [],
  providers: [],
  escalation: LADDER,
} as const;

function hours(...open: [number, number][]): Schedule {
  const spans = open.map(([from, to]): [number, number] => [BEGIN + from * HOUR, BEGIN + to * HOUR]);
  return { from: BEGIN - 100 * HOUR, until: BEGIN + 1000 * HOUR, open: spans };
}

function queue(over: Partial<DeskSettings['queues'][number]>): Partial<DeskSettings> {
  return { queues: [{ ...QUEUE, ...over }] };
}

describe('a ticket that nobody takes', () => {
  it('is called out, to more people each time, until somebody has it', async () => {
    const escalation = [
      { after: 15 * MINUTE, people: [] },
      { after: 30 * MINUTE, place: 'desk:LEADS', people: ['desk:boss'] },
      { after: 60 * MINUTE, people: [] },
    ] as const;
    const bench = await deskBench(queue({ escalation }));
    await bench.asks('talk to a human');
    const { desk: thread } = await bench.ticket();

    await bench.later(15 * MINUTE);
    const first = bench.desk.texts(thread).at(-1);
    await bench.later(16 * MINUTE);
    await bench.presses(KIM, 'claim-ticket');
    await bench.later(2 * HOUR);

    expect(first).toMatch(/still open: nobody has taken it for 15 min/);
    expect(bench.desk.texts('desk:LEADS').join()).toMatch(/Request 1 of \*\*Ann/);
    expect(bench.desk.texts('desk:boss').join()).toMatch(/Request 1 of \*\*Ann/);
    expect(kindsOf(await bench.story()).filter((kind) => kind === 'escalated')).toHaveLength(2);
  });

  it('is called out in the hours of the desk only', async () => {
    const bench = await deskBench(queue({ hours: hours([-10, -1], [10, 18]) }));
    await bench.asks('talk to a human');

    await bench.later(9 * HOUR);
    const atNight = kindsOf(await bench.story());
    await bench.later(HOUR + 20 * MINUTE);

    expect(atNight).not.toContain('escalated');
    expect(kindsOf(await bench.story())).toContain('escalated');
  });
});

describe('a person who asks when nobody is there', () => {
  it('is told when to expect an answer, in a zone of their own', async () => {
    const bench = await deskBench(queue({ hours: hours([-10, -1], [10, 18]), firstReply: 30 * MINUTE }));

    await bench.asks('talk to a human');

    expect(bench.adapter.texts('test:ann').join()).toContain(`Nobody is here just now. You can expect an answer by [`);
    expect(bench.adapter.texts('test:ann').join()).toContain(`(time:${BEGIN + 10.5 * HOUR})`);
  });

  it('is asked whether it helped when the desk opens again, and once', async () => {
    const bench = await deskBench(queue({ hours: hours([-10, 1], [10, 18]) }));
    await bench.asks('talk to a human');
    await bench.writes(KIM, '>> Use port 993.');
    await bench.later(2 * HOUR);
    await bench.presses(KIM, 'resolve-ticket');
    const said = () => bench.adapter.texts('test:ann').filter((text) => text.includes('Did the help solve it'));
    expect(said()).toHaveLength(0);

    await bench.later(8 * HOUR + MINUTE);
    await bench.later(30 * HOUR);

    expect(said()).toHaveLength(1);
  });
});

describe('an answer that is due', () => {
  it('is asked for before and after its time, and nothing else happens while the agent is there', async () => {
    const bench = await deskBench(queue({ firstReply: HOUR }));
    await bench.asks('talk to a human');
    await bench.presses(KIM, 'claim-ticket');
    const { desk: thread, dueAt } = await bench.ticket();

    await bench.later(46 * MINUTE);
    const soon = bench.desk.texts(thread).at(-1);
    await bench.later(15 * MINUTE);

    expect(dueAt).toBe(BEGIN + HOUR);
    expect(soon).toMatch(/Ann expects an answer by/);
    expect(bench.desk.texts(thread).at(-1)).toMatch(/was due at/);
    expect(await bench.ticket()).toMatchObject({ state: 'claimed', agent: { name: 'Kim' } });
  });

  it('gives the ticket back when the agent is away, and tells the asker once', async () => {
    const bench = await deskBench(queue({ firstReply: HOUR, nextReply: HOUR }));
    await bench.asks('talk to a human');
    await bench.writes(KIM, '>> Which program?');
    await bench.commands(KIM, 'away');
    await bench.asks('Outlook');

    await bench.later(HOUR + MINUTE);
    const back = await bench.ticket();
    await bench.presses(SAM, 'claim-ticket');
    await bench.commands(SAM, 'away');
    await bench.later(3 * HOUR);

    expect(back).toMatchObject({ state: 'open' });
    expect(back).not.toHaveProperty('agent');
    expect(kindsOf(await bench.story()).filter((kind) => kind === 'returned')).toHaveLength(2);
    const told = bench.adapter.texts('test:ann').filter((text) => text.includes('goes to the next person'));
    expect(told).toHaveLength(1);
  });

  it('gives it back outside the hours of the agent', async () => {
    const agents = [{ person: KIM.id, languages: [], hours: hours([-5, 0.5]) }];
    const bench = await deskBench({ ...queue({ firstReply: HOUR }), agents });
    await bench.asks('talk to a human');
    await bench.presses(KIM, 'claim-ticket');

    await bench.later(HOUR + MINUTE);

    expect(await bench.ticket()).toMatchObject({ state: 'open' });
  });
});

describe('a snoozed ticket', () => {
  it('wakes when its time has come, and at once when the asker writes', async () => {
    const bench = await deskBench();
    await bench.asks('talk to a human');
    await bench.commands(KIM, 'snooze', 'hour');
    expect(await bench.ticket()).toMatchObject({ state: 'snoozed', snoozedUntil: BEGIN + HOUR });

    await bench.later(HOUR + MINUTE);
    expect(await bench.ticket()).toMatchObject({ state: 'waiting-for-agent' });
    await bench.commands(KIM, 'snooze', 'week');
    await bench.asks('are you still there?');

    expect(await bench.ticket()).toMatchObject({ state: 'waiting-for-agent' });
  });
});

describe('a solved ticket', () => {
  it('is closed after a week, and can be opened again until then', async () => {
    const bench = await deskBench();
    await bench.asks('talk to a human');
    await bench.presses(KIM, 'resolve-ticket');
    await bench.later(6 * 24 * HOUR);
    await bench.presses(KIM, 'reopen-ticket');
    expect(await bench.ticket()).toMatchObject({ state: 'open' });
    await bench.presses(KIM, 'resolve-ticket');

    await bench.later(7 * 24 * HOUR + MINUTE);

    expect(await bench.ticket()).toMatchObject({ state: 'closed' });
  });
});
