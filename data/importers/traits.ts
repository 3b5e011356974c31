import type { ProviderEntry } from '../schema.ts';
import { type FactsRecord, sourceKeysOf } from './record.ts';

type TraitEntry = NonNullable<ProviderEntry['traits']>[number];

/** What a collector's flags mean in our vocabulary; flags that are not here say nothing that we tell people. */
const TRAITS: Readonly<Record<string, TraitEntry['code'][]>> = {
  'requires-imap-id-rfc2971': ['needs-imap-id'],
  'oauth2-only': ['oauth2-only'],
  'password-login-refused': ['oauth2-only'],
  'admin-must-allow-clients': ['admin-must-allow'],
  'bridge-only': ['bridge-only'],
  'no-imap': ['no-imap'],
  'no-pop3': ['no-pop3'],
  'no-smtp': ['no-smtp'],
  'product-not-a-provider': ['product-ask-admin'],
};

/** Traits of a record, each once, in the order of its flags. */
export function importTraits(record: FactsRecord): TraitEntry[] {
  const found = new Map<TraitEntry['code'], string[]>();
  for (const { flag, sources } of record.notes) {
    const keys = sourceKeysOf(sources);
    if (keys.length === 0) continue;
    for (const code of traitsOf(flag, record)) found.set(code, [...new Set([...(found.get(code) ?? []), ...keys])]);
  }
  if (record.kind === 'relay') found.set('not-a-mailbox', sourceKeysOf(record.sources));
  return [...found].map(([code, source]) => ({ code, source: source.length === 1 ? (source[0] ?? '') : source }));
}

function traitsOf(flag: string, record: FactsRecord): readonly TraitEntry['code'][] {
  const offers = (protocol: string) => record.servers.some((server) => server.protocol === protocol);
  if (flag === 'must-be-switched-on') {
    return [
      ...(offers('imap') ? ['imap-must-be-on' as const] : []),
      ...(offers('pop3') ? ['pop3-must-be-on' as const] : []),
    ];
  }
  if (flag !== 'needs-app-password') return TRAITS[flag] ?? [];
  return record.notes.some((note) => note.flag.startsWith('password-kind:') && note.flag.includes('授权码'))
    ? ['needs-authorization-code']
    : ['needs-app-password'];
}
