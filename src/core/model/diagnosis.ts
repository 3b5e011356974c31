import type { Protocol, Slots } from './intent.ts';
import type { Security } from './provider.ts';

export type FindingLevel = 'ok' | 'info' | 'warning' | 'problem';

/** One thing found: a value, never an exception. `code` is public vocabulary; `facts` fill its text in the locales. */
export interface Finding {
  code: string;
  level: FindingLevel;
  facts: Record<string, string | number>;
  /** What would mend it, as slots to answer with. */
  fix?: Slots;
}

/** One server as pasted by a person: any part may be missing. */
export interface PastedServer {
  protocol?: Protocol;
  /** The side its label names, where the protocol is not stated. */
  direction?: 'incoming' | 'outgoing';
  host?: string;
  port?: number;
  security?: Security | 'auto';
  username?: string;
  /** The port was typed right behind the host name. */
  glued?: boolean;
  /** How it wants to sign in, where that is said. */
  signIn?: 'password' | 'oauth2';
}

export interface Diagnosis {
  pasted: PastedServer[];
  findings: Finding[];
  /** Corrected block, in order of protocol, where the truth is known. */
  corrected: { protocol: Protocol; host: string; port: number; security: Security }[];
}
