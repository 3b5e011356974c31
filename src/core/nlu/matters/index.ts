import type { IntentName } from '../../model.ts';
import { ACCESS_MATTERS } from './access.ts';
import { ACCOUNT_MATTERS } from './accounts.ts';
import { DELIVERY_MATTERS } from './delivery.ts';
import { MAILBOX_MATTERS } from './mailbox.ts';
import type { MatterRule } from './matter.ts';
import { MISSING_MATTERS } from './missing.ts';
import { NETWORK_MATTERS } from './network.ts';
import { PLAIN_WORDS } from './plain-words.ts';
import { SENDING_MATTERS } from './sending.ts';
import { SERVER_MATTERS } from './server.ts';
import { SIGN_IN_MATTERS } from './sign-in.ts';

export interface Matter {
  /** Id of the topic that answers it. */
  topic: string;
  intent: IntentName;
}

/** First that fits wins. */
export const MATTERS: readonly MatterRule[] = [
  ...PLAIN_WORDS,
  ...ACCESS_MATTERS,
  ...SERVER_MATTERS,
  ...MISSING_MATTERS,
  ...SENDING_MATTERS,
  ...NETWORK_MATTERS,
  ...MAILBOX_MATTERS,
  ...SIGN_IN_MATTERS,
  ...DELIVERY_MATTERS,
  ...ACCOUNT_MATTERS,
];

/** Longer messages tell a whole story, and more than one matter. */
const LONGEST = 240;
/** From here on the classifier's word decides which of the intents it is. */
const LIKELY = 0.5;
/** Before anything was said, its words must be as sure of the trouble as they would be without us. */
const SURE = 0.45;

interface Top {
  intent: IntentName;
  confidence: number;
}

const ASKS =
  /[?？]|^(?:so |and |but |then |ok |or )*(?:can|could|do|does|should|is|are|am|may|must|will|would|which|how|what|where|who)\b|\b(?:do|does|can|should|must|will|would) (?:i|it|they|we)\b|吗|呢|么|嘛|要不要|能不能|可不可以|是不是|会不会|有没有|行不行|还是|多少|几个|怎么|多久/;

/** What somebody brings up beside the subject of the talk, or instead of it. `text` is normalised. */
export function matterOf(
  text: string,
  subject: IntentName | undefined,
  top: Top | undefined,
  error?: string,
  provider?: string,
): Matter | undefined {
  if (text.length > LONGEST || /\d/.test(error ?? '')) return undefined;
  const rule = MATTERS.find(
    (one) => (error === undefined || one.despiteError) && fits(one, text, subject, top, provider),
  );
  return rule && { topic: rule.topic, intent: intentFor(rule, subject, top) };
}

function fits(
  rule: MatterRule,
  text: string,
  subject: IntentName | undefined,
  top: Top | undefined,
  provider: string | undefined,
): boolean {
  if (rule.unless?.test(text)) return false;
  if (rule.surely?.test(text)) return true;
  if (rule.at && !rule.at.some((id) => id === provider)) return false;
  if (rule.asks && !ASKS.test(text)) return false;
  const within = subject !== undefined && (rule.within?.includes(subject) ?? true);
  if (within && rule.words.test(text)) return true;
  const words = rule.first ?? (rule.within ? undefined : rule.words);
  const sure = top !== undefined && top.confidence >= SURE && rule.intents.includes(top.intent);
  return sure && words !== undefined && words.test(text);
}

function intentFor({ intents, always }: MatterRule, subject: IntentName | undefined, top: Top | undefined): IntentName {
  if (subject !== undefined && always) return intents[0];
  if (subject !== undefined && intents.includes(subject)) return subject;
  return top && top.confidence >= LIKELY && intents.includes(top.intent) ? top.intent : intents[0];
}
