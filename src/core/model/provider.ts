import type { Protocol } from './intent.ts';

export type Security = 'tls' | 'starttls' | 'none';
/** Where a fact comes from. `seen` is the source's own date, YYYY or YYYY-MM or YYYY-MM-DD. */
export interface Source {
  id: string;
  kind: 'page' | 'import' | 'unverified';
  label: string;
  url?: string;
  seen: string;
}
export type Confidence = 'high' | 'medium' | 'low';

export type UsernameForm = 'full-address' | 'local-part' | 'other';

export interface Server {
  protocol: Protocol;
  host: string;
  port: number;
  security: Security;
  username: UsernameForm;
  /** Only for addresses in these domains; absent means all of the provider's. */
  domains?: string[];
  /** Region or plan scope, a code such as `overseas`. */
  scope?: string;
  sources: Source[];
  confidence: Confidence;
}

/**
 * What is true of a provider besides its servers; each code has a text in the locales.
 * The negative ones are facts too.
 */
export type TraitCode =
  | 'no-imap'
  | 'no-pop3'
  | 'no-smtp'
  | 'no-direct-access'
  | 'bridge-only'
  | 'oauth2-only'
  | 'needs-app-password'
  | 'needs-authorization-code'
  | 'needs-client-password'
  | 'needs-separate-mail-password'
  | 'imap-must-be-on'
  | 'pop3-must-be-on'
  | 'admin-must-allow'
  | 'paid-plan-needed'
  | 'needs-imap-id'
  | 'plaintext-refused'
  | 'unreachable-in-region'
  | 'smtp-basic-auth-ending'
  | 'closed'
  | 'product-ask-admin'
  | 'not-a-mailbox'
  | 'username-local-part-for-imap';

export interface Trait {
  code: TraitCode;
  /** Facts that fill the text: region, date (YYYY-MM-DD), plan, protocol. */
  facts: Record<string, string>;
  sources: Source[];
}

/** What the mail program wants in its password field. */
export interface PasswordKind {
  kind:
    | 'login'
    | 'app-password'
    | 'authorization-code'
    | 'client-password'
    | 'separate-mail-password'
    | 'oauth2'
    | 'bridge-password';
  /** Its name in the provider's own menus, e.g. 授权码. */
  localName?: string;
  /** Page where it is made. */
  url?: string;
  sources: Source[];
}

export interface RetiredHost {
  host: string;
  /** Host to use instead; absent where nothing replaces it. */
  replacement?: string;
  since?: string;
  sources: Source[];
}

export interface Conflict {
  what: string;
  values: { value: string; sources: Source[] }[];
  /** Why the first value is preferred, a code. */
  reason: 'official-page' | 'newer-source' | 'more-sources' | 'unresolved';
}

export interface Support {
  url?: string;
  phone?: string;
  hours?: string;
  sources: Source[];
}

export interface Provider {
  id: string;
  kind: 'mailbox' | 'relay' | 'product';
  /** Proper names by BCP 47 tag; `en` always. */
  names: Record<string, string>;
  /** How many people use it, roughly: rank 1 is the most asked for; ties of a typo are broken by it. */
  rank: number;
  domains: string[];
  servers: Server[];
  traits: Trait[];
  password?: PasswordKind;
  retired: RetiredHost[];
  conflicts: Conflict[];
  support?: Support;
  documentation: Source[];
  mx: { suffix: string; certain: boolean }[];
}
