import type { AdapterLog, Receive, Store } from '../../core/index.ts';
import type { Hub } from './hub.ts';

export interface WebAdapterOptions {
  log: AdapterLog;
  /** Address to bind; anything but loopback needs `publicUrl`. */
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Where people reach the page, when a proxy or another binding stands before it. */
  publicUrl?: string;
  /** Opens the operator view; without it there is none. */
  deskToken?: string;
  /** An autoconfig file for an address; without it the page answers no mail program. */
  autoconfig?: (address: string) => string | undefined;
  defaultLanguage: string;
  /** Another process may have answered, or delivered, what is shown here. */
  hear?: Store['hear'];
  history: Store['history'];
  tickets: Store['tickets'];
  ticketWithEvents: Store['ticketWithEvents'];
  agents: Store['agents'];
  isBlocked: Store['isBlocked'];
  unsentDrafts: Store['unsentDrafts'];
  /** Bytes of an attachment, as long as they are kept. */
  fileOf: Store['fileOf'];
  keepFile: Store['keepFile'];
}

/** All that the routes need; the pages have no other state. */
export interface WebContext extends WebAdapterOptions {
  receive: Receive;
  hub: Hub;
  /** Milliseconds since the epoch. */
  clock: () => number;
  /** The port that is really bound. */
  boundPort: () => number;
}
