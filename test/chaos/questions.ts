import { redactEvent, respond, type Event, type Situation } from '../../src/core/index.ts';
import { messageTo, situationFor } from '../core/diagnosis/said.ts';
import { testKnowledge } from '../support/knowledge.ts';
import { says } from './marks.ts';

/** A question, and what its answer alone says: the host that was asked for. */
export interface Question {
  text: string;
  mark: string;
}

const NOW = 1_900_000_000_000;
/** Providers by how many people ask about them; the later ones are little known. */
const BEST_KNOWN = 250;

/** Questions whose answers can be told apart, so that what a person sees shows which of them were answered, and how often. */
export function questions(): Question[] {
  const candidates = candidateQuestions();
  const answers = candidates.map(({ text }) => answerTo(text));
  return candidates.filter(
    ({ mark }, index) =>
      says(answers[index] ?? '', mark) && answers.filter((answer) => says(answer, mark)).length === 1,
  );
}

function candidateQuestions(): Question[] {
  const knowledge = testKnowledge();
  const ids = knowledge.suggest('', 'en', BEST_KNOWN).map(({ id }) => id);
  return ids.flatMap((id) => {
    const provider = knowledge.provider(id);
    const domain = provider?.domains[0];
    const server = provider?.servers.find(({ protocol }) => protocol === 'imap');
    return domain && server ? [{ text: `imap server of ${domain}`, mark: server.host }] : [];
  });
}

function answerTo(text: string): string {
  const knowledge = testKnowledge();
  const event: Event = redactEvent(messageTo(text, NOW), { secretExpected: false, knowledge });
  const situation: Situation = situationFor(event, 'en');
  return JSON.stringify(respond(event, situation, knowledge, NOW).operations);
}
