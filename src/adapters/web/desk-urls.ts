import type { FormName } from '../../core/index.ts';

export const HOME = '/desk';
/** Where an agent hands over all that is theirs. */
export const HAND_OVER_ALL = `${HOME}/hand-over-all`;
/** Where an agent says that they go, or are back. */
export const PRESENCE = `${HOME}/presence`;

export function ticketUrl(id: string): string {
  return `${HOME}/tickets/${encodeURIComponent(id)}`;
}

export function formUrl(id: string, form: FormName): string {
  return `${ticketUrl(id)}/forms/${form}`;
}
