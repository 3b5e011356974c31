import { fill } from '../locales/index.ts';
import type { Intent, Looking } from '../model.ts';
import { type Answer, actions, type Question, text } from './answer.ts';

/** No check takes longer: then it was lost, ms. */
const LONGEST = 10 * 60_000;

/** Whether this is being looked at already. */
export function isLookedAt(name: string, port: number | undefined, { conversation, now }: Question): boolean {
  const { looking } = conversation;
  const same = looking?.name === name && (port === undefined || looking.port === port);
  return looking !== undefined && same && looking.found === undefined && now - looking.since < LONGEST;
}

/** How far the newest check or look-up is, or what it found. */
export function lookStatus(question: Question): Answer {
  const { conversation, texts } = question;
  const { looking } = conversation;
  const { running, ended } = texts.check;
  if (looking === undefined) return { zone: 'answer', servers: [], blocks: [text(texts.answers.smalltalk.here)] };
  const { name, port, found } = looking;
  if (isLookedAt(name, port, question))
    return { zone: 'answer', status: true, servers: [], blocks: [text(fill(running, { name }))] };
  const words = found === undefined ? texts.answers.checking.failed : `${fill(ended, { name })}\n${found}`;
  const { buttons } = texts.answers;
  return {
    zone: 'answer',
    status: true,
    servers: [],
    blocks: [
      text(words),
      ...actions(
        { label: buttons.lookAgain, intent: again(looking) },
        { label: buttons.human, intent: { name: 'talk-to-human', slots: {} } },
      ),
    ],
  };
}

function again({ kind, name, port }: Looking): Intent {
  if (kind === 'discover') return { name: 'discover', domain: name };
  return { name: 'check-server', host: name, ...(port !== undefined && { port }) };
}
