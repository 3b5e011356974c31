import type { IntentName, SlotSpan, Slots } from '../../model.ts';
import type { Knowledge } from '../../ports.ts';
import { type Addresses, findAddresses, MOST_NAMES } from './addresses.ts';
import { findErrors } from './errors.ts';
import { Covered } from './covered.ts';
import { telling } from '../features.ts';
import { NameFinder } from '../name-finder.ts';
import { scanNames } from './names.ts';
import { type Subject, subjectIn, subjectTokens } from '../lexicon.ts';
import { deniedProviders } from './asides.ts';
import { domainOf, findProviders, own, type ProviderSpan, type Talk } from './providers.ts';
import { distinct, overlaps, type Span } from './span.ts';
import { isDenied } from './whose.ts';
import {
  findPasswordKinds,
  findPlatforms,
  findPorts,
  findProtocols,
  findSecurity,
  PHONES,
  protocolOfHost,
} from './technical.ts';

export interface Extraction {
  slots: Slots;
  spans: SlotSpan[];
  /** What of the text the classifier sees, every slot replaced by a typed token. */
  typed: string;
  subject: Subject;
  providers: ProviderSpan[];
  /** Providers that it says it is not. */
  denied: string[];
  addresses: Addresses;
  /** Intent that the quoted error suggests. */
  errorIntent?: IntentName;
}

/** Reads every slot out of a normalised text, with its place. */
export function extractSlots(
  text: string,
  knowledge: Knowledge,
  talk: Talk = { asked: false, ongoing: false, business: false },
): Extraction {
  // First, because its pass over the text serves the others.
  const errors = findErrors(text, knowledge);
  const addresses = findAddresses(text, knowledge);
  const covered = new Covered(text.length, [...addresses.emails, ...addresses.hosts, ...addresses.domains]);
  const free = <S extends Span<unknown>>(spans: S[]) => spans.filter((span) => !covered.overlaps(span));
  const ports = [...addresses.ports, ...free(findPorts(text))].filter((span) => !overlaps(span, errors.spans));
  const protocols = free(findProtocols(text));
  const platforms = present(free(findPlatforms(text)), text);
  const clients = present(free(findClients(text, knowledge)), text, platforms).filter((span) => !isDenied(text, span));
  const named = findProviders(text, addresses, knowledge, talk).filter((span) => !isOfProgram(span, clients));
  const providers = withoutProgramsOwn(named, clients);
  const client = clients.find((span) => !overlaps(span, providers) || namesMore(span, providers));
  const implied = addresses.hosts.map((span) => protocolOfHost(span.value)).filter((p) => p !== undefined);
  const security = free(findSecurity(text));
  const phone = OUTLOOK_ON_PHONE.test(text) ? platforms.find(({ value }) => PHONES.has(value)) : undefined;
  const platform = (phone ?? platforms[0])?.value;
  const passwordKind = findPasswordKinds(text)[0]?.value;
  const email = own(addresses.emails, text)[0]?.value;
  const exchangers = providers.filter(({ via }) => via === 'mx');
  const domain = email
    ? domainOf(email)
    : addresses.domains.find((span) => !overlaps(span, exchangers) && !isDenied(text, span))?.value;
  const slots: Slots = {
    ...(providers[0] && { provider: providers[0].value }),
    ...(email && { email }),
    ...(domain && { domain }),
    ...list('hosts', distinct(addresses.hosts)),
    ...list('ports', distinct(ports)),
    ...list('protocols', [...new Set([...distinct(protocols), ...implied])]),
    ...clientSlot(client?.value, platform, text),
    ...(platform !== undefined && { platform }),
    ...(security[0] && { security: security[0].value }),
    ...(errors.error && { error: errors.error }),
    ...(errors.id && { errorId: errors.id }),
    ...(passwordKind && { passwordKind }),
  };
  const spans = [
    ...labelled('email', addresses.emails),
    ...labelled('hosts', addresses.hosts),
    ...labelled('domain', addresses.domains),
    ...labelled('error', errors.spans),
    ...labelled('provider', named),
    ...labelled('client', clients),
    ...labelled('ports', ports),
    ...labelled('protocols', protocols),
    ...labelled('security', security),
    ...labelled('platform', platforms),
  ];
  const typed = telling(typedText(text, spans, errors.intent));
  const subject = subjectIn(typed);
  return {
    slots,
    spans,
    typed: typed + subjectTokens(subject),
    subject,
    providers,
    denied: deniedProviders(text, addresses, knowledge),
    addresses,
    ...(errors.intent && { errorIntent: errors.intent }),
  };
}

function list<Name extends 'hosts' | 'ports' | 'protocols', Value>(
  name: Name,
  values: Value[],
): { [K in Name]?: Value[] } {
  return values.length > 0 ? ({ [name]: values.slice(0, MOST_NAMES) } as { [K in Name]: Value[] }) : {};
}

/** A phone's own mail program bears the name of the phone. */
function clientSlot(client: string | undefined, platform: string | undefined, text: string): Pick<Slots, 'client'> {
  if (OUTLOOK_ON_PHONE.test(text) && client?.startsWith('outlook')) return { client: 'outlook-mobile' };
  const own = client ?? (platform === 'ios' ? 'iphone' : platform === 'android' ? 'android' : undefined);
  return own === undefined ? {} : { client: own };
}

