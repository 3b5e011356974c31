import type { Protocol } from './intent.ts';

export type Security = 'tls' | 'starttls' | 'none';
/** Where a fact comes from. `seen` is the source's own date, YYYY or YYYY-MM or YYYY-MM-DD. */
export interface Source {
  id: string;
  kind: 'page' | 'import' | 'unverified';
  label: string;
  url?: string;
  seen: string;
  /** A page of the provider whose fact it is. */
  own?: true;
}
export type Confidence = 'high' | 'medium' | 'low';

export type UsernameForm = 'full-address' | 'local-part' | 'other';

/** Where a fact comes from, and how far to trust it. */
interface Sourced {
  sources: Source[];
  confidence: Confidence;
}

export interface Server extends Sourced {
  protocol: Protocol;
  host: string;
  port: number;
  security: Security;
  username: UsernameForm;
  /** Only for addresses in these domains; absent means all of the provider's. */
  domains?: string[];
  /** Whom it is for, where that is not everybody: `overseas`, `bridge`, a country (`cn`), a data centre. */
  scope?: string;
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
  | 'oauth2-offered'
  | 'two-step-needed'
  | 'needs-app-password'
  | 'app-password-with-two-step'
  | 'needs-authorization-code'
  | 'needs-client-password'
  | 'needs-separate-mail-password'
  | 'imap-must-be-on'
  | 'imap-always-on'
  | 'pop3-must-be-on'
  | 'pop3-always-on'
  | 'smtp-must-be-on'
  | 'admin-must-allow'
  | 'paid-plan-needed'
  | 'needs-imap-id'
  | 'plaintext-refused'
  | 'smtp-own-network-only'
  | 'unreachable-in-region'
  | 'no-new-accounts'
  | 'closed'
  | 'product-ask-admin'
  | 'own-host-per-customer'
  | 'forwards-only'
  | 'not-a-mailbox'
  | 'username-local-part-for-imap'
  | 'recent-mail-only'
  | 'newest-in-folder-only'
  | 'own-folders-hidden';

export interface Trait extends Sourced {
  code: TraitCode;
  /** Facts that fill the text: `region` (ISO 3166), `plan`. */
  facts: Record<string, string>;
}

/** What is announced for a day, or has happened since; each code has a text in the locales. */
export interface Change extends Sourced {
  code:
    | 'smtp-basic-auth-off'
    | 'basic-auth-off'
    | 'login-password-off'
    | 'imap-off'
    | 'pop3-off'
    | 'fetching-off'
    | 'plaintext-off'
    | 'old-tls-off'
    | 'host-replaced'
    | 'paid-plan-needed'
    | 'service-closes';
  /** YYYY-MM-DD, or YYYY-MM where no day is announced. */
  date: string;
  /** With `host-replaced`: the old name and the new one. */
  host?: string;
  replacement?: string;
}

/** What the mail program wants in its password field. */
export interface PasswordKind extends Sourced {
  kind:
    | 'login'
    | 'app-password'
    | 'authorization-code'
    | 'client-password'
    | 'separate-mail-password'
    | 'oauth2'
    | 'bridge-password';
  /** Its name in the provider's own menus, e.g. 授权码; by language tag where the menus speak several. */
  localName?: string | Record<string, string>;
  /** Page where it is made. */
  url?: string;
  menu?: MenuPath;
}

/** The way through a provider's own menus, by language tag where they speak several. */
export interface MenuPath extends Sourced {
  path: string | Record<string, string>;
}

export interface RetiredHost extends Sourced {
  host: string;
  /** Host to use instead; absent where nothing replaces it. */
  replacement?: string;
  since?: string;
}

export interface Conflict {
  what: string;
  values: { value: string; sources: Source[] }[];
  /** Why the first value is preferred, a code. */
  reason:
    | 'official-page'
    | 'newer-source'
    | 'more-sources'
    | 'other-product'
    | 'depends-on-region'
    | 'both-work'
    | 'account-moved'
    | 'unresolved';
}

export interface Support extends Sourced {
  url?: string;
  phone?: string;
  hours?: string;
}

/** A mail exchanger's suffix; not `certain` where several providers stand behind it. */
export interface MxSuffix extends Sourced {
  suffix: string;
  certain: boolean;
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
  /** Encrypted ones that sources list beside those: right where somebody has them, shown in no answer. */
  alsoOffered: Server[];
  traits: Trait[];
  /** Dated changes, the earliest first. */
  changes: Change[];
  password?: PasswordKind;
  retired: RetiredHost[];
  conflicts: Conflict[];
  support?: Support;
  documentation: Source[];
  mx: MxSuffix[];
}
