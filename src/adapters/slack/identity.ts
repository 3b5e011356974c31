import type { AdapterLog } from '../../core/index.ts';
import type { SlackClient } from './client.ts';
import { failureOf } from './errors.ts';
import type { SlackIdentity } from './read-context.ts';

export interface Identity {
  known(): SlackIdentity;
  /** Asks Slack who we are, once; resolves without an answer when Slack has none. */
  ask(): Promise<SlackIdentity>;
}

/** Events say whom they are for, so that reading never waits for this. */
export function createIdentity(client: SlackClient, log: AdapterLog): Identity {
  let known: SlackIdentity = {};

  async function ask(): Promise<SlackIdentity> {
    if (known.team !== undefined) return known;
    try {
      const { team_id: team, user_id: user, bot_id: bot, url } = await client.auth.test();
      known = { ...(team && { team }), ...(user && { user }), ...(bot && { bot }), ...(url && { url }) };
      log.info('slack-signed-in', { team: team ?? '', user: user ?? '' });
    } catch (error) {
      log.warn('slack-sign-in-failed', { reason: failureOf(error, log).reason });
    }
    return known;
  }

  return { known: () => known, ask };
}
