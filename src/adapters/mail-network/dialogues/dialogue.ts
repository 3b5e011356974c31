import type { PortFailure, PortNote, Protocol } from '../../../core/index.ts';
import type { Line, LineChannel } from '../sockets/line-channel.ts';

/** Ends a conversation. `speaks` names another protocol that was recognised. */
export interface Stop {
  stop: PortFailure;
  speaks?: string;
  greeting?: string;
}

export interface Greeting {
  text: string;
  note?: PortNote;
}

export type Ask<T> = T | Stop;

/** The same steps in every mail protocol. All failures are values. */
export interface Dialogue {
  readonly protocol: Protocol;
  /** Waits for the server to speak first. */
  greet(channel: LineChannel): Promise<Ask<Greeting>>;
  /** Announced capabilities, upper case; undefined where the server refuses to say. */
  capabilities(channel: LineChannel): Promise<Ask<string[] | undefined>>;
  /** Asks to begin TLS; undefined means "go". */
  startTls(channel: LineChannel): Promise<Stop | undefined>;
  /** The capability that offers STARTTLS. */
  readonly startTlsCapability: string;
  /** Whether a password may be sent now, as far as the capabilities tell. */
  offersLogin(capabilities: readonly string[]): boolean;
  saslMechanisms(capabilities: readonly string[]): string[];
  /** The command that ends the session. */
  goodbye(): string;
}

export function isStop(value: unknown): value is Stop {
  return typeof value === 'object' && value !== null && 'stop' in value;
}

/** What a greeting that never came, or came badly, means. */
export function greetingStop(line: Extract<Line, { ok: false }>): Stop {
  if (line.end === 'flood') return { stop: 'flood' };
  if (line.end === 'aborted') return { stop: line.begun ? 'too-slow' : 'no-greeting' };
  return { stop: line.end };
}

/** What an answer that never came means. */
export function answerStop(line: Extract<Line, { ok: false }>): Stop {
  if (line.end === 'flood') return { stop: 'flood' };
  return { stop: line.end === 'aborted' ? 'too-slow' : 'closed-after-greeting' };
}

export function startTlsStop(line: Extract<Line, { ok: false }>): Stop {
  if (line.end === 'flood') return { stop: 'flood' };
  return { stop: line.end === 'aborted' ? 'starttls-silent' : 'starttls-closed' };
}

const TONGUES: [RegExp, string][] = [
  [/^\* (OK|PREAUTH|BYE)\b/i, 'imap'],
  [/^(\+OK|-ERR)\b/i, 'pop3'],
  [/^\d{3}([ -]|$)/, 'smtp'],
  [/^SSH-/, 'ssh'],
  [/^(HTTP\/|<html|<!doctype)/i, 'http'],
];
const MAIL_TONGUES = new Set(['imap', 'pop3', 'smtp']);

/** Stop for a greeting that is not in our protocol. */
export function strangerStop(text: string): Stop {
  const speaks = TONGUES.find(([pattern]) => pattern.test(text))?.[1];
  const stop = speaks !== undefined && MAIL_TONGUES.has(speaks) ? 'other-mail-protocol' : 'not-mail-server';
  return speaks === undefined ? { stop } : { stop, speaks, greeting: text };
}

/** Mechanisms that send the password itself. */
export function hasPasswordMechanism(mechanisms: readonly string[]): boolean {
  return mechanisms.includes('PLAIN') || mechanisms.includes('LOGIN');
}
