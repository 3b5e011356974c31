import type { DiscordDouble } from '../support/discord-double/index.ts';
import type { Random } from './random.ts';

type Trouble = (discord: DiscordDouble, on: RegExp) => void;

const BROKEN_LINE = 1006;
const POST = /^POST \/channels\/\d+\/messages/;
/** What the bot asks for while it delivers, and how often trouble comes there. */
const ROUTES = [
  ...Array.from({ length: 8 }, () => POST),
  /^PATCH \/channels\/\d+\/messages/,
  /^GET \/channels\/\d+\/messages/,
  /^POST \/channels\/\d+\/threads/,
  /^PUT \/channels\/\d+\/messages\/\d+\/reactions/,
  /^GET \/files\//,
  /^GET \/files\//,
  /^POST \/users\/@me\/channels/,
];

const FAULTS: Record<string, Trouble> = {
  'rate-limit': (discord, on) => discord.fault({ on, kind: 'rate-limit', retryAfter: 1, global: on === POST }),
  error: (discord, on) => discord.fault({ on, kind: 'error', times: 2 }),
  'error-after': (discord, on) => discord.fault({ on, kind: 'error-after' }),
  drop: (discord, on) => discord.fault({ on, kind: 'drop' }),
  'drop-after': (discord, on) => discord.fault({ on, kind: 'drop-after', times: 2 }),
  'duplicate-dispatch': (discord) => discord.fault({ kind: 'duplicate-dispatch' }),
};

/** Troubles at random, and how often each came about. */
export function countingTroubles(discord: DiscordDouble): {
  trouble: (random: Random) => void;
  met: () => ReadonlyMap<string, number>;
} {
  const { gateway } = discord;
  const done = new Map<string, number>();
  const to = (name: string, work: () => void) => ({
    [name]: (): void => {
      if (gateway.connected === 0) return;
      work();
      done.set(name, (done.get(name) ?? 0) + 1);
    },
  });
  const all: Record<string, Trouble> = {
    ...FAULTS,
    ...to('op 7', () => gateway.askReconnect()),
    ...to('line broken', () => gateway.disconnect(BROKEN_LINE)),
    ...to('op 9, resumable', () => gateway.invalidate(true)),
    ...to('op 9', () => gateway.invalidate(false)),
  };
  return {
    trouble: (random) => random.pick(Object.values(all))(discord, random.pick(ROUTES)),
    met: () => new Map([...Object.keys(all).map((name) => [name, 0] as const), ...discord.met(), ...done]),
  };
}
