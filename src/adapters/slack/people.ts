import type { AdapterLog } from '../../core/index.ts';
import type { SlackClient } from './client.ts';
import type { Guarded } from './cooldown.ts';
import { failureOf } from './errors.ts';
import type { Hints } from './read-context.ts';
import { within } from './waiting.ts';

/** What we know of people, kept in memory. */
export interface People {
  /** Our DM channel with a user; throws what Slack's client throws. */
  direct(user: string): Promise<string>;
  isOwnDirect(channel: string): boolean;
  learnDirect(channel: string): void;
  /** What is known or can be learnt quickly. Never fails: an acknowledgement waits for it. */
  hints(user: string, wantsDirect: boolean): Promise<Hints>;
}

/** The acknowledgement has 3 s in all. */
const PATIENCE_MS = 500;
const FRESH_MS = 60 * 60_000;
const FAILED_FRESH_MS = 5 * 60_000;
const MAX_KEPT = 5_000;

type Profile = Pick<Hints, 'name' | 'locale'>;

/** Remembers what a look-up gave, and forgets it after a while; oldest first when there are many. */
function createCache<T>(lookUp: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const kept = new Map<string, { value: Promise<T>; until: number }>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined && known.until > Date.now()) return known.value;
    const entry = { value: lookUp(key), until: Date.now() + FRESH_MS };
    kept.delete(key);
    kept.set(key, entry);
    const [oldest] = kept.keys();
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    entry.value.catch(() => {
      entry.until = 0;
    });
    return entry.value;
  };
}

export function createPeople(client: SlackClient, guarded: Guarded, log: AdapterLog): People {
  const own = new Set<string>();
  let profilesOffUntil = 0;

  const direct = createCache(async (user) => {
    const { channel } = await guarded('conversations.open', () => client.conversations.open({ users: user }));
    if (channel?.id === undefined) throw new Error('conversations.open named no channel');
    own.add(channel.id);
    return channel.id;
  });

  const profile = createCache(async (user): Promise<Profile> => {
    const { user: found } = await guarded('users.info', () => client.users.info({ user, include_locale: true }));
    const name = found?.profile?.display_name || found?.profile?.real_name || found?.name;
    return { ...(name !== undefined && { name }), ...(found?.locale !== undefined && { locale: found.locale }) };
  });

  const quietProfile = async (user: string): Promise<Profile> => {
    if (Date.now() < profilesOffUntil) return {};
    try {
      return await profile(user);
    } catch (error) {
      const failure = failureOf(error, log);
      const unknownUser = failure.kind === 'refused' && failure.code === 'place-gone';
      if (!unknownUser) profilesOffUntil = Date.now() + FAILED_FRESH_MS;
      log.warn('slack-profile-unknown', { reason: failure.reason });
      return {};
    }
  };

  const quietDirect = async (user: string): Promise<Hints> => {
    try {
      return { direct: await direct(user) };
    } catch {
      return {};
    }
  };

  return {
    direct,
    isOwnDirect: (channel) => own.has(channel),
    learnDirect: (channel) => void own.add(channel),
    hints: async (user, wantsDirect) => {
      const both = Promise.all([quietProfile(user), wantsDirect ? quietDirect(user) : {}]);
      const [known, channel] = await within(both, PATIENCE_MS, [{}, {}]);
      return { ...known, ...channel };
    },
  };
}
