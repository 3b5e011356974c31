import { describe, expect, it } from 'vitest';
import { createBudget } from '../../../src/adapters/discord/budget.ts';
import { CatchUp } from '../../../src/adapters/discord/catch-up.ts';
import { commandDefinitions } from '../../../src/adapters/discord/commands.ts';
import { inviteUrl } from '../../../src/adapters/discord/index.ts';
import { Line } from '../../../src/adapters/discord/line.ts';
import { createMemory } from '../../../src/adapters/discord/memory.ts';
import { createProgress } from '../../../src/adapters/discord/progress.ts';
import { covers } from '../../../src/adapters/discord/register.ts';
import { Sessions } from '../../../src/adapters/discord/session.ts';
import { storeEvent, type Storing } from '../../../src/adapters/discord/storing.ts';
import { StoreError } from '../../../src/core/index.ts';
import { records } from '../../support/discord-double/json.ts';
import { checkCommands } from '../../support/discord-double/validate.ts';
import { port, type Kept } from './rig.ts';

const DAY = 24 * 3_600_000;
const SESSION = { resumeURL: 'wss://resume.example', sequence: 5, sessionId: 's', shardCount: 1, shardId: 0 };

describe('the progress of a session', () => {
  it('stops before the first dispatch that is not stored', () => {
    const progress = createProgress(10);
    const [eleven, twelve, thirteen] = [11, 12, 13].map((sequence) => progress.begin(sequence));

    twelve?.();
    const held = progress.contiguous;
    eleven?.();
    const further = progress.contiguous;
    thirteen?.();

    expect([held, further, progress.contiguous]).toEqual([10, 12, 13]);
  });
});

describe('catching up with a place', () => {
  it.each([
    ['a thread', false, 1],
    ['a direct message', true, 24],
  ])('looks back from the time of what came live, whatever our own clock says, in %s', async (_, alone, hours) => {
    const looks: number[] = [];
    const at = Date.now() - 3 * DAY;
    const catchUp = new CatchUp({
      backfill: (_place, since) => {
        looks.push(since);
        return Promise.resolve({ ok: true, events: [] });
      },
      heardIn: () => Promise.resolve(),
      store: () => Promise.resolve(),
      stopping: new AbortController().signal,
    });

    await catchUp.before({ place: 'discord:2100', private: alone, at });

    expect(looks).toEqual([at - hours * 3_600_000]);
  });
});

describe('catching up when the process stops', () => {
  it('is left to the next one, with what came live', async () => {
    const stopping = new AbortController();
    const catchUp = new CatchUp({
      backfill: () => {
        stopping.abort();
        return Promise.resolve({ ok: false, kind: 'retry', reason: 'discord 500' });
      },
      heardIn: () => Promise.resolve(),
      store: () => Promise.resolve(),
      stopping: stopping.signal,
    });

    const isCaughtUp = await catchUp.before({ place: 'discord:2100', private: false, at: Date.now() });

    expect(isCaughtUp).toBe(false);
  });
});

describe('what cannot be stored when the process stops', () => {
  it('is overtaken by nothing but what somebody pressed, and waits', async () => {
    const stopping = new AbortController();
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const storing: Storing = { log, stopping: stopping.signal };
    const refused = (): Promise<never> => Promise.reject(new StoreError('full', undefined));
    const first = storeEvent(storing, { id: 'discord:1', type: 'message' }, refused);
    stopping.abort();

    const results = [
      await first,
      await storeEvent(storing, { id: 'discord:2', type: 'message' }, () => Promise.resolve('stored')),
      await storeEvent(storing, { id: 'discord:3', type: 'action' }, () => Promise.resolve('stored'), true),
    ];

    expect(results).toEqual(['stopped', 'stopped', 'stored']);
  });
});

describe('the kept session', () => {
  it('goes on from what was stored, not from what was received', () => {
    const disk: Kept = { value: undefined };
    const sessions = new Sessions(port(disk));
    sessions.update(SESSION);
    sessions.begin(0, 6)();
    sessions.begin(0, 7);
    sessions.update({ ...SESSION, sequence: 7 });
    sessions.save();

    expect(sessions.current(0)?.sequence).toBe(7);
    expect(new Sessions(port(disk)).current(0)?.sequence).toBe(6);
  });

  it.each([undefined, '', 'no json', '{}', '[{}]', '[null]', JSON.stringify([{ ...SESSION, resumeURL: 'http://x' }])])(
    'is begun anew from %j',
    (value) => {
      expect(new Sessions(port({ value })).current(0)).toBeNull();
    },
  );
});

