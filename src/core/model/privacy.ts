import type { PlaceId } from './event.ts';

/** How much is kept about a person. */
export interface KeptData {
  messages: number;
  conversations: number;
  tickets: number;
  files: number;
}

/** What an erasure did beside taking everything out of the store. */
export interface Erasure {
  /** Our posts that are being deleted on the platforms. */
  posts: number;
  /** Posts that only the person sees, which no platform lets us delete: where, and when (ms). */
  quiet: { place: PlaceId; at: number }[];
  /** Numbers of open tickets, which stay until they are closed. */
  openTickets: number[];
}
