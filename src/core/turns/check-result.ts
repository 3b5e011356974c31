import type { Asker } from '../diagnosis/server-owner.ts';
import { serverFindings, tlsVerdict } from '../diagnosis/tls-verdict.ts';
import { actions, type Question, text } from '../intents/answer.ts';
import { fill } from '../locales/index.ts';
import type { Action, Block, JobOutcome, ServerCheck } from '../model.ts';
import { ownerLine } from './owner-line.ts';
import { statusLine } from './status-line.ts';

/** Findings shown at once; they come worst first. */
const SHOWN = 3;
const OTHERS_SHOWN = 2;

/** What a check found: a job's outcome without what only the worker needs. */
export type Checked = Pick<Extract<JobOutcome, { kind: 'check-server' }>, 'task' | 'result' | 'discovery'>;

/** Two verdicts: is it encrypted, and whose is it? A server of unknown owner is never called safe. `job` names the details. */
export function checkBlocks(checked: Checked, job: string, question: Question): Block[] {
  const words = question.texts.check;
  const { result } = checked;
  if (result.status !== 'checked') {
    return [text(statusLine(result, question.knowledge, question.language, question.now)), ...buttons(question)];
  }
  const encrypted = tlsVerdict(result.ports, result.checkedAt);
  const owner = ownerLine(result.host, question.knowledge, question.language, askerOf(checked));
  return [
    {
      kind: 'verdict',
      level: encrypted === 'good' ? owner.best : encrypted,
      title: fill(words.verdicts[encrypted], { host: result.host }),
      text: owner.line,
    },
    ...findingLines(result, question),
    text(`${words.fromHere} ${words.notEverything}`),
    ...buttons(question, details(result, job, question), ...otherServers(result, question)),
  ];
}

function askerOf({ task, discovery }: Checked): Asker {
  return { ...(task.domain !== undefined && { domain: task.domain }), ...(discovery && { discovery }) };
}

function findingLines(result: ServerCheck, { texts }: Question): Block[] {
  const words: Record<string, string> = texts.check.findings;
  const lines = serverFindings(result)
    .map(({ code, facts }) => fill(words[code] ?? '', facts))
    .filter((line) => line !== '');
  const shown = [...new Set(lines)].slice(0, SHOWN).map((line) => `- ${line}`);
  return shown.length > 0 ? [text(shown.join('\n'))] : [];
}

function details({ host, ports }: ServerCheck, job: string, { texts }: Question): Action | undefined {
  if (ports.length === 0) return undefined;
  return { label: texts.check.detailsButton, intent: { name: 'check-details', job, host } };
}

/** Two or three servers were named: the others are a press away. */
function otherServers({ host }: ServerCheck, { slots, texts }: Question): Action[] {
  const others = (slots.hosts ?? []).filter((other) => other !== host).slice(0, OTHERS_SHOWN);
  return others.map((other) => ({
    label: `${texts.answers.buttons.check}: ${other}`,
    intent: { name: 'check-server', host: other },
  }));
}

function buttons({ texts }: Question, ...more: (Action | undefined)[]): Block[] {
  return actions(...more, { label: texts.answers.buttons.human, intent: { name: 'talk-to-human', slots: {} } });
}
