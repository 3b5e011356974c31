import type { Question } from '../intents/answer.ts';
import { text } from '../intents/answer.ts';
import { withTried } from '../desk/tried.ts';
import type { Block, Event, JobFinishedEvent, JobOutcome, Situation, Slots, Tried, Turn } from '../model.ts';
import type { Knowledge } from '../ports.ts';
import { buttonQuestion } from './button-question.ts';
import { signedFileTurn } from './config-file-turn.ts';
import { checkBlocks } from './check-result.ts';
import { discoveryBlocks } from './discovery-result.ts';
import { answerLanguage } from './language.ts';
import { withFound } from './looking.ts';
import { plainText } from './plain-text.ts';
import { TurnBuilder } from './turn-builder.ts';

/** A job's result edits the message that announced it. */
export function jobFinishedTurn(
  event: Event & JobFinishedEvent,
  situation: Situation,
  knowledge: Knowledge,
  now: number,
): Turn {
  const { outcome } = event;
  if (outcome.kind === 'sign-file') return signedFileTurn(event, outcome.task, outcome.result, situation, now);
  if (outcome.kind === 'failed' && outcome.task.kind === 'sign-file')
    return signedFileTurn(event, outcome.task, undefined, situation, now);
  const language = answerLanguage(event, situation, '');
  const turn = new TurnBuilder(event, situation, language, now);
  const question = buttonQuestion({ name: 'check-tls', slots: {} }, situation, language, knowledge, now);
  const blocks = blocksFor(event, question);
  turn.edit(event.outcome.progress, blocks, !event.private);
  turn.noted('assistant', plainText(blocks));
  turn.remember((conversation) => ({ ...conversation, slots: { ...conversation.slots, ...found(event) } }));
  turn.remember((conversation) => withFound(conversation, outcome.task, resultOf(blocks)));
  if (outcome.kind === 'check-server') turn.remember((conversation) => withTried(conversation, checked(outcome, now)));
  return turn.build({ kind: 'done' });
}

/** Where it came from is not said again. */
function resultOf(blocks: readonly Block[]): string {
  return plainText(blocks.filter(({ kind }) => kind !== 'sources'));
}

function checked({ result }: Extract<JobOutcome, { kind: 'check-server' }>, at: number): Tried {
  const findings = [...new Set(result.ports.flatMap((port) => port.findings))];
  return { kind: 'check', at, host: result.host, verdict: result.verdict, findings };
}

/** Whose mail it is once a domain was looked up: "and for sending?" is then answered without asking again. */
function found({ outcome }: JobFinishedEvent): Slots {
  const provider = outcome.kind === 'discover' ? outcome.result.provider : undefined;
  return provider ? { provider: provider.id } : {};
}

function blocksFor({ outcome, job }: JobFinishedEvent, question: Question): Block[] {
  switch (outcome.kind) {
    case 'fetch-file':
    case 'sign-file':
      return [];
    case 'check-server':
      return checkBlocks(outcome, job, question);
    case 'discover':
      return discoveryBlocks(outcome.result, question, outcome.task.pasted);
    case 'failed':
      return [text(question.texts.answers.checking.failed)];
  }
}
