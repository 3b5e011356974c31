import type { types } from '@slack/bolt';
import type { AdapterLog, Immediate, Incoming, Receive } from '../../core/index.ts';
import type { SlackClient } from './client.ts';
import { failureOf } from './errors.ts';
import { formView } from './forms.ts';
import { parsePlace, userOf } from './ids.ts';
import type { People } from './people.ts';
import type { SlackIdentity } from './read-context.ts';
import { read } from './read.ts';

/** What a transport hands over: the body, and the one acknowledgement it is owed. */
export interface Delivered {
  body: unknown;
  ack(response?: unknown): Promise<void>;
}

export interface EventDoor {
  /** Rejects when nothing was stored: the transport then leaves the event unacknowledged, and Slack sends it again. */
  processEvent(delivered: Delivered): Promise<void>;
  /** Resolves when no event is in hand. Later ones are refused. */
  close(): Promise<void>;
}

export interface DoorOptions {
  receive: Receive;
  client: SlackClient;
  people: People;
  identity: () => SlackIdentity;
  log: AdapterLog;
}

/** The body of the acknowledgement. https://docs.slack.dev/interactivity */
function ackBody(immediate: Immediate): unknown {
  switch (immediate.kind) {
    case 'options':
      return {
        options: immediate.options.map(({ label, value }) => ({ text: { type: 'plain_text', text: label }, value })),
      };
    case 'field-errors':
      return { response_action: 'errors', errors: immediate.errors };
    case 'ack':
    case 'defer':
    case 'open-form':
      return undefined;
    default:
      return immediate satisfies never;
  }
}

function triggerOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('trigger_id' in body)) return undefined;
  return typeof body.trigger_id === 'string' ? body.trigger_id : undefined;
}

function originOf(event: Incoming): { channel?: string; thread?: string } {
  const place = parsePlace(event.place);
  if (place === undefined) return {};
  return { channel: place.channel, ...(place.thread !== undefined && { thread: place.thread }) };
}

/** A trigger is good for 3 s: the form opens before the acknowledgement. A form that fails to open is not an event lost. */
async function openForm(options: DoorOptions, form: string, body: unknown, event: Incoming): Promise<void> {
  const trigger = triggerOf(body);
  if (trigger === undefined) return;
  const view: types.ModalView = formView(form, originOf(event), event.locale);
  try {
    await options.client.views.open({ trigger_id: trigger, view });
  } catch (error) {
    options.log.warn('slack-form-not-opened', { reason: failureOf(error, options.log).reason });
  }
}

/** Reads once without and once with what is known of the author: reading itself looks nothing up. */
async function readWithHints(options: DoorOptions, body: unknown): Promise<Incoming | undefined> {
  const now = Date.now();
  const self = options.identity();
  const first = read(body, { self }, now);
  if (first.kind === 'unreadable') options.log.warn('slack-unreadable', { type: first.type });
  if (first.kind !== 'event') return undefined;
  const user = userOf(first.event.author.id);
  if (user === undefined || first.event.author.bot) return first.event;
  const addressed = first.event.type === 'message' && first.event.addressed === 'direct';
  if (addressed) options.people.learnDirect(parsePlace(first.event.place)?.channel ?? '');
  const wantsDirect = first.event.type === 'command' || first.event.type === 'submission';
  const second = read(body, { self, ...(await options.people.hints(user, wantsDirect)) }, now);
  return second.kind === 'event' ? second.event : undefined;
}

/** Stores first, then acknowledges. */
export function createDoor(options: DoorOptions): EventDoor {
  const inHand = new Set<Promise<void>>();
  let closed = false;

  const handle = async (delivered: Delivered): Promise<void> => {
    const { body } = delivered;
    const event = await readWithHints(options, body);
    const immediate: Immediate = event === undefined ? { kind: 'ack' } : await options.receive(event);
    if (immediate.kind === 'open-form' && event !== undefined) await openForm(options, immediate.form, body, event);
    await delivered.ack(ackBody(immediate));
  };

  return {
    processEvent: async (delivered) => {
      if (closed) throw new Error('stopping: Slack will send this again');
      const work = handle(delivered);
      inHand.add(work);
      try {
        await work;
      } finally {
        inHand.delete(work);
      }
    },
    close: async () => {
      closed = true;
      await Promise.allSettled(inHand);
    },
  };
}
