import { describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { startDiscordDouble } from '../support/discord-double/index.ts';
import { createLedger } from '../support/discord-double/ledger.ts';
import type { Session } from '../support/discord-double/sessions.ts';

const NOW = 1_900_000_000_000;
const BROKEN = 1_006;

interface Story {
  session?: Partial<Session>;
  /** Whether a line was up when it was said. */
  isUp?: boolean;
  /** How the line ended, so many ms later. */
  ended?: { after: number; code: number };
  replayed?: boolean;
}

function heard({ session: facts = {}, isUp = true, ended, replayed = false }: Story): boolean {
  let now = NOW;
  const ledger = createLedger(() => now);
  const socket = { readyState: 1 } as WebSocket;
  const session = {
    id: 's',
    intents: 0,
    shard: [0, 1],
    sequence: 4,
    sent: [],
    since: NOW - 60_000,
    resumedFrom: 0,
    over: false,
    abandoned: false,
    ...(isUp && { socket }),
  } as Session;
  ledger.told('message', session);
  now += ended?.after ?? 0;
  if (ended) ledger.lineEnded(socket, ended.code);
  if (replayed) ledger.replayed(Object.assign(session, { socket: { readyState: 1 } as WebSocket }), 0);
  Object.assign(session, facts);
  return ledger.heard('message');
}

describe('whether the app was told of a message', () => {
  it.each<[string, Story, boolean]>([
    ['its line is up', {}, true],
    ['no line was up, and it can be resumed', { isUp: false }, true],
    ['no line was up, and it was ended', { isUp: false, session: { over: true } }, false],
    ['the line broke at once, and it can be resumed', { ended: { after: 5, code: BROKEN } }, true],
    ['the line broke at once, and it was ended', { ended: { after: 5, code: BROKEN }, session: { over: true } }, false],
    ['it was ended while the line was up', { session: { over: true } }, true],
    ['it was ended, and the app closed the line', { ended: { after: 5, code: 1_000 }, session: { over: true } }, true],
    [
      'the line broke when there had been time, and it was ended',
      { ended: { after: 3_000, code: BROKEN }, session: { over: true } },
      true,
    ],
    [
      'the app resumed it from behind the message, and it was ended',
      { ended: { after: 5, code: BROKEN }, session: { over: true, resumedFrom: 4 } },
      true,
    ],
    [
      'it was sent once more, and it was ended while that line was up',
      { ended: { after: 5, code: BROKEN }, replayed: true, session: { over: true } },
      true,
    ],
    [
      'it was too young to be kept when the line broke',
      { ended: { after: 5, code: BROKEN }, session: { abandoned: true, since: NOW - 5 } },
      false,
    ],
    [
      'the app began another one although it could be resumed',
      { ended: { after: 5, code: BROKEN }, session: { abandoned: true } },
      true,
    ],
  ])('of a session, where %s', (_, story, expected) => {
    expect(heard(story)).toBe(expected);
  });

  it('is sure where it knows the channel, and wherever histories can be read', async () => {
    const discord = await startDiscordDouble();
    const [anna, bao] = [discord.direct('3001'), discord.direct('3002')];
    const unknown = discord.say('3001', anna, 'said before any session');
    const known = discord.say('3002', bao, 'said before any session, too');
    discord.say('1001', bao, 'words of the app');
    const inChannel = discord.say('3001', '2001', 'said to all');

    const told = [unknown, known, inChannel].map((message) => discord.heard(message));

    await discord.stop();
    expect(told).toEqual([false, true, true]);
  });
});
