import type { Question } from '../intents/answer.ts';
import { wayInto } from '../intents/sign-in-steps.ts';
import type { PasswordKind, Provider } from '../model.ts';

/** A provider that wants a password made for mail programs only. */
export interface WantedCode {
  provider: Provider;
  password: PasswordKind;
}

export function providerOf({ slots, knowledge }: Question): Provider | undefined {
  return slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
}

export function codeOf(question: Question): WantedCode | undefined {
  const provider = providerOf(question);
  if (!provider?.password || wayInto(provider, question.slots) !== 'special') return undefined;
  return { provider, password: provider.password };
}
