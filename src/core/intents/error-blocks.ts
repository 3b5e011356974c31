import { fill } from '../locales/index.ts';
import type { Block } from '../model.ts';
import type { ErrorEntry } from '../ports.ts';
import { type Question, text } from './answer.ts';
import { evidenceOf } from './evidence.ts';
import { nameOf } from './provider-name.ts';
import { sourcesBlock } from './sources-block.ts';

/** The error that the person quoted, where we know it. */
export function quotedError({ slots, knowledge, language }: Question): ErrorEntry | undefined {
  return slots.errorId === undefined ? undefined : knowledge.error(slots.errorId, language);
}

export function errorMeaning({ meaning }: ErrorEntry, { texts }: Question): Block {
  return text(fill(texts.answers.error.meaning, { meaning }));
}

/** What a quoted error means and what to do about it; nothing where we don't know it. */
export function errorBlocks(question: Question): Block[] {
  const entry = quotedError(question);
  if (!entry) return [];
  return [
    errorMeaning(entry, question),
    { kind: 'steps', items: stepsOf(entry, question) },
    ...sourcesBlock(entry.sources, question),
  ];
}

function stepsOf({ todo, webmailFirst }: ErrorEntry, question: Question): string[] {
  const steps = todo.map((step) => fill(step, { compareSettings: compareSettings(question) }));
  if (!webmailFirst) return steps;
  const { webmail, elsewhere } = evidenceOf(question);
  return webmail === undefined && !elsewhere ? [question.texts.signIn.steps.webmailFirst, ...steps] : steps;
}

/** Whoever has told their provider is not asked for it again. */
function compareSettings({ slots, knowledge, texts, language }: Question): string {
  const provider = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  const { compareWith, compareSettings: compare } = texts.answers.error;
  return provider ? fill(compareWith, { provider: nameOf(provider, language) }) : compare;
}
