import { fill } from '../locales/index.ts';
import type { Block, Change, Provider, Trait, TraitCode } from '../model.ts';
import type { Evidence } from '../nlu/evidence.ts';
import { type Question, text } from './answer.ts';
import { evidenceOf } from './evidence.ts';
import { changeText, supportText, traitText } from './provider-facts.ts';
import { signInFacts, signInSteps, type WayIn, wayInto } from './sign-in-steps.ts';
import { sourcesBlock, sourcesOf } from './sources-block.ts';

/** Which password a provider wants and how to sign in with it, in the light of what was tried. */
export function signInGuide(provider: Provider, question: Question): Block[] {
  const evidence = evidenceOf(question);
  const closed = provider.traits.find((trait) => NO_WAY_IN.has(trait.code));
  if (closed) return withoutWayIn(closed, provider, question);
  const way = wayInto(provider, question.slots);
  const notes = [
    ...(way === 'special' ? provider.traits.filter(({ code }) => code === 'oauth2-offered') : []).map((trait) =>
      traitText(trait, provider, question),
    ),
    ...provider.changes
      .filter(({ code }) => SIGN_IN_CHANGES.has(code))
      .map((change) => changeText(change, provider, question)),
    supportText(provider, question),
  ].filter((note) => note !== undefined);
  return [
    text(lead(way, provider, question, evidence).join('\n')),
    { kind: 'steps', items: [...new Set(signInSteps(provider, question, evidence))] },
    ...(notes.length > 0 ? [text(notes.join('\n'))] : []),
    ...sourcesBlock(sourcesOf([...provider.traits, ...(provider.password ? [provider.password] : [])]), question),
  ];
}

/** Whether a mail program can sign in at all. */
export function hasWayIn({ traits }: Provider): boolean {
  return !traits.some(({ code }) => NO_WAY_IN.has(code));
}

/** Where no mail program can sign in, with whatever password. */
const NO_WAY_IN = new Set<TraitCode>(['no-direct-access', 'closed', 'forwards-only', 'not-a-mailbox']);
/** Changes that make a sign-in fail that worked before. */
const SIGN_IN_CHANGES = new Set<Change['code']>([
  'smtp-basic-auth-off',
  'basic-auth-off',
  'login-password-off',
  'plaintext-off',
]);

function withoutWayIn(trait: Trait, provider: Provider, question: Question): Block[] {
  const support = supportText(provider, question);
  return [
    text(traitText(trait, provider, question)),
    ...(support === undefined ? [] : [text(support)]),
    ...sourcesBlock(sourcesOf([trait]), question),
  ];
}

function lead(way: WayIn, provider: Provider, question: Question, evidence: Evidence): string[] {
  const { cause, seen } = question.texts.signIn;
  const group = GROUP[way];
  const found = [
    evidence.webmail === 'works' && !evidence.code ? seen.webmail[group] : undefined,
    evidence.elsewhere && evidence.webmail !== 'works' ? seen.elsewhere : undefined,
    evidence.before ? seen.before[group] : undefined,
  ].filter((line) => line !== undefined);
  if (SURE_OF_PASSWORD.test(question.text) && way === 'special' && !evidence.code) found.push(seen.passwordRight);
  const known = way === 'special' && evidence.code ? cause.specialUsed : cause[way];
  const why = fill(known, signInFacts(provider, question));
  return [...(evidence.webmail === 'fails' ? [seen.webmailFails] : []), why, ...found];
}

/** "The password is right": so it may be, and yet not the one that is wanted. */
const SURE_OF_PASSWORD =
  /password is (?:definitely |surely |100% )?(?:right|correct|fine|ok)|sure (?:of|about) (?:the|my) password|密码(?:是|肯定|绝对|确定|明明|真的)*(?:没错|没问题|对|正确|没改)/;

const GROUP: Record<WayIn, 'special' | 'login' | 'oauth2'> = {
  special: 'special',
  bridge: 'special',
  oauth2: 'oauth2',
  login: 'login',
  own: 'login',
  unknown: 'login',
};
