import { fill, texts } from '../locales/index.ts';
import type { Change, PasswordKind, Protocol, Provider, Server, Trait, TraitCode } from '../model.ts';
import { inMenus, isUnverified, localNameIn } from '../providers/index.ts';
import type { Question } from './answer.ts';
import { nameOf } from './provider-name.ts';

type Reader = Pick<Question, 'texts' | 'language'>;

/** What is true of a provider, as a sentence; hearsay is called so. */
export function traitText(trait: Trait, provider: Provider, { texts, language }: Reader): string {
  const { region, ...facts } = trait.facts;
  const named =
    region === undefined ? {} : { region: new Intl.DisplayNames([language], { type: 'region' }).of(region) ?? region };
  const fact = fill(texts.traits.codes[trait.code], { provider: nameOf(provider, language), ...facts, ...named });
  return isUnverified(trait) ? fill(texts.facts.notConfirmed, { fact }) : fact;
}

/** What is announced for a day, or has happened since. `now` in milliseconds since the epoch. */
export function changeText(change: Change, provider: Provider, { texts, language, now }: Reader & { now: number }) {
  const { changes, notConfirmed } = texts.facts;
  const { code, date, host = '', replacement = '' } = change;
  const what = fill(changes.codes[code], { provider: nameOf(provider, language), host, replacement });
  const past = new Date(now).toISOString().slice(0, date.length) >= date;
  const fact = fill(past ? changes.since : changes.from, { date, what });
  return isUnverified(change) ? fill(notConfirmed, { fact }) : fact;
}

/** The one thing to switch on before anything else works; nothing where all is on already. */
export function firstStep(provider: Provider, servers: readonly Server[], question: Reader): string | undefined {
  const { firstOn } = question.texts.facts;
  const twoStep = traitOf(provider, 'two-step-needed');
  const wanted = new Set(servers.map((server) => server.protocol));
  const off = (protocol: Exclude<Protocol, 'smtp'>) =>
    wanted.has(protocol) && traitOf(provider, `${protocol}-must-be-on`) !== undefined;
  if (off('imap') && off('pop3')) return firstOn.both;
  if (off('imap')) return firstOn.imap;
  if (off('pop3')) return wanted.has('imap') && traitOf(provider, 'imap-always-on') ? firstOn.pop3Only : firstOn.pop3;
  return twoStep && traitText(twoStep, provider, question);
}

export function traitOf({ traits }: Provider, code: TraitCode): Trait | undefined {
  return traits.find((trait) => trait.code === code);
}

/** Says which password the mail program wants, and that it is never typed here. */
export function passwordText(password: PasswordKind | undefined, reader: Reader) {
  const { texts } = reader;
  const words = texts.answers.settings;
  if (!password) return undefined;
  if (password.kind === 'oauth2') return words.passwordOauth;
  if (password.kind === 'login') return words.passwordLogin;
  return fill(words.passwordOther, { name: passwordName(password, reader), link: passwordLink(password, texts) });
}

/** The page where such a password is made. */
export function passwordLink({ url }: PasswordKind, { answers }: Question['texts']): string {
  const { passwordPage } = answers.settings;
  return url === undefined ? passwordPage : `[${passwordPage}](${url})`;
}

/** That page and the way through its menus, where it is known. */
export function passwordPlace(password: PasswordKind, { texts, language }: Reader): string {
  const { menu } = password;
  const link = passwordLink(password, texts);
  const path = menu && inMenus(menu.path, language);
  if (!menu || path === undefined) return link;
  const fact = fill(texts.facts.inMenu, { link, path });
  return isUnverified(menu) ? fill(texts.facts.menuMayDiffer, { fact }) : fact;
}

const englishNames = texts('en').traits.passwords;
const IN_BRACKETS = / ?[(（].*[)）]$/;

/** With the name that it bears in the provider's menus, where that is another than ours, or than ours in English. */
export function passwordName(password: PasswordKind, { texts: { traits, facts }, language }: Reader): string {
  const name = traits.passwords[password.kind];
  const localName = localNameIn(password, language);
  const shown = [name, englishNames[password.kind]].join('\n').toLowerCase();
  if (localName === undefined || shown.includes(localName.toLowerCase())) return name;
  return fill(facts.passwordNamed, { name: shortPasswordName(password, traits), localName });
}

/** Without the Chinese menu label that stands behind some. */
export function shortPasswordName({ kind }: PasswordKind, { passwords }: Question['texts']['traits']): string {
  return passwords[kind].replace(IN_BRACKETS, '');
}

/** Page, telephone and hours of the provider's own support. */
export function supportText(provider: Provider, { texts, language }: Reader): string | undefined {
  const { support } = provider;
  if (!support) return undefined;
  const page = support.url === undefined ? undefined : `[${hostOf(support.url)}](${support.url})`;
  const ways = [page, support.phone, support.hours].filter((way) => way !== undefined);
  const fact = fill(texts.facts.support, { provider: nameOf(provider, language), ways: ways.join(' · ') });
  return isUnverified(support) ? fill(texts.facts.notConfirmed, { fact }) : fact;
}

function hostOf(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, '').split('/')[0] ?? url;
}
