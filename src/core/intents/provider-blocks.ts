import { fill } from '../locales/index.ts';
import type { Block, PasswordKind, Provider, Server, Slots, Source, Trait } from '../model.ts';
import { settingsFor, staleYear } from '../providers/index.ts';
import { actions, ALL, type Answer, ask, type Question, text } from './answer.ts';

/** The name of a provider in the reader's script. */
export function nameOf(provider: Provider, language: string): string {
  return (
    provider.names[language] ?? provider.names[language.split('-')[0] ?? ''] ?? provider.names['en'] ?? provider.id
  );
}

/** A provider's settings as an answer: what it does not offer first, then the table, the password, warnings, sources. */
export function providerAnswer(provider: Provider, question: Question, lead?: Block): Answer {
  const servers = serversFor(provider, question.slots);
  const blocks = [
    ...(lead ? [lead] : [intro(provider, question)]),
    ...negatives(provider, question),
    ...(servers.length > 0 ? [settingsTable(servers, question)] : noServers(provider, question)),
    ...advice(provider, servers, question),
    ...sourcesBlock(sourcesOf(servers), question),
    ...buttons(provider, servers, question),
  ];
  return { blocks, zone: 'answer', servers, expectsSecret: wantsSecret(provider.password) };
}

/** The protocol that was asked for; all of them where that one is not offered, since something else is then wanted. */
function serversFor(provider: Provider, slots: Slots): Server[] {
  const { protocols: _, ...others } = scopeOf(slots);
  const wanted = settingsFor(provider, scopeOf(slots));
  return wanted.length > 0 ? wanted : settingsFor(provider, others);
}

function scopeOf({ domain, protocols }: Slots): { domain?: string; protocols?: ('imap' | 'pop3' | 'smtp')[] } {
  return { ...(domain !== undefined && { domain }), ...(protocols !== undefined && { protocols }) };
}

function intro(provider: Provider, { texts, language, slots }: Question): Block {
  const facts = { provider: nameOf(provider, language), domain: slots.domain ?? '' };
  return text(fill(slots.domain !== undefined ? texts.answers.settings.introFor : texts.answers.settings.intro, facts));
}

function noServers(provider: Provider, question: Question): Block[] {
  if (provider.traits.some((trait) => EXPLAINED.has(trait.code))) return [];
  return [text(fill(question.texts.answers.settings.noServers, { provider: nameOf(provider, question.language) }))];
}

/** Traits that say why there are no servers to name. */
const EXPLAINED = new Set([
  'no-direct-access',
  'product-ask-admin',
  'own-host-per-customer',
  'forwards-only',
  'not-a-mailbox',
  'closed',
]);

const NEGATIVE = new Set([
  'no-imap',
  'no-pop3',
  'no-smtp',
  'no-direct-access',
  'bridge-only',
  'closed',
  'product-ask-admin',
  'own-host-per-customer',
  'forwards-only',
  'not-a-mailbox',
  'unreachable-in-region',
  'paid-plan-needed',
]);

/** What is not offered comes before what is: it saves the reader the rest. */
function negatives(provider: Provider, question: Question): Block[] {
  const lines = provider.traits
    .filter((trait) => NEGATIVE.has(trait.code) && concerns(trait, question))
    .map((trait) => traitText(trait, provider, question));
  return lines.length > 0 ? [text(lines.join('\n'))] : [];
}

/** A region matters to those who write from it or name it. */
function concerns({ code, facts }: Trait, { language, text: said }: Question): boolean {
  if (code !== 'unreachable-in-region') return true;
  return (facts['region'] === 'CN' && language === 'zh-Hans') || /china|国内|大陆|中国/.test(said);
}

export function traitText(trait: Trait, provider: Provider, { texts, language }: Question): string {
  const { region, ...facts } = trait.facts;
  const named =
    region === undefined ? {} : { region: new Intl.DisplayNames([language], { type: 'region' }).of(region) ?? region };
  return fill(texts.traits.codes[trait.code], { provider: nameOf(provider, language), ...facts, ...named });
}

/** Rows in the order of recommendation; host and port are cells of their own, so that they copy well. */
export function settingsTable(
  servers: readonly Pick<Server, 'protocol' | 'host' | 'port' | 'security' | 'username'>[],
  { texts }: Question,
  title?: string,
): Block {
  const { columns, protocols, security, username } = texts.answers;
  return {
    kind: 'settings',
    ...(title !== undefined && { title }),
    columns: [columns.protocol, columns.host, columns.port, columns.security, columns.username],
    rows: servers.map((server) => [
      protocols[server.protocol],
      server.host,
      String(server.port),
      security[server.security],
      username[server.username],
    ]),
  };
}

