import type { AdapterLog, Immediate, Incoming, MessageEvent, Receive } from '../../core/index.ts';
import type { SlackClient } from './client.ts';
import { openForm } from './door-forms.ts';
import { formView, languageOf, type FormOrigin } from './forms.ts';
import { withHints } from './hints.ts';
import { parsePlace } from './ids.ts';
import { neutralFormView } from './neutral-form.ts';
import type { People } from './people.ts';
import type { SlackIdentity } from './read-context.ts';
import { read } from './read.ts';
import { within } from './waiting.ts';

/** What a transport hands over: the body, and the one acknowledgement it is owed. */
interface Delivered {
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
  /** Whether somebody else has answered a message that reaches us late. */
  repliedSince: (event: MessageEvent) => Promise<boolean>;
  /** Slack says that it drops events just now. */
  missed: () => void;
}

/** Slack's own repetitions come within six minutes; what comes later was held up, and may be answered already. */
const LATE_MS = 10 * 60_000;
const PATIENCE_MS = 1_000;

/** A message that Slack held up is treated like one that was found by looking back. */
async function markLate({ repliedSince }: DoorOptions, event: Incoming, now: number): Promise<Incoming> {
  if (event.type !== 'message' || event.author.bot || now - event.at < LATE_MS) return event;
  const replied = event.private ? false : await within(repliedSince(event), PATIENCE_MS, false);
  return { ...event, late: { replied } };
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
    case 'show-form':
      return undefined;
    default:
      return immediate satisfies never;
  }
}

function originOf(event: Incoming): FormOrigin {
  const place = parsePlace(event.place);
  if (place === undefined) return {};
  return { channel: place.channel, ...(place.thread !== undefined && { thread: place.thread }) };
}

async function showForm(options: DoorOptions, immediate: Immediate, body: unknown, event: Incoming): Promise<void> {
  const origin = originOf(event);
  if (immediate.kind === 'open-form') {
    const { form, language } = immediate;
    await openForm(options, { view: formView(form, origin, language), body, language });
  }
  if (immediate.kind === 'show-form') {
    const { form } = immediate;
    await openForm(options, { view: neutralFormView(form, origin), body, language: form.language });
  }
}

/** What the event stored gives to the acknowledgement. */
async function admit(options: DoorOptions, body: unknown): Promise<Immediate> {
  const { log, people } = options;
  const now = Date.now();
  const reading = read(body, { self: options.identity() }, now);
  if (reading.kind === 'dropped') {
    log.error('slack-events-dropped');
    options.missed();
  }
  if (reading.kind === 'unreadable') log.warn('slack-unreadable', { type: reading.type });
  if (reading.kind === 'form') {
    const { locale } = await people.hints(reading.user, false);
    const view = formView(reading.form, {}, locale);
    await openForm(options, { view, body, language: languageOf(locale) });
  }
  if (reading.kind !== 'event') return { kind: 'ack' };
  const event = await markLate(options, await withHints(options, body, reading.event, now), now);
  const immediate = await options.receive(event);
  await showForm(options, immediate, body, event);
  return immediate;
}

/** Stores first, then acknowledges. */
export function createDoor(options: DoorOptions): EventDoor {
  const inHand = new Set<Promise<void>>();
  let closed = false;

  async function handle(delivered: Delivered): Promise<void> {
    await delivered.ack(ackBody(await admit(options, delivered.body)));
  }

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
