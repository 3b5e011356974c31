import { INTENT_NAMES, type IntentName } from '../model.ts';
import { keepsSubject } from '../nlu/context.ts';
import type { Knowledge, Topic } from '../ports.ts';
import { tokensOf } from './tokens.ts';

/** A paragraph or bullet of a topic, which can be read alone. */
export interface Passage {
  topic: string;
  intent: IntentName;
  text: string;
  tokens: ReadonlySet<string>;
  /** Of the topic as a whole: they count where something of the passage's own fits. */
  around: ReadonlySet<string>;
  /** What it begins with in bold: what it is about. */
  lead: ReadonlySet<string>;
  /** Ids of the providers and programs that it begins with: it is for them alone. */
  providers: readonly string[];
  clients: readonly string[];
}

/** Cut at lines; a line that is only a heading says nothing. */
export function passagesOf(knowledge: Knowledge, language: string): Passage[] {
  return INTENT_NAMES.filter((intent) => !keepsSubject(intent))
    .flatMap((intent) => knowledge.topics(intent, language))
    .flatMap((topic) => partsOf(topic).map((part) => passage(part, topic, knowledge)));
}

const HEADING = /^\*\*[^*]+\*\*[:：]?$/;

function partsOf({ answer, details = '' }: Topic): string[] {
  const lines = details.split('\n').map((line) => line.replace(/^- /, '').trim());
  return [answer, ...lines.filter((line) => line !== '' && !HEADING.test(line))];
}

function passage(text: string, { id, intent, answer }: Topic, knowledge: Knowledge): Passage {
  const read = (words: string) => knowledge.simplify(words.toLowerCase().replaceAll('**', ''));
  return {
    topic: id,
    intent,
    text,
    tokens: tokensOf(read(text)),
    around: tokensOf(`${id.replaceAll('-', ' ')} ${read(answer)}`),
    ...leadOf(read(/^\*\*([^*]+)\*\*/.exec(text)?.[1] ?? ''), knowledge),
  };
}

const BETWEEN_NAMES = /[,、，/]| and | or | 和 /;
const AROUND_NAME = /[:：.。]|\(.*\)|（.*）/g;

function leadOf(lead: string, knowledge: Knowledge): Pick<Passage, 'lead' | 'providers' | 'clients'> {
  const names = lead.split(BETWEEN_NAMES).map((name) => name.replaceAll(AROUND_NAME, '').trim());
  const clients = knowledge.clientNames.filter((client) => client.names.some((name) => names.includes(name)));
  const providers = names.flatMap((name) => knowledge.aliases(name)[0]?.provider ?? []);
  return { lead: tokensOf(lead), providers, clients: clients.map(({ id }) => id) };
}
