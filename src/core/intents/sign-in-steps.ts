import { fill } from '../locales/index.ts';
import type { Provider, Server, Slots, TraitCode } from '../model.ts';
import type { Evidence } from '../nlu/evidence.ts';
import { settingsFor } from '../providers/index.ts';
import type { Question } from './answer.ts';
import { guideOf } from './program-steps.ts';
import { firstStep, passwordPlace, passwordName, shortPasswordName, traitOf, traitText } from './provider-facts.ts';
import { nameFor } from './provider-name.ts';

/** How a provider lets mail programs in: by a password made for them, by the usual one, by a window, by a helper, or in its own program. */
export type WayIn = 'special' | 'login' | 'oauth2' | 'bridge' | 'own' | 'unknown';

export function wayInto(provider: Provider, { client }: Slots = {}): WayIn {
  if (client !== undefined && OWN_PROGRAMS[client]?.includes(provider.id)) return 'own';
  const kind = provider.password?.kind;
  if (kind === 'bridge-password' || traitOf(provider, 'bridge-only')) return 'bridge';
  if (kind === 'oauth2' || traitOf(provider, 'oauth2-only')) return 'oauth2';
  if (kind === undefined) return 'unknown';
  return kind === 'login' ? 'login' : 'special';
}

const MICROSOFT = ['outlook', 'office365'];
const NETEASE = ['163', '126', 'yeah', 'vip163', '188'];

/** Programs that sign in to their maker's mailboxes by themselves. */
const OWN_PROGRAMS: Record<string, readonly string[]> = {
  outlook: MICROSOFT,
  'outlook-new': MICROSOFT,
  'outlook-mac': MICROSOFT,
  'outlook-mobile': MICROSOFT,
  'windows-mail': MICROSOFT,
  'gmail-app': ['gmail'],
  'qqmail-app': ['qq', 'exmail'],
  'exmail-app': ['exmail'],
  'netease-master': NETEASE,
  'alimail-app': ['aliyun', 'aliyun-qiye'],
};

/** What the words of the steps are filled with. */
export function signInFacts(provider: Provider, question: Question) {
  const { texts, language } = question;
  return {
    provider: nameFor(provider, question),
    program: guideOf(question)?.name ?? texts.signIn.program,
    ...(provider.password && {
      name: passwordName(provider.password, { texts, language }),
      short: shortPasswordName(provider.password, texts.traits),
      place: passwordPlace(provider.password, { texts, language }),
    }),
  };
}

/** What to do, in order; what the person has found out already is left out. */
export function signInSteps(provider: Provider, question: Question, evidence: Evidence): string[] {
  const { steps } = question.texts.signIn;
  const say = (template: string) => fill(template, signInFacts(provider, question));
  const first = [...switchedOn(provider, question), ...traits(provider, BEFORE, question)];
  const user = traitOf(provider, 'username-local-part-for-imap') ? steps.userLocal : userStep(provider, question);
  const after = [...(user === undefined ? [] : [user]), ...traits(provider, AFTER, question)];
  const enter = [say(steps.enter), ...savedPassword(question)];
  switch (wayInto(provider, question.slots)) {
    case 'own':
      return [...(needsWebmail(evidence) ? [say(steps.webmail)] : []), say(steps.own), say(steps.ownUpdate)];
    case 'special':
      return [...first, say(evidence.code ? steps.makeNew : steps.make), ...enter, ...after];
    case 'bridge':
      return [...traits(provider, BEFORE, question), say(steps.makeBridge), ...enter];
    case 'oauth2':
      return [...first, say(steps.oauth2), say(steps.tooOld), ...after];
    default:
      return [
        ...(needsWebmail(evidence) ? [say(steps.webmail)] : []),
        ...first,
        ...after,
        say(steps.enterLogin),
        ...savedPassword(question),
      ];
  }
}

/** Where the program keeps it. */
function savedPassword(question: Question): string[] {
  return guideOf(question)?.parts.password?.steps ?? [];
}

function needsWebmail({ webmail, elsewhere }: Evidence): boolean {
  return webmail === undefined && !elsewhere;
}

const BEFORE: TraitCode[] = [
  'paid-plan-needed',
  'two-step-needed',
  'app-password-with-two-step',
  'smtp-must-be-on',
  'admin-must-allow',
];
const AFTER: TraitCode[] = ['needs-imap-id'];

function traits(provider: Provider, codes: readonly TraitCode[], question: Question): string[] {
  return codes.flatMap((code) => {
    const trait = traitOf(provider, code);
    return trait ? [traitText(trait, provider, question)] : [];
  });
}

/** Access that must be switched on, of the protocols that are meant; POP3 only where it is asked for, or all there is. */
function switchedOn(provider: Provider, question: Question): string[] {
  const { slots } = question;
  const servers = settingsFor(provider, slots.domain === undefined ? {} : { domain: slots.domain });
  const wantsPop = slots.protocols?.includes('pop3') || !servers.some(({ protocol }) => protocol === 'imap');
  const meant = servers.filter(({ protocol }) => protocol !== 'pop3' || wantsPop);
  const step = firstStep(provider, meant, question);
  const twoStep = traitOf(provider, 'two-step-needed');
  return step === undefined || (twoStep && step === traitText(twoStep, provider, question)) ? [] : [step];
}

/** Only where all servers say the same. */
function userStep(provider: Provider, { texts }: Question): string | undefined {
  const { servers } = provider;
  const full = ({ username }: Server) => username === 'full-address';
  return servers.length > 0 && servers.every(full) ? texts.signIn.steps.user : undefined;
}