/** "My outlook on the ipad": the program of that name for phones. */
const OUTLOOK_ON_PHONE =
  /\boutlook(?: app)?[.,]? ?(?:app )?(?:on|for|in) (?:my |the |an? |our |his |her )*(?:apple |new |old )?(?:i ?phone|i ?pad|ios|android|phone|mobile|samsung|galaxy|pixel)|(?:iphone|ipad|手机|安卓|苹果|华为|小米|三星|平板)(?:上|里)?(?:装)?(?:的)?outlook|outlook手机版/;

function labelled(slot: SlotSpan['slot'], spans: readonly Span<unknown>[]): SlotSpan[] {
  return spans.map(({ start, end, value }) => ({ slot, start, end, value: String(value) }));
}

interface ClientSpan extends Span {
  /** Its name says whose mailbox it is, too. */
  alsoProvider: boolean;
}

interface ClientIndex {
  names: Map<string, string>;
  alsoProviders: ReadonlySet<string>;
  finder: NameFinder;
}

const CLIENT_INDEX = new WeakMap<Knowledge['clientNames'], ClientIndex>();

function clientIndex(clients: Knowledge['clientNames']): ClientIndex {
  const known = CLIENT_INDEX.get(clients);
  if (known) return known;
  const names = new Map(clients.flatMap((client) => client.names.map((name) => [name, client.id] as const)));
  const alsoProviders = new Set(clients.filter((client) => client.alsoProvider).map(({ id }) => id));
  const index = { names, alsoProviders, finder: new NameFinder(names.keys()) };
  CLIENT_INDEX.set(clients, index);
  return index;
}

function findClients(text: string, knowledge: Knowledge): ClientSpan[] {
  const index = clientIndex(knowledge.clientNames);
  return scanNames(text, index.finder, (candidate) => index.names.get(candidate)).map((span) => ({
    ...span,
    alsoProvider: index.alsoProviders.has(span.value) && !OF_A_YEAR.test(text.slice(span.start, span.end)),
  }));
}

/** "Outlook 2016" is a program and no mailbox, whoever was asked for. */
const OF_A_YEAR = /20[012]\d$/;

/** "Apple Mail", "Windows Live Mail" and 网易邮箱大师 name a program, whosever name stands in theirs. */
function isOfProgram({ start, end }: ProviderSpan, clients: readonly ClientSpan[]): boolean {
  return clients.some((client) => !client.alsoProvider && client.start <= start && end <= client.end);
}

/** "The gmail app with my fastmail address": whose program it is counts for the mailbox only where no other is named. */
function withoutProgramsOwn(found: readonly ProviderSpan[], clients: readonly ClientSpan[]): ProviderSpan[] {
  const providers = found
    .filter(({ aside }) => !aside)
    .map((span) => (namesPart(span, clients) ? { ...span, ofProgram: true as const } : span));
  const others = providers.filter(({ ofProgram }) => !ofProgram);
  return others.length > 0 ? others : providers;
}

function namesPart({ start, end }: ProviderSpan, clients: readonly ClientSpan[]): boolean {
  return clients.some(
    (client) => client.start <= start && end <= client.end && end - start < client.end - client.start,
  );
}

/** "I got a Samsung, before I had an iPhone": of two the one that is used now. */
const BEFORE_IT =
  /(?:\b(?:before|previously|earlier|used to|formerly)\b[^.!?]{0,20}|\b(?:i|we) had (?:an? )?|\b(?:my |the )?old |\bfrom (?:an? |my |the )?|\binstead of (?:an? |my |the )?|(?:以前|之前|原来|原先)[^，。]{0,4}|旧(?:的)?)$/;

function present<S extends Span<unknown>>(spans: S[], text: string, others: readonly Span<unknown>[] = []): S[] {
  const isNow = ({ start }: Span<unknown>) => !BEFORE_IT.test(text.slice(Math.max(0, start - 28), start));
  const now = spans.filter(isNow);
  return now.length > 0 || others.some(isNow) ? now : spans;
}

/** "Gmail app" names both: the program by all of it, the mailbox by a part. */
function namesMore(client: ClientSpan, providers: readonly ProviderSpan[]): boolean {
  return providers.every(
    ({ start, end }) =>
      !overlaps(client, [{ start, end, value: '' }]) ||
      (client.start <= start && end <= client.end && end - start < client.end - client.start),
  );
}

const TOKENS: Partial<Record<SlotSpan['slot'], (value: string) => string>> = {
  email: () => '<email>',
  hosts: (value) => `<host:${protocolOfHost(value) ?? 'other'}>`,
  domain: () => '<domain>',
  provider: () => '<provider>',
  client: () => '<client>',
  ports: (value) => `<port:${value}>`,
  protocols: (value) => value,
};

/** Replaces spans by typed tokens, the earlier listed kind winning where two overlap. */
function typedText(text: string, spans: readonly SlotSpan[], errorIntent: IntentName | undefined): string {
  const chosen: SlotSpan[] = [];
  const covered = new Covered(text.length);
  for (const span of spans) {
    if (!(TOKENS[span.slot] ?? span.slot === 'error') || covered.overlaps(span)) continue;
    chosen.push(span);
    covered.add(span);
  }
  let typed = '';
  let at = 0;
  for (const span of chosen.sort((a, b) => a.start - b.start)) {
    typed += `${text.slice(at, span.start)} ${tokenOf(span, text, errorIntent)} `;
    at = span.end;
  }
  return typed + text.slice(at);
}

/** An error keeps its words beside its token: they say more than its kind. */
function tokenOf(span: SlotSpan, text: string, errorIntent: IntentName | undefined): string {
  if (span.slot === 'error') return `<error:${errorIntent ?? 'code'}> ${text.slice(span.start, span.end)}`;
  return TOKENS[span.slot]?.(span.value) ?? '';
}
