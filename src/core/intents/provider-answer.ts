import { fill } from '../locales/index.ts';
import type { Block, PasswordKind, Protocol, Provider, Server, Slots, Trait, TraitCode } from '../model.ts';
import { settingsFor } from '../providers/index.ts';
import { type Answer, type Asking, text } from './answer.ts';
import { advice } from './provider-advice.ts';
import { fitting, otherParts, otherPartsButtons } from './fitting.ts';
import { providerButtons } from './provider-buttons.ts';
import { supportText, traitText } from './provider-facts.ts';
import { nameFor, nameOf } from './provider-name.ts';
import { settingsTable } from './settings-table.ts';
import { sourcesBlock, sourcesOf } from './sources-block.ts';

/** A provider's settings as an answer: what it does not offer first, then the table, the password, warnings, sources. */
export function providerAnswer(provider: Provider, question: Asking, lead?: Block): Answer {
  const all = serversFor(provider, question.slots);
  const fit = fitting(all, question);
  const { servers } = fit;
  const refused = negatives(provider, question);
  const blocks = [
    ...(lead ? [lead] : servers.length > 0 ? [intro(provider, question)] : []),
    ...(refused.length > 0 ? [text(refused.map((trait) => traitText(trait, provider, question)).join('\n'))] : []),
    ...(servers.length > 0
      ? [
          settingsTable(servers, question),
          ...otherParts(fit, question),
          ...otherPartsButtons(provider, fit, question),
          ...advice(provider, fit, question),
        ]
      : withoutServers(provider, question)),
    ...sourcesBlock(sourcesOf(servers.length > 0 ? servers : refused), question),
    ...providerButtons(provider, servers, question),
  ];
  return { blocks, zone: 'answer', servers, expectsSecret: wantsSecret(provider.password) };
}

/** The protocol that was asked for; all of them where that one is not offered, since something else is then wanted. */
function serversFor(provider: Provider, slots: Slots): Server[] {
  const { protocols: _, ...others } = scopeOf(slots);
  const wanted = settingsFor(provider, scopeOf(slots));
  return wanted.length > 0 ? wanted : settingsFor(provider, others);
}

function scopeOf({ domain, protocols }: Slots): { domain?: string; protocols?: Protocol[] } {
  return { ...(domain !== undefined && { domain }), ...(protocols !== undefined && { protocols }) };
}

function intro(provider: Provider, asking: Asking): Block {
  const { texts, slots } = asking;
  const facts = { provider: nameFor(provider, asking), domain: slots.domain ?? '' };
  return text(fill(slots.domain !== undefined ? texts.answers.settings.introFor : texts.answers.settings.intro, facts));
}

/** Traits that say why there are no servers to name. */
const SAYS_WHY = new Set<TraitCode>([
  'no-direct-access',
  'product-ask-admin',
  'own-host-per-customer',
  'forwards-only',
  'not-a-mailbox',
  'closed',
]);

/** Who can help where we know no servers: the provider's own support. */
function withoutServers(provider: Provider, question: Asking): Block[] {
  const { texts, language } = question;
  const said = provider.traits.some((trait) => SAYS_WHY.has(trait.code));
  const lines = [
    said ? undefined : fill(texts.answers.settings.noServers, { provider: nameOf(provider, language) }),
    supportText(provider, question),
  ].filter((line) => line !== undefined);
  return lines.length > 0 ? [text(lines.join('\n'))] : [];
}

const NEGATIVE = new Set<TraitCode>([
  'no-imap',
  'no-pop3',
  'no-smtp',
  'no-direct-access',
  'bridge-only',
  'closed',
  'no-new-accounts',
  'product-ask-admin',
  'own-host-per-customer',
  'forwards-only',
  'not-a-mailbox',
  'unreachable-in-region',
  'paid-plan-needed',
]);
/** Each says more than the single ones, which would then only repeat it. */
const SUMS_UP = new Set<TraitCode>(['no-direct-access', 'not-a-mailbox']);
const SINGLE = new Set<TraitCode>(['no-imap', 'no-pop3', 'no-smtp', 'bridge-only']);

/** What is not offered comes before what is: it saves the reader the rest. */
function negatives({ traits }: Provider, question: Asking): Trait[] {
  const all = traits.filter((trait) => NEGATIVE.has(trait.code) && concerns(trait, question));
  const summedUp = all.some((trait) => SUMS_UP.has(trait.code));
  return all.filter((trait) => !summedUp || !SINGLE.has(trait.code));
}

const SINGLE_PROTOCOL = /^no-(?:imap|pop3|smtp)$/;

/** A region matters to those who write from it or name it, a protocol that is missing to those who ask for it or for all. */
function concerns({ code, facts }: Trait, { language, text: said, slots: { protocols } }: Asking): boolean {
  if (protocols !== undefined && SINGLE_PROTOCOL.test(code)) return protocols.some((name) => code === `no-${name}`);
  if (code !== 'unreachable-in-region') return true;
  return (facts['region'] === 'CN' && language === 'zh-Hans') || /china|国内|大陆|中国/.test(said);
}

function wantsSecret(password: PasswordKind | undefined): boolean {
  return password !== undefined && password.kind !== 'login' && password.kind !== 'oauth2';
}
