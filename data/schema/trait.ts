import * as z from 'zod';
import { confidence, fullDate, hostName, sourceKeys } from './common.ts';

export const TRAIT_CODES = [
  'no-imap',
  'no-pop3',
  'no-smtp',
  'no-direct-access',
  'bridge-only',
  'oauth2-only',
  'oauth2-offered',
  'two-step-needed',
  'needs-app-password',
  'app-password-with-two-step',
  'needs-authorization-code',
  'needs-client-password',
  'needs-separate-mail-password',
  'imap-must-be-on',
  'imap-always-on',
  'pop3-must-be-on',
  'pop3-always-on',
  'smtp-must-be-on',
  'admin-must-allow',
  'paid-plan-needed',
  'needs-imap-id',
  'plaintext-refused',
  'smtp-own-network-only',
  'unreachable-in-region',
  'no-new-accounts',
  'closed',
  'product-ask-admin',
  'own-host-per-customer',
  'forwards-only',
  'not-a-mailbox',
  'username-local-part-for-imap',
  'recent-mail-only',
  'newest-in-folder-only',
  'own-folders-hidden',
] as const;
export type TraitCodeEntry = (typeof TRAIT_CODES)[number];

/** What is announced for a day, or has happened since. */
export const CHANGE_CODES = [
  'smtp-basic-auth-off',
  'basic-auth-off',
  'login-password-off',
  'imap-off',
  'pop3-off',
  'fetching-off',
  'plaintext-off',
  'old-tls-off',
  'host-replaced',
  'paid-plan-needed',
  'service-closes',
] as const;

/** Each pair cannot be true together: what is stated by hand refutes what was imported. */
export const OPPOSITES: readonly (readonly [TraitCodeEntry, TraitCodeEntry])[] = [
  ['imap-must-be-on', 'imap-always-on'],
  ['pop3-must-be-on', 'pop3-always-on'],
  ['no-imap', 'imap-must-be-on'],
  ['no-imap', 'imap-always-on'],
  ['no-pop3', 'pop3-must-be-on'],
  ['no-pop3', 'pop3-always-on'],
  ['no-smtp', 'smtp-must-be-on'],
  ['needs-app-password', 'app-password-with-two-step'],
  ['oauth2-only', 'oauth2-offered'],
];

const region = z.string().regex(/^[A-Z]{2}$/, 'a country as ISO 3166 writes it: CN');

const facts = z.strictObject({
  region: region.optional(),
  plan: z.string().optional(),
});

/** What is true of a provider besides its servers; the negative ones are facts too. */
export const trait = z
  .strictObject({
    code: z.enum(TRAIT_CODES),
    /** `region` with unreachable-in-region; `plan` with paid-plan-needed. */
    facts: facts.optional(),
    source: sourceKeys,
    confidence: confidence.optional(),
  })
  .refine(({ code, facts: said }) => (code === 'unreachable-in-region') === (said?.region !== undefined), {
    message: 'a region belongs to unreachable-in-region, and to nothing else',
    path: ['facts'],
  })
  .refine(({ code, facts: said }) => code === 'paid-plan-needed' || said?.plan === undefined, {
    message: 'a plan belongs to paid-plan-needed only',
    path: ['facts', 'plan'],
  });

export const change = z
  .strictObject({
    code: z.enum(CHANGE_CODES),
    /** The day on which it happens or happened; a month where no day is announced. */
    date: fullDate,
    /** With host-replaced: the old name and the new one. */
    host: hostName.optional(),
    replacement: hostName.optional(),
    source: sourceKeys,
    confidence: confidence.optional(),
  })
  .refine(
    ({ code, host, replacement }) => (code === 'host-replaced') === (host !== undefined && replacement !== undefined),
    {
      message: 'host and replacement belong to host-replaced',
      path: ['code'],
    },
  );
