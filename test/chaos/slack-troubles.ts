import type { SlackDouble } from '../support/slack-double/index.ts';
import type { Random } from './random.ts';

type Trouble = (slack: SlackDouble, method: string) => void;

/** What the bot calls while it delivers, and how often trouble comes there. */
const METHODS = [
  ...Array.from({ length: 8 }, () => 'chat.postMessage'),
  'chat.update',
  'chat.postEphemeral',
  'conversations.history',
  'conversations.replies',
  'files.getUploadURLExternal',
  'files.completeUploadExternal',
  'files.info',
  'download',
  'download',
  'reactions.add',
  'users.info',
];

const FAULTS: Record<string, Trouble> = {
  'rate-limit': (slack, method) => slack.fault({ method, kind: 'rate-limit', retryAfter: 1 }),
  'error-500': (slack, method) => slack.fault({ method, kind: 'error-500', times: 2 }),
  'error-500-after': (slack, method) => slack.fault({ method, kind: 'error-500-after' }),
  'drop-response': (slack, method) => slack.fault({ method, kind: 'drop-response', times: 2 }),
  duplicate: (slack) => slack.fault({ method: 'event', kind: 'duplicate', times: 2 }),
  hold: (slack) => slack.fault({ method: 'event', kind: 'hold' }),
};

/** Troubles at random, and how often each came about. */
export function countingTroubles(slack: SlackDouble): {
  trouble: (random: Random) => void;
  met: () => ReadonlyMap<string, number>;
} {
  const ended = new Map<string, number>();
  const disconnect = (manner: 'refresh' | 'cut'): void => {
    if (slack.connections() === 0) return;
    slack.disconnect(manner);
    ended.set(manner, (ended.get(manner) ?? 0) + 1);
  };
  const all: Record<string, Trouble> = {
    ...FAULTS,
    refresh: () => disconnect('refresh'),
    cut: () => disconnect('cut'),
  };
  return {
    trouble: (random) => random.pick(Object.values(all))(slack, random.pick(METHODS)),
    met: () => new Map([...Object.keys(all).map((name) => [name, 0] as const), ...slack.met(), ...ended]),
  };
}