/** What to switch on, which password, and what to look out for. */
function advice(provider: Provider, servers: readonly Server[], question: Question): Block[] {
  if (servers.length === 0) return [];
  const { texts, now } = question;
  const has = (code: Trait['code']) => provider.traits.some((trait) => trait.code === code);
  const stale = servers.map((server) => staleYear(server, now)).find((year) => year !== undefined);
  const lines = [
    has('imap-must-be-on') || has('pop3-must-be-on') ? texts.answers.settings.firstOn : undefined,
    passwordText(provider.password, question),
    ...provider.traits.filter((trait) => ADVICE.has(trait.code)).map((trait) => traitText(trait, provider, question)),
    servers.some((server) => server.protocol === 'pop3') ? texts.answers.settings.keepCopy : undefined,
    stale !== undefined ? fill(texts.answers.settings.stale, { year: stale }) : undefined,
    ...conflictTexts(provider, servers, question),
  ].filter((line) => line !== undefined);
  return lines.length > 0 ? [text(lines.map((line) => `- ${line}`).join('\n'))] : [];
}

const ADVICE = new Set(['admin-must-allow', 'needs-imap-id', 'username-local-part-for-imap']);

/** Says which password the mail program wants, and that it is never typed here. */
export function passwordText(password: PasswordKind | undefined, { texts }: Question): string | undefined {
  const words = texts.answers.settings;
  if (!password) return undefined;
  if (password.kind === 'oauth2') return words.passwordOauth;
  if (password.kind === 'login') return words.passwordLogin;
  const link = password.url === undefined ? words.passwordPage : `[${words.passwordPage}](${password.url})`;
  return fill(words.passwordOther, { name: texts.traits.passwords[password.kind], link });
}

function wantsSecret(password: PasswordKind | undefined): boolean {
  return password !== undefined && password.kind !== 'login' && password.kind !== 'oauth2';
}

function conflictTexts(provider: Provider, servers: readonly Server[], { texts }: Question): string[] {
  const hosts = new Set(servers.map((server) => server.host));
  return provider.conflicts
    .filter(
      (conflict) =>
        conflict.reason !== 'more-sources' && conflict.values.some(({ value }) => hosts.has(value.split(':')[0] ?? '')),
    )
    .slice(0, 1)
    .map((conflict) =>
      fill(texts.answers.settings.conflict, { values: conflict.values.map(({ value }) => `\`${value}\``).join(' / ') }),
    );
}

const SOURCES_SHOWN = 2;
const WEIGHT: Record<Source['kind'], number> = { page: 0, import: 1, unverified: 2 };

/** Pages that somebody opened before imported lists, the newest first. */
function byWeight(a: Source, b: Source): number {
  return WEIGHT[a.kind] - WEIGHT[b.kind] || b.seen.localeCompare(a.seen);
}

function sourcesOf(servers: readonly Server[]): Source[] {
  const byLabel = new Map(
    servers.flatMap((server) => server.sources).map((source) => [source.label + source.seen, source]),
  );
  return [...byLabel.values()].sort(byWeight).slice(0, SOURCES_SHOWN);
}

/** Where the facts come from and when they were seen. */
export function sourcesBlock(sources: readonly Source[], { texts }: Pick<Question, 'texts'>): Block[] {
  if (sources.length === 0) return [];
  const block: Block = {
    kind: 'sources',
    title: texts.answers.sources.title,
    items: sources.map((source) => ({
      label: fill(source.kind === 'unverified' ? texts.answers.sources.unverified : texts.answers.sources.seen, {
        label: source.label,
        date: source.seen,
      }),
      ...(source.url !== undefined && { url: source.url }),
    })),
  };
  return [block];
}

function buttons(provider: Provider, servers: readonly Server[], { texts, slots }: Question): Block[] {
  const known: Slots = { ...slots, provider: provider.id };
  const { protocols: _, ...unrestricted } = known;
  const first = servers[0];
  const words = texts.answers.buttons;
  return actions(
    slots.protocols === undefined ? undefined : ask(words.allSettings, 'provider-settings', unrestricted, ALL),
    ask(words.client, 'client-setup', known),
    first && { label: words.check, intent: { name: 'check-server', host: first.host, port: first.port } },
    ask(words.signIn, 'auth-failure', known),
    slots.protocols === undefined ? ask(words.imapOrPop3, 'imap-vs-pop3', known) : undefined,
    { label: words.wrong, intent: { name: 'wrong-fact', provider: provider.id } },
  );
}

/** Providers that people of a language most often mean, as buttons. */
export function askForProvider(question: Question, intent = question.intent): Answer {
  const { texts, knowledge, language, slots } = question;
  const list = (language.startsWith('zh') ? CHINESE : WORLD).flatMap((id) => knowledge.provider(id) ?? []);
  return {
    zone: 'ask',
    asked: 'provider',
    blocks: [
      text(texts.answers.ask.provider),
      ...actions(
        ...list.map((provider) => ask(nameOf(provider, language), intent, { ...slots, provider: provider.id })),
      ),
    ],
  };
}

const CHINESE = ['qq', '163', '126', 'exmail', 'gmail', 'outlook'];
const WORLD = ['gmail', 'outlook', 'office365', 'yahoo', 'icloud', 'aol'];
