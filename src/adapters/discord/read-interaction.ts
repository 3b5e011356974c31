import { ApplicationCommandType, ComponentType, InteractionContextType, InteractionType } from 'discord-api-types/v10';
import type { EventBase, Incoming } from '../../core/index.ts';
import { copyableOf, isCopy } from './copyable.ts';
import { intentIn, onlyFor } from './custom-id.ts';
import { formOf } from './forms.ts';
import { handleValue } from './handle.ts';
import { personId, placeId, timeOf } from './ids.ts';
import { id, record, records, text, type Json } from './json.ts';
import { HANDLE_LIFE } from './limits.ts';
import { filesOf, oddKind, wordsOf } from './message-parts.ts';
import { isPublish, publishedContent } from './publish.ts';
import { GET_HELP, parseCommand, parseDesk, SEND_TO_ASKER, targetMessage, wantsPanel } from './read-command.ts';
import { authorOf, conversationOf, type InteractionHead, type Read } from './read-context.ts';

const UNREADABLE: Read = { kind: 'unreadable', type: 'INTERACTION_CREATE' };

interface Opened {
  data: Json;
  head: InteractionHead;
  base: EventBase;
}

const KINDS: ReadonlyMap<unknown, InteractionHead['kind']> = new Map<unknown, InteractionHead['kind']>([
  [InteractionType.ApplicationCommand, 'command'],
  [InteractionType.MessageComponent, 'component'],
  [InteractionType.ApplicationCommandAutocomplete, 'typing'],
  [InteractionType.ModalSubmit, 'submission'],
]);

/** Only the DM with us is private: a group's DM is read by others. */
function isPrivate(payload: Json): boolean {
  const context = payload['context'];
  if (context === undefined || context === null) return text(payload['guild_id']) === undefined;
  return context === InteractionContextType.BotDM;
}

function headOf(payload: Json): InteractionHead | undefined {
  const snowflake = id(payload['id']);
  const token = text(payload['token']);
  const kind = KINDS.get(payload['type']);
  const application = id(payload['application_id']);
  if (!snowflake || !token || !kind || !application) return undefined;
  return { id: snowflake, token, application, kind, private: isPrivate(payload), locale: text(payload['locale']) };
}

function open(payload: Json): Opened | undefined {
  const head = headOf(payload);
  const member = record(payload['member']);
  const author = authorOf(record(payload['user'] ?? member['user']), member, false);
  const channel = id(payload['channel_id']) ?? id(record(payload['channel'])['id']);
  if (!head || !author || channel === undefined) return undefined;
  const place = placeId(channel);
  const at = timeOf(head.id);
  const base: EventBase = {
    id: `discord:interaction/${head.id}`,
    conversation: conversationOf(place, author, head.private),
    place,
    private: head.private,
    author,
    at,
    ...(head.locale !== undefined && { locale: head.locale }),
    handle: {
      value: handleValue({
        application: head.application,
        token: head.token,
        answers: head.kind === 'component' ? 'after' : 'original',
        scope: head.private ? 'private' : 'public',
      }),
      expiresAt: at + HANDLE_LIFE,
    },
  };
  return { data: record(payload['data']), head, base };
}

function event({ head }: Opened, incoming: Incoming): Read {
  return { kind: 'event', event: incoming, interaction: head };
}

const ON_MESSAGES: ReadonlySet<unknown> = new Set([GET_HELP, SEND_TO_ASKER]);

function readCommand(opened: Opened): Read {
  const { data, base } = opened;
  const parsed = parseCommand(data);
  if (parsed) return event(opened, { ...base, type: 'command', ...parsed });
  if (wantsPanel(data)) return { kind: 'own', interaction: opened.head, answer: { kind: 'panel' } };
  const desk = parseDesk(data);
  if (desk) return event(opened, { ...base, type: 'desk-command', ...desk });
  if (data['type'] !== ApplicationCommandType.Message || !ON_MESSAGES.has(data['name'])) return UNREADABLE;
  return readMessageCommand(opened);
}

/** What was used on a message brings its text and files along, whatever the bot may read. */
function readMessageCommand(opened: Opened): Read {
  const { data, base } = opened;
  const message = targetMessage(data);
  const messageId = id(message['id']);
  const odd = oddKind(message);
  const said = { text: wordsOf(message), files: filesOf(message), addressed: 'command' as const, ...(odd && { odd }) };
  if (data['name'] !== SEND_TO_ASKER) return event(opened, { ...base, type: 'message', ...said });
  return event(opened, {
    ...base,
    type: 'message',
    ...said,
    meant: 'send-to-asker',
    ...(messageId !== undefined && { messageId }),
  });
}

function readTyping(opened: Opened): Read {
  const parsed = parseCommand(opened.data);
  return parsed ? event(opened, { ...opened.base, type: 'command', ...parsed, typing: true }) : UNREADABLE;
}

/** A button's own id, or the chosen option of a menu. */
function chosenId(data: Json): string {
  const values = data['values'];
  const [first]: unknown[] = Array.isArray(values) ? values : [];
  return text(data['component_type'] === ComponentType.StringSelect ? first : data['custom_id']) ?? '';
}

function readComponent(opened: Opened, payload: Json): Read {
  const chosen = chosenId(opened.data);
  const interaction = opened.head;
  if (isPublish(chosen)) {
    return { kind: 'own', interaction, answer: { kind: 'publish', content: publishedContent(payload) } };
  }
  if (isCopy(chosen)) return { kind: 'own', interaction, answer: { kind: 'copy', values: copyableOf(payload) } };
  const only = onlyFor(chosen);
  if (only !== undefined && opened.base.author.id !== personId(only)) {
    return { kind: 'own', interaction, answer: { kind: 'not-yours' } };
  }
  const said = intentIn(chosen);
  if (!said) return { kind: 'own', interaction, answer: { kind: 'forgotten' } };
  const pressed = { ...opened.base, type: 'action' } as const;
  if ('key' in said) return { kind: 'kept', key: said.key, event: pressed, interaction };
  return event(opened, { ...pressed, intent: said.intent });
}

/** Inputs stand in labels; older clients put them in rows. */
function inputsOf(component: Json): Json[] {
  if (text(component['custom_id']) !== undefined) return [component];
  return [...records(component['components']), record(component['component'])].flatMap((inner) =>
    text(inner['custom_id']) === undefined ? [] : [inner],
  );
}

/** What was typed, or the one that was chosen. */
function valueOf(input: Json): string {
  const values = input['values'];
  const [chosen]: unknown[] = Array.isArray(values) ? values : [];
  return text(input['value']) ?? text(chosen) ?? '';
}

function readSubmission(opened: Opened): Read {
  const form = formOf(text(opened.data['custom_id']) ?? '');
  if (form === undefined) return UNREADABLE;
  const inputs = records(opened.data['components']).flatMap(inputsOf);
  const fields = Object.fromEntries(inputs.map((input) => [text(input['custom_id']) ?? '', valueOf(input)]));
  return event(opened, { ...opened.base, type: 'submission', ...form, fields });
}

export function readInteraction(payload: Json): Read {
  const opened = open(payload);
  if (!opened) return UNREADABLE;
  switch (opened.head.kind) {
    case 'command':
      return readCommand(opened);
    case 'typing':
      return readTyping(opened);
    case 'component':
      return readComponent(opened, payload);
    case 'submission':
      return readSubmission(opened);
  }
}
