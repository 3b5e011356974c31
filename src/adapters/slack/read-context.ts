import type { Incoming } from '../../core/index.ts';
import type { SlackEnvelope } from './schema.ts';

/** Who we are, as far as `auth.test` has told. */
export interface SlackIdentity {
  team?: string;
  user?: string;
  bot?: string;
  /** Of the workspace, with a slash at the end. */
  url?: string;
}

/** What a person looks like to Slack, from a cache; never asked for while reading. */
export interface Hints {
  name?: string;
  /** BCP 47, from the profile. */
  locale?: string;
  /** Our DM channel with the person. */
  direct?: string;
}

export interface ReadContext extends Hints {
  self: SlackIdentity;
}

/** What a Slack payload means to us. `type` names what was read, for the log. */
export type Reading =
  | { kind: 'event'; event: Incoming }
  /** Wants a form: nothing has been said yet. */
  | { kind: 'form'; form: string; user: string }
  | { kind: 'ignored'; reason: 'not-addressed' | 'own-change' | 'nothing-to-do'; type: string }
  /** Slack has too much to tell, and leaves some of it out. */
  | { kind: 'dropped' }
  | { kind: 'unreadable'; type: string };

export function ignored(type: string, reason: 'not-addressed' | 'own-change' | 'nothing-to-do'): Reading {
  return { kind: 'ignored', reason, type };
}

/**
 * Which installation an event is for. In a channel shared between workspaces the payload's own team may be the
 * other one; keys must all name ours, whose token answers.
 */
export function selfOf(body: SlackEnvelope, known: SlackIdentity): SlackIdentity {
  const ours = body.authorizations?.find((entry) => entry.is_bot !== false);
  const team = ours?.team_id ?? known.team ?? body.team_id;
  const user = ours?.user_id ?? known.user;
  return { ...known, ...(team !== undefined && { team }), ...(user !== undefined && { user }) };
}
