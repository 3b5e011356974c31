import { fill } from '../locales/index.ts';
import type { Block } from '../model.ts';
import type { ErrorEntry } from '../ports.ts';
import { type Question, text } from './answer.ts';
import { evidenceOf } from './evidence.ts';
import { nameFor } from './provider-name.ts';
import { sourcesBlock } from './sources-block.ts';
import { toldBefore } from './told.ts';

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
  const fills = { compareSettings: compareSettings(question), googleInChina: googleInChina(question) };
  const steps = todo.map((step) => fill(step, fills)).filter((step) => step !== '');
  if (!webmailFirst) return steps;
  const { webmail, elsewhere } = evidenceOf(question);
  return webmail === undefined && !elsewhere ? [question.texts.signIn.steps.webmailFirst, ...steps] : steps;
}

/** Whoever has told their provider is not asked for it again. */
function compareSettings(question: Question): string {
  const { slots, knowledge, texts } = question;
  const provider = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  const { compareWith, compareSettings: compare } = texts.answers.error;
  return provider ? fill(compareWith, { provider: nameFor(provider, question) }) : compare;
}

/** Only of Google's servers, or where China was spoken of. */
function googleInChina(question: Question): string {
  return isGoogle(question) || speaksOfChina(question) ? question.texts.answers.error.googleInChina : '';
}

/** What no setting cures, said first to those whom it concerns. */
export function blockedInChina(question: Question): Block[] {
  return isGoogle(question) && speaksOfChina(question) ? [text(question.texts.answers.error.googleInChina)] : [];
}

function isGoogle({ slots }: Question): boolean {
  return slots.provider === 'gmail' || (slots.hosts ?? []).some((host) => /\b(?:gmail|google\w*)\./.test(host));
}

function speaksOfChina(question: Question): boolean {
  return [question.text, ...toldBefore(question)].some((line) => CHINA.test(line));
}

const CHINA = /\bchina\b|国内|大陆|内地|中国|翻墙/;
