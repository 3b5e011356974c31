import { type Answer, actions, ask, type Question, text } from '../intents/answer.ts';
import { checkButton } from '../intents/check-button.ts';
import { INTENTS } from '../intents/index.ts';
import { nameOf } from '../intents/provider-name.ts';
import { aboutLookAlike } from '../intents/provider-settings.ts';
import { tableWithCare } from '../intents/settings-table.ts';
import { sourcesBlock } from '../intents/sources-block.ts';
import { fill } from '../locales/index.ts';
import { homographOf } from '../providers/index.ts';
import type { Action, Block, Finding, IntentName, Level, PastedServer, Server } from '../model.ts';
import { compareSettings, type Comparison } from './compare.ts';
import { findingText } from './finding-text.ts';
import { SETTINGS_LABEL } from './labels.ts';
import { readSettings } from './read-settings.ts';

/** What the person's trouble is, when the settings are right. */
const TROUBLES: ReadonlySet<IntentName> = new Set<IntentName>([
  'auth-failure',
  'connection-error',
  'send-receive-problem',
  'sync-or-missing-mail',
  'client-setup',
]);

/** Pasted settings are compared with the known ones, whichever intent the words around them have; undefined where nothing was pasted. */
export function diagnosisAnswer(question: Question): Answer | undefined {
  const { knowledge, slots } = question;
  const pasted = pastedIn(question);
  if (!pasted) return undefined;
  const disguised = disguisedHost(question);
  if (disguised) return disguised;
  const provider = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  const comparison = compareSettings(pasted, provider, domainOf(pasted, question), knowledge);
  return isRight(comparison) && TROUBLES.has(question.intent)
    ? rightBut(comparison, question)
    : compared(pasted, comparison, question);
}

/** A name with letters of another script is told as what it is, whatever stands around it. */
function disguisedHost(question: Question): Answer | undefined {
  for (const host of question.fresh.hosts ?? []) {
    const imitated = homographOf(question.knowledge, host);
    if (imitated !== undefined) return aboutLookAlike(host, imitated, question);
  }
  return undefined;
}

/** Other questions that name a server, a port and an encryption have answers of their own. */
const ABOUT_SETTINGS: ReadonlySet<IntentName> = new Set<IntentName>([
  'provider-settings',
  'wrong-server-address',
  'ports-and-encryption',
  'auth-failure',
  'connection-error',
  'send-receive-problem',
  'client-setup',
  'find-server-address',
]);

/** Settings, not a sentence that names a server: by their labels, or by host, port and encryption in one breath, or a host that we know with its port. */
function pastedIn({ text: normalised, addresses, fresh, intent, knowledge }: Question): PastedServer[] | undefined {
  if (addresses === undefined || fresh.hosts === undefined) return undefined;
  const isLabelled = SETTINGS_LABEL.test(normalised);
  if (!isLabelled && (fresh.ports === undefined || !ABOUT_SETTINGS.has(intent))) return undefined;
  const pasted = readSettings(normalised, addresses);
  const telling = pasted.some(({ port, security }) => port !== undefined || security !== undefined);
  const isKnown = (host?: string) => host !== undefined && knowledge.providerByHost(host)?.via === 'host';
  const whole = pasted.some(
    ({ host, port, security }) => port !== undefined && (security !== undefined || isKnown(host)),
  );
  return whole || (isLabelled && (telling || pasted.length > 1)) ? pasted : undefined;
}

function isRight({ findings }: Comparison): boolean {
  return findings.every(({ level }) => level === 'ok');
}

/** The address may stand in the field of the user name. */
function domainOf(pasted: readonly PastedServer[], { slots }: Question): string | undefined {
  const user = pasted.find(({ username }) => username?.includes('@'))?.username;
  return slots.domain ?? user?.slice(user.indexOf('@') + 1);
}

/** Settings that are right leave the person's trouble unsolved: its own intent answers that. */
function rightBut(comparison: Comparison, question: Question): Answer {
  const answer = INTENTS[question.intent].answer(question);
  return { ...answer, findings: comparison.findings, blocks: [verdict(comparison, question), ...answer.blocks] };
}

function compared(pasted: readonly PastedServer[], comparison: Comparison, question: Question): Answer {
  const { answers } = question.texts;
  const { findings, corrected } = comparison;
  const provider = question.knowledge.provider(question.slots.provider ?? '');
  const domain = provider ? undefined : domainToLookUp(pasted, question);
  const intro = provider
    ? fill(answers.diagnosis.intro, { provider: nameOf(provider, question.language) })
    : answers.diagnosis.introUnknown;
  return {
    zone: 'answer',
    findings,
    servers: corrected,
    ...(domain !== undefined && { task: { kind: 'discover', domain, pasted: [...pasted] } }),
    blocks: [
      ...(domain === undefined ? [] : [text(fill(answers.checking.discover, { domain }))]),
      ...comparisonBlocks(pasted, comparison, intro, question),
    ],
  };
}

/** The domain of the address, else the one that the server's name lies in: who runs its mail can be found out. */
function domainToLookUp(pasted: readonly PastedServer[], question: Question): string | undefined {
  const { knowledge } = question;
  const own = domainOf(pasted, question);
  if (own !== undefined && knowledge.registrableDomain(own) !== undefined) return own;
  return knowledge.registrableDomain(pasted[0]?.host ?? '');
}

/** What a comparison found, the corrected block, and what can be done next. */
export function comparisonBlocks(
  pasted: readonly PastedServer[],
  comparison: Comparison,
  intro: string,
  question: Question,
): Block[] {
  const { corrected } = comparison;
  const { buttons, diagnosis } = question.texts.answers;
  const title = isRight(comparison) ? diagnosis.recommended : diagnosis.corrected;
  return [
    text(intro),
    verdict(comparison, question),
    ...tableWithCare(corrected, question, title),
    ...sourcesBlock(corrected.flatMap((server) => server.sources).slice(0, 2), question),
    ...actions(...next(pasted, corrected, question), {
      label: buttons.human,
      intent: { name: 'talk-to-human', slots: {} },
    }),
  ];
}

/** What can be done from here: sign-in help where the provider is known, else a look at the server itself. */
function next(pasted: readonly PastedServer[], corrected: readonly Server[], question: Question): Action[] {
  const { slots, texts, knowledge } = question;
  const { buttons } = texts.answers;
  if (slots.provider !== undefined) {
    const check = checkButton(corrected, question);
    return [ask(buttons.signIn, 'auth-failure', slots), ...(check ? [check] : [])];
  }
  const host = pasted.find((server) => knowledge.registrableDomain(server.host ?? '') !== undefined)?.host;
  const domain = domainOf(pasted, question);
  return [
    ...(host === undefined ? [] : [{ label: buttons.check, intent: { name: 'check-server' as const, host } }]),
    ...(domain === undefined
      ? []
      : [{ label: `${texts.answers.intents.autoconfig}: ${domain}`, intent: { name: 'discover' as const, domain } }]),
  ];
}

function verdict({ findings, better }: Comparison, question: Question): Block {
  const [first = { code: 'settings-ok', level: 'ok', facts: {} } satisfies Finding, ...others] = findings;
  const lines = [
    ...others.map((finding) => `- ${findingText(finding, question)}`),
    ...(better ? [question.texts.answers.diagnosis.better] : []),
  ];
  const title = findingText(first, question);
  return { kind: 'verdict', level: LEVELS[first.level], title, ...(lines.length > 0 && { text: lines.join('\n') }) };
}

const LEVELS: Record<Finding['level'], Level> = { problem: 'broken', warning: 'risky', info: 'unknown', ok: 'good' };
