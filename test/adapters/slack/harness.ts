import type {
  AdapterLog,
  ChatAdapter,
  Immediate,
  Incoming,
  Operation,
  OutboxRow,
  Reply,
} from '../../../src/core/index.ts';
import { createSlackAdapter, type SlackOptions } from '../../../src/adapters/slack/index.ts';
import { startSlackDouble, type SlackDouble, type SlackDoubleOptions } from '../../support/slack-double/index.ts';

export interface LogLine {
  level: 'info' | 'warn' | 'error';
  event: string;
  facts: Record<string, string | number | boolean>;
}

export interface Harness {
  slack: SlackDouble;
  adapter: ChatAdapter;
  /** Accepted events, in order; ids that were seen before are left out, as the store does. */
  received: Incoming[];
  log: LogLine[];
  /** What `receive` answers with next; throws when it is an error. */
  answer(with_: (event: Incoming) => Immediate | Promise<Immediate>): void;
  stop(): Promise<void>;
}

export interface HarnessOptions extends SlackDoubleOptions {
  adapter?: Partial<SlackOptions>;
}

export function recordingLog(lines: LogLine[], told: () => void = () => undefined): AdapterLog {
  const at =
    (level: LogLine['level']) =>
    (event: string, facts = {}): void => {
      lines.push({ level, event, facts });
      told();
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** Small texts that outlive the adapter, as long as the test. */
export function memoryState(): SlackOptions['state'] {
  const texts = new Map<string, string>();
  return (name) => ({
    load: () => texts.get(name),
    fresh: () => Promise.resolve(texts.get(name)),
    keep: (value) => {
      texts.set(name, value);
      return Promise.resolve();
    },
  });
}

function optionsFor(slack: SlackDouble, mode: 'socket' | 'http', log: AdapterLog): SlackOptions {
  const base = {
    log,
    state: memoryState(),
    botToken: slack.botToken,
    apiUrl: slack.apiUrl,
    reconnect: { first: 20, longest: 100 },
  };
  if (mode === 'socket') return { ...base, appToken: slack.appToken };
  return { ...base, signingSecret: slack.signingSecret, httpPort: 0 };
}

/** The real adapter and Bolt against the double, with a `receive` that keeps events in memory. */
export async function startHarness(options: HarnessOptions = {}): Promise<Harness> {
  const slack = await startSlackDouble(options);
  const { mode = 'socket' } = options;
  const lines: LogLine[] = [];
  const received: Incoming[] = [];
  const seen = new Set<string>();
  let respond: (event: Incoming) => Immediate | Promise<Immediate> = () => ({ kind: 'ack' });
  const adapter = createSlackAdapter({
    ...optionsFor(
      slack,
      mode,
      recordingLog(lines, () => slack.recheck()),
    ),
    ...options.adapter,
  });
  await adapter.start(async (event) => {
    const immediate = await respond(event);
    if (!seen.has(event.id)) received.push(event);
    seen.add(event.id);
    slack.recheck();
    return immediate;
  });
  const port = lines.find((line) => line.event === 'slack-listening')?.facts['port'];
  if (port !== undefined) slack.listenAt(Number(port));
  return {
    slack,
    adapter,
    received,
    log: lines,
    answer: (with_) => {
      respond = with_;
    },
    stop: async () => {
      await adapter.stop();
      await slack.stop();
    },
  };
}

export function reply(blocks: Reply['blocks'], facts: Partial<Reply> = {}): Reply {
  return { language: 'en', quiet: false, blocks, ...facts };
}

export function row(operation: Operation, facts: Partial<OutboxRow> = {}): OutboxRow {
  return { operation, sequence: 1, place: undefined, attempts: 0, state: 'queued', queuedAt: Date.now(), ...facts };
}

let nextKey = 0;

export function post(place: string, words: string | Reply, facts: Partial<OutboxRow> = {}): OutboxRow {
  const content = typeof words === 'string' ? reply([{ kind: 'text', text: words }]) : words;
  const key = `key-${(nextKey += 1)}`;
  return row({ kind: 'post', key, to: { place: place as `slack:${string}` }, reply: content }, facts);
}

export function words(text: string): Reply {
  return reply([{ kind: 'text', text }]);
}

/** What the app itself has said in a channel. */
export function ours({ slack }: Harness, channel: string): ReturnType<SlackDouble['messages']> {
  return slack.messages(channel).filter((message) => message.user === slack.botUser);
}
