import { overviewBlocks, type Reply, type Ticket } from '../../core/index.ts';
import { sendInBestStyle, type DeliveryKit } from './delivery-kit.ts';
import { failureOf, slackCode } from './errors.ts';
import { parsePlace } from './ids.ts';
import type { KeptText } from './uploads.ts';

export interface OverviewOptions {
  /** Tickets that somebody is to act on. */
  openTickets: () => Promise<Ticket[]>;
  language: string;
  /** The channels that are desks, also those without a ticket; they may change while we run. */
  desks: () => readonly string[];
  /** Where it is remembered which message it is, by channel. */
  kept: KeptText;
  /** Milliseconds that changes are gathered. */
  gatherMs?: number;
}

/** A message in each desk's channel that lists its open tickets: pinned, and kept true by edits. */
export interface Overview {
  /** Something about a ticket may have changed. */
  changed(): void;
  stop(): Promise<void>;
}

const GATHER_MS = 2_000;
const AGAIN_MS = 30_000;
const KEY = 'overview';

function parsed(text: string | undefined): Map<string, string> {
  try {
    return new Map(Object.entries(JSON.parse(text ?? '{}') as Record<string, string>));
  } catch {
    return new Map();
  }
}

function channelOf(ticket: Ticket): string | undefined {
  return parsePlace(ticket.desk ?? '')?.channel;
}

export function createOverview(kit: DeliveryKit, options: OverviewOptions): Overview {
  const messages = parsed(options.kept.load());
  const shown = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;

  /** https://docs.slack.dev/reference/methods/chat.getPermalink shows the form of these addresses. */
  function linkOf(ticket: Ticket): string | undefined {
    const place = parsePlace(ticket.desk ?? '');
    const { url } = kit.identity.known();
    if (place?.thread === undefined || url === undefined) return undefined;
    return `${url}archives/${place.channel}/p${place.thread.replace('.', '')}`;
  }

  async function post(channel: string, reply: Reply): Promise<void> {
    const { postMessage: say } = kit.client.chat;
    const { ts } = await sendInBestStyle(kit, reply, { key: KEY }, (message) =>
      kit.guarded(`chat.postMessage/${channel}`, () =>
        say({
          channel,
          ...message,
          unfurl_links: false,
          unfurl_media: false,
          link_names: false,
        }),
      ),
    );
    if (ts === undefined) return;
    messages.set(channel, ts);
    await options.kept.keep(JSON.stringify(Object.fromEntries(messages)));
    await pin(channel, ts);
  }

  /** Useful also where it may not be pinned. */
  async function pin(channel: string, timestamp: string): Promise<void> {
    try {
      await kit.guarded('pins.add', () => kit.client.pins.add({ channel, timestamp }));
    } catch (error) {
      kit.log.warn('slack-overview-not-pinned', { reason: failureOf(error, kit.log).reason });
    }
  }

  /** False where the message is gone: somebody has deleted it. */
  async function update(channel: string, ts: string, reply: Reply): Promise<boolean> {
    try {
      await sendInBestStyle(kit, reply, { key: KEY }, async (message, { first }) => {
        if (!first) return;
        await kit.guarded('chat.update', () => kit.client.chat.update({ channel, ts, ...message, link_names: false }));
      });
      return true;
    } catch (error) {
      if (slackCode(error) === 'message_not_found') return false;
      throw error;
    }
  }

  async function draw(channel: string, tickets: readonly Ticket[]): Promise<void> {
    const { language } = options;
    const reply: Reply = { language, quiet: false, blocks: overviewBlocks(tickets, linkOf, language) };
    const content = JSON.stringify(reply.blocks);
    if (shown.get(channel) === content) return;
    const ts = messages.get(channel);
    if (ts === undefined || !(await update(channel, ts, reply))) await post(channel, reply);
    shown.set(channel, content);
  }

  async function refresh(): Promise<void> {
    await kit.identity.ask();
    // Another process may have posted it meanwhile.
    for (const [channel, ts] of parsed(await options.kept.fresh())) messages.set(channel, ts);
    const tickets = await options.openTickets();
    const channels = new Set([...options.desks(), ...messages.keys(), ...tickets.map(channelOf)]);
    for (const channel of channels)
      if (channel !== undefined)
        await draw(
          channel,
          tickets.filter((ticket) => channelOf(ticket) === channel),
        );
  }

  async function attempt(): Promise<void> {
    try {
      await refresh();
    } catch (error) {
      const failure = failureOf(error, kit.log);
      kit.log.warn('slack-overview-not-shown', { reason: failure.reason });
      if (failure.kind === 'retry') schedule(Math.max(failure.afterMs ?? 0, AGAIN_MS));
    }
  }

  function schedule(ms: number): void {
    if (stopped || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      running = running.then(attempt);
    }, ms).unref();
  }

  return {
    changed: () => schedule(options.gatherMs ?? GATHER_MS),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
