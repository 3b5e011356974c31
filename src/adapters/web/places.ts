import { createHash, randomBytes } from 'node:crypto';
import type { PersonId, PlaceId } from '../../core/index.ts';

export const DESK: PlaceId = 'web:desk';

export function ticketPlace(number: number): PlaceId {
  return `${DESK}/${number}`;
}

export function isDeskPlace(place: string): boolean {
  return place === DESK || place.startsWith(`${DESK}/`);
}

/** A visitor's only credential: it stays in the cookie. */
export function newVisitorKey(): string {
  return randomBytes(24).toString('base64url');
}

/**
 * Place, conversation and person of a visitor. It is derived from the cookie, so that ids in the store,
 * in logs or on the desk open nobody's page.
 */
export function visitorPlace(key: string): PlaceId {
  return `web:${shortHash(key)}`;
}

/** Agents of one name are one person, on every page and after a restart. */
export function agentId(name: string): PersonId {
  return `web:agent-${shortHash(name)}`;
}

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
