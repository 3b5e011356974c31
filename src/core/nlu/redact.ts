import type { Event, Incoming, Intent, SecretKind } from '../model.ts';
import { texts } from '../locales/index.ts';
import type { Knowledge } from '../ports.ts';
import { detectLanguage } from './language.ts';
import { findSecrets, type SecretSpan } from './secrets/index.ts';

export interface RedactionContext {
  /** We mentioned an authorization code or app password lately: a lone token is one. */
  secretExpected: boolean;
  /** Names are told from codes where they are known. */
  knowledge: Pick<Knowledge, 'simplify'> & Partial<Pick<Knowledge, 'aliases' | 'clientNames'>>;
}

/** The only way from what a platform sent to what may be stored: every text of the event loses its secrets. */
export function redactEvent(incoming: Incoming, context: RedactionContext): Event {
  const redactions: SecretKind[] = [];
  const clean = (text: string) => {
    const result = redactText(text, context);
    redactions.push(...result.redactions);
    return result.text;
  };
  const redacted = withCleanTexts(incoming, clean);
  return { ...redacted, redactions: [...new Set(redactions)] };
}

/** Fields of forms that are chosen from our own lists: a provider's id alone would look like a secret that we asked for. */
const CHOSEN = new Set(['provider', 'to', 'span', 'canned']);

function withCleanTexts(event: Incoming, clean: (text: string) => string): Incoming {
  switch (event.type) {
    case 'message':
      return {
        ...event,
        text: clean(event.text),
        files: event.files.map((file) => ({ ...file, name: clean(file.name) })),
      };
    case 'command':
    case 'desk-command':
    case 'edited':
      return { ...event, text: clean(event.text) };
    case 'submission':
      return {
        ...event,
        fields: Object.fromEntries(
          Object.entries(event.fields).map(([name, text]) => [name, CHOSEN.has(name) ? text : clean(text)]),
        ),
      };
    case 'action':
      return { ...event, intent: withCleanWords(event.intent, clean) };
    default:
      return event;
  }
}

/** Buttons carry what agents typed before they pressed them. */
function withCleanWords(intent: Intent, clean: (text: string) => string): Intent {
  if (intent.name === 'send-text' || intent.name === 'note-text') return { ...intent, text: clean(intent.text) };
  if (intent.name === 'hand-ticket' && intent.note !== undefined) return { ...intent, note: clean(intent.note) };
  return 'slots' in intent && intent.slots.error !== undefined
    ? { ...intent, slots: { ...intent.slots, error: clean(intent.slots.error) } }
    : intent;
}

/** So much of a text tells its language. */
const TELLING = 2000;

/** Replaces secrets by a word in the writer's own script. Hosts, domains, ports and codes stay. */
export function redactText(text: string, context: RedactionContext): { text: string; redactions: SecretKind[] } {
  const secrets = findSecrets(text, context.secretExpected && !isName(text, context.knowledge));
  if (secrets.length === 0) return { text, redactions: [] };
  const language = detectLanguage(text.slice(0, TELLING), context.knowledge.simplify);
  const hidden = texts(language === 'zh' ? 'zh-Hans' : (language ?? 'en')).answers.hidden;
  return { text: replaceAll(text, secrets, (kind) => hidden[kind]), redactions: secrets.map((secret) => secret.kind) };
}

/** The name of a provider or a program by itself answers a question: it is no code, though it looks like one. */
function isName(text: string, knowledge: RedactionContext['knowledge']): boolean {
  const name = text.trim().toLowerCase();
  const programs = knowledge.clientNames ?? [];
  return (knowledge.aliases?.(name).length ?? 0) > 0 || programs.some(({ names }) => names.includes(name));
}

function replaceAll(text: string, secrets: readonly SecretSpan[], placeholder: (kind: SecretKind) => string): string {
  let out = '';
  let at = 0;
  for (const secret of secrets) {
    out += text.slice(at, secret.start) + placeholder(secret.kind);
    at = secret.end;
  }
  return out + text.slice(at);
}
