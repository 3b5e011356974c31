import { randomUUID } from 'node:crypto';
import type {
  ActionEvent,
  ConversationId,
  FileRef,
  Intent,
  MessageEvent,
  PersonId,
  PlaceId,
  SubmissionEvent,
} from '../../core/index.ts';
import { shortHash } from './places.ts';

/** Who speaks, and where. */
export interface Speaker {
  id: PersonId;
  name: string;
  place: PlaceId;
  conversation: ConversationId;
  /** False for agents: others read the ticket's page. */
  private: boolean;
  language: string;
}

/** What they did. The `nonce` makes its repetition the same event. */
interface Deed {
  at: number;
  nonce: string | undefined;
}

/** Visitors have a place of their own. */
export function visitorSpeaker(place: PlaceId, name: string, language: string): Speaker {
  return { id: place, name, place, conversation: place, private: true, language };
}

/** Agents share a ticket's place. */
export function agentSpeaker(place: PlaceId, agent: { id: PersonId; name: string }, language: string): Speaker {
  const conversation: ConversationId = `${place}/${agent.id.slice('web:'.length)}`;
  return { ...agent, place, conversation, private: false, language };
}

/** The content counts too: a page taken from the browser's history sends its old nonce with new words. */
function base(speaker: Speaker, deed: Deed, content: string) {
  const unique =
    deed.nonce === undefined ? randomUUID() : shortHash([speaker.conversation, deed.nonce, content].join('\n'));
  return {
    id: `web:${unique}`,
    conversation: speaker.conversation,
    place: speaker.place,
    private: speaker.private,
    author: { id: speaker.id, name: speaker.name, bot: false },
    at: deed.at,
    locale: speaker.language,
  } as const;
}

/** A text as its writer meant it: browsers send CR LF in forms. */
export function readMessage(speaker: Speaker, text: string, deed: Deed, files: FileRef[] = []): MessageEvent {
  const said = text.replaceAll('\r\n', '\n').trim();
  const content = [said, ...files.map(({ name, url = '' }) => `${name} ${url}`)].join('\n');
  const known = base(speaker, deed, content);
  return {
    ...known,
    type: 'message',
    messageId: known.id,
    text: said,
    files,
    addressed: speaker.private ? 'direct' : 'thread',
  };
}

export function readSubmission(
  speaker: Speaker,
  form: Pick<SubmissionEvent, 'form' | 'about' | 'fields'>,
  deed: Deed,
): SubmissionEvent {
  return { ...base(speaker, deed, JSON.stringify(form)), type: 'submission', ...form };
}

export function readAction(speaker: Speaker, intent: Intent, deed: Deed & { on?: string }): ActionEvent {
  return {
    ...base(speaker, deed, JSON.stringify(intent)),
    type: 'action',
    intent,
    ...(deed.on !== undefined && { on: deed.on }),
  };
}
