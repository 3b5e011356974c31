import type { PortCheck, PortFailure, PortNote, Watcher } from '../../../core/index.ts';
import type { HostAddress } from '../dns.ts';
import type { Stop } from '../dialogues/dialogue.ts';
import type { MailPort } from '../dialogues/ports.ts';
import type { Dial, Limits } from '../options.ts';
import type { TlsContexts } from '../sockets/tls-contexts.ts';
import { printable } from '../sockets/printable.ts';

export interface CheckTools {
  dial: Dial;
  contexts: TlsContexts;
  now: () => number;
  limits: Limits;
  /** Also try every TLS version, each on a socket of its own. */
  allVersions: boolean;
  /** Told how far a conversation is. */
  step?: NonNullable<Watcher['step']>;
}

/** A vetted server and one of its ports. */
export interface PortTarget {
  host: string;
  addresses: readonly HostAddress[];
  mailPort: MailPort;
}

/** One conversation in progress; `draft` gathers what is found. */
export interface Talk {
  host: string;
  /** The address that answered; all further sockets of this port go there. */
  address: string;
  mailPort: MailPort;
  tools: CheckTools;
  signal: AbortSignal;
  draft: PortCheck;
}

export function note(draft: PortCheck, code: PortNote): void {
  if (draft.notes?.includes(code) !== true) draft.notes = [...(draft.notes ?? []), code];
}

export function stop(draft: PortCheck, { stop, speaks, greeting }: Stop): void {
  draft.failure = stop;
  if (speaks !== undefined) draft.speaks = speaks;
  if (greeting !== undefined) draft.greeting = printable(greeting);
}

export function fail(draft: PortCheck, failure: PortFailure): void {
  draft.failure = failure;
}