describe('the line', () => {
  function started(): { line: Line; kept: () => boolean } {
    const sessions = new Sessions(port({ value: JSON.stringify([SESSION]) }));
    const line = new Line(sessions);
    line.expect([0], 'wss://common.example');
    return { line, kept: () => sessions.current(0) !== null };
  }

  it('keeps the session when the network is away, though the client would drop it', () => {
    const { line, kept } = started();

    line.closed(0, 1_006);
    line.update(0, null);

    expect(kept()).toBe(true);
  });

  it.each([
    ['Discord calls it invalid', (line: Line) => line.greeted(0)],
    ['Discord refuses the sequence', (line: Line) => line.closed(0, 4_007)],
  ])('drops the session when %s', (_, tell) => {
    const { line, kept } = started();

    tell(line);
    line.update(0, null);

    expect(kept()).toBe(false);
  });

  it('gives up a resume address that cannot be reached, not the session', () => {
    const { line } = started();

    for (let tries = 0; tries < 3; tries += 1) line.closed(0, 1_006);

    expect(line.retrieve(0)).toMatchObject({ sessionId: 's', resumeURL: 'wss://common.example' });
  });

  it('parks a client that wakes up after the end', async () => {
    const { line, kept } = started();

    line.end();
    line.update(0, null);
    const woken = await Promise.race([line.retrieve(0), Promise.resolve('parked')]);

    expect(woken).toBe('parked');
    expect(kept()).toBe(true);
  });
});

describe('the invalid-request budget', () => {
  it('stops us long before Discord does, and opens again', () => {
    let now = 0;
    const budget = createBudget(() => now);
    for (let request = 0; request < 5_000; request += 1) budget.count(403, null);

    expect(() => budget.check()).toThrow('too many invalid requests');
    now = 10 * 60_000;
    expect(() => budget.check()).not.toThrow();
  });

  it('does not count what is not held against us', () => {
    const budget = createBudget(() => 0);
    for (let request = 0; request < 6_000; request += 1) {
      budget.count(429, 'shared');
      budget.count(200, null);
      budget.count(404, null);
    }

    expect(() => budget.check()).not.toThrow();
  });
});

describe('the invite link', () => {
  it('asks for the least, as the documentation says', () => {
    expect(inviteUrl('123')).toBe(
      'https://discord.com/oauth2/authorize?client_id=123&scope=bot+applications.commands&permissions=377957239872',
    );
  });
});

describe('a memory', () => {
  it('forgets the oldest entry', () => {
    const memory = createMemory<number>(2);
    for (const [index, key] of ['a', 'b', 'a', 'c'].entries()) memory.set(key, index);

    expect([memory.get('a'), memory.get('b'), memory.get('c')]).toEqual([2, undefined, 3]);
  });
});

describe('the command definitions', () => {
  it('keep the limits in every language, ask first', () => {
    const [mail, desk, ...onMessages] = commandDefinitions();
    const names = mail && 'options' in mail ? mail.options?.map(({ name }) => name) : [];

    checkCommands(records(commandDefinitions()));
    expect(names).toEqual(['ask', 'settings', 'check', 'diagnose', 'compare', 'human', 'language', 'privacy', 'help']);
    expect(desk && 'options' in desk ? desk.options?.length : 0).toBeLessThanOrEqual(25);
    expect(onMessages.map(({ name }) => name)).toEqual(['Get mail help', 'Send to asker']);
  });

  it('are compared by what we set', () => {
    const wanted = { name: 'mail', options: [{ name: 'ask', required: true, autocomplete: false }], nsfw: false };
    const stored = { id: '1', version: '2', name: 'mail', options: [{ name: 'ask', required: true }] };

    expect(covers(stored, wanted)).toBe(true);
    expect(covers({ ...stored, options: [] }, wanted)).toBe(false);
    expect(covers({ ...stored, name: 'post' }, wanted)).toBe(false);
    expect(covers({ ...stored, options: [{ name: 'ask', required: true, autocomplete: true }] }, wanted)).toBe(false);
  });
});
