import { type Answer, actions, ask, type Question, text } from '../intents/answer.ts';
import { nameOf, settingsTable, sourcesBlock } from '../intents/provider-blocks.ts';
import { fill } from '../locales/index.ts';
import type { PastedServer } from '../model.ts';
import { compareSettings, findingText } from './compare.ts';
import { readSettings, SETTINGS_LABEL } from './read-settings.ts';

/** Pasted settings are compared with the known ones, whichever intent the words around them have; undefined where nothing was pasted. */
export function diagnosisAnswer(question: Question): Answer | undefined {
  const { text: normalised, knowledge, slots } = question;
  if (question.fresh.hosts === undefined || !SETTINGS_LABEL.test(normalised)) return undefined;
  const pasted = readSettings(normalised, knowledge);
  if (!pasted.some((server) => server.port !== undefined || server.security !== undefined) && pasted.length < 2)
    return undefined;
  const provider = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  return provider ? compared(pasted, provider, question) : undefined;
}

function compared(
  pasted: PastedServer[],
  provider: NonNullable<ReturnType<Question['knowledge']['provider']>>,
  question: Question,
): Answer | undefined {
  const { findings, corrected } = compareSettings(pasted, provider, question.slots.domain, question.knowledge);
  const { answers } = question.texts;
  const fine = findings.every((finding) => finding.level === 'ok');
  // Settings that are right leave the person's real trouble unsolved: its own intent answers that.
  if (fine && question.intent !== 'ports-and-encryption' && question.intent !== 'provider-settings') return undefined;
  return {
    zone: 'answer',
    findings,
    servers: corrected,
    blocks: [
      text(fill(answers.diagnosis.intro, { provider: nameOf(provider, question.language) })),
      {
        kind: 'verdict',
        level: fine ? 'good' : 'risky',
        title: fine
          ? answers.diagnosis.ok
          : findingText(findings[0] ?? { code: 'settings-ok', level: 'ok', facts: {} }, question.language),
        ...rest(findings.slice(1), question),
      },
      ...(corrected.length > 0 ? [settingsTable(corrected, question, answers.diagnosis.corrected)] : []),
      ...sourcesBlock(corrected.flatMap((server) => server.sources).slice(0, 2), question),
      ...actions(ask(answers.buttons.signIn, 'auth-failure', { ...question.slots, provider: provider.id }), {
        label: answers.buttons.human,
        intent: { name: 'talk-to-human', slots: {} },
      }),
    ],
  };
}

function rest(findings: Parameters<typeof findingText>[0][], { language }: Question): { text?: string } {
  return findings.length === 0
    ? {}
    : { text: findings.map((finding) => `- ${findingText(finding, language)}`).join('\n') };
}
