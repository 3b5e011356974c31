import { text } from '../intents/answer.ts';
import type { Texts } from '../locales/index.ts';
import type { Block, Event, SecretKind } from '../model.ts';
import type { TurnBuilder } from './turn-builder.ts';

/**
 * Tells a person who posted a secret what to do now. Where others can read along, the warning also goes
 * by direct message: quiet replies may be dropped by the platform (DELIVERY, N7).
 */
export function secretWarning(event: Event, texts: Texts, turn: TurnBuilder): Block[] {
  const kind = worst(event.redactions);
  if (!kind) return [];
  const warning: Block[] = [
    { kind: 'verdict', level: 'risky', title: texts.findings['secret-posted'], text: texts.answers.secretPosted[kind] },
  ];
  if (!event.private) turn.post({ direct: event.author.id }, [text(texts.answers.secretPosted[kind])]);
  return warning;
}

type Advice = keyof Texts['answers']['secretPosted'];

const ADVICE: Record<SecretKind, Advice> = {
  password: 'password',
  'auth-line': 'password',
  'authorization-code': 'code',
  'app-password': 'code',
  token: 'token',
  phone: 'personal',
  card: 'personal',
  'national-id': 'personal',
};
const BY_HARM: Advice[] = ['token', 'code', 'password', 'personal'];

function worst(redactions: readonly SecretKind[]): Advice | undefined {
  return BY_HARM.find((advice) => redactions.some((kind) => ADVICE[kind] === advice));
}
