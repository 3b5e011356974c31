import type { Author, EventBase } from '../../core/index.ts';
import { conversationId, personId, placeId, tsToMs, type SlackPlace } from './ids.ts';
import { RESPONSE_URL_MS } from './limits.ts';
import type { ReadContext } from './read-context.ts';

/** What an interaction says about who acted and where. */
export interface Scene {
  team: string;
  user: string;
  name?: string | undefined;
  /** Absent for what happens outside of channels (global shortcut, App Home). */
  channel?: string | undefined;
  thread?: string | undefined;
  at: number;
  handle?: string | undefined;
}

/**
 * A slash command may come from somebody's DM with somebody else: only the DM that we share with the person is
 * private to us, and only there a DM is one conversation.
 */
function placeOf(scene: Scene, context: ReadContext): { place: SlackPlace; own: boolean } {
  const channel = scene.channel ?? context.direct ?? scene.user;
  const own = channel === scene.user || channel === context.direct;
  const thread = scene.thread === undefined ? {} : { thread: scene.thread };
  return { place: { team: scene.team, channel, ...thread }, own };
}

export function baseOf(scene: Scene, context: ReadContext): Omit<EventBase, 'id'> {
  const { place, own } = placeOf(scene, context);
  const name = context.name ?? scene.name ?? scene.user;
  const author: Author = { id: personId(scene.team, scene.user), name, bot: false };
  return {
    conversation: conversationId(place, scene.user, own),
    place: placeId(place),
    private: own,
    author,
    at: scene.at,
    ...(context.locale !== undefined && { locale: context.locale }),
    ...(scene.handle !== undefined &&
      scene.handle !== '' && { handle: { value: scene.handle, expiresAt: scene.at + RESPONSE_URL_MS } }),
  };
}

export function teamOf(
  body: { team?: { id: string } | undefined; user: { team_id?: string | undefined } },
  context: ReadContext,
): string {
  return context.self.team ?? body.team?.id ?? body.user.team_id ?? '';
}

export function timeOf(ts: string | undefined, now: number): number {
  return ts === undefined ? now : tsToMs(ts);
}
