import { Routes } from 'discord-api-types/v10';
import type { AdapterLog, BackfillResult, Incoming, PlaceId } from '../../core/index.ts';
import type { DiscordApi } from './api.ts';
import type { ChannelFacts, Channels } from './channels.ts';
import { reportedFault } from './faults.ts';
import { snowflakeAt, snowflakeOf, timeOf } from './ids.ts';
import { id, record, records, type Json } from './json.ts';
import type { ReadContext } from './read-context.ts';
import { read } from './read.ts';

/** As many as Discord gives at once. https://docs.discord.com/developers/resources/message#get-channel-messages */
const PAGE = 100;
const MOST_PAGES = 10;

export interface BackfillKit {
  api: DiscordApi;
  log: AdapterLog;
  channels: Pick<Channels, 'facts'>;
  context: ReadContext;
  /** What people say in servers comes with its words only where the Message Content intent is on. */
  messageContent: boolean;
}

function byAge(one: Json, other: Json): number {
  return BigInt(id(one['id']) ?? 0) < BigInt(id(other['id']) ?? 0) ? -1 : 1;
}

/** What is changed is mostly young. A channel is long, and what stands there is ours only where it names us, ms. */
const CHANGED_WITHIN = 24 * 3_600_000;

/** Oldest first. With `after` Discord gives the oldest ones of what follows, the newest of them first. */
async function messagesAfter(api: DiscordApi, channel: string, since: number): Promise<Json[]> {
  const found: Json[] = [];
  let after = snowflakeAt(since);
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const query = { after, limit: String(PAGE) };
    const page = records(await api.call('GET', Routes.channelMessages(channel), { query })).sort(byAge);
    found.push(...page);
    after = id(page.at(-1)?.['id']) ?? after;
    if (page.length < PAGE) break;
  }
  return found;
}

/** The dispatch that the gateway would have brought: the history leaves out where a message stands. */
function dispatchOf(message: Json, channel: string, { guild, type }: ChannelFacts): Json {
  return { ...message, channel_id: channel, channel_type: type, ...(guild !== undefined && { guild_id: guild }) };
}

function isPerson(message: Json, self: string): boolean {
  const author = record(message['author']);
  return author['id'] !== self && author['bot'] !== true;
}

/** Whether another person has answered since: in a thread anybody who wrote, elsewhere whoever replied. */
function isReplied(message: Json, later: readonly Json[], inThread: boolean, self: string): boolean {
  const asker = record(message['author'])['id'];
  return later.some((other) => {
    const answers = inThread || record(other['message_reference'])['message_id'] === message['id'];
    return answers && isPerson(other, self) && record(other['author'])['id'] !== asker;
  });
}

function eventsOf(messages: readonly Json[], channel: string, facts: ChannelFacts, context: ReadContext): Incoming[] {
  const inThread = facts.isThread;
  return messages.flatMap((message, index) => {
    const dispatch = dispatchOf(message, channel, facts);
    const said = read('MESSAGE_CREATE', dispatch, context);
    if (said.kind !== 'event' || said.event.type !== 'message' || said.event.author.bot) return [];
    const late = { replied: isReplied(message, messages.slice(index + 1), inThread, context.self()) };
    const edited = read('MESSAGE_UPDATE', dispatch, context);
    return [{ ...said.event, late }, ...(edited.kind === 'event' ? [edited.event] : [])];
  });
}

function isWithoutWords(message: Json, self: string): boolean {
  return message['content'] === '' && isPerson(message, self) && records(message['attachments']).length === 0;
}

/** Looks for what was said in a channel, thread or DM after a time (ms) and may have been missed, and for changes since. */
export function createBackfill(kit: BackfillKit): (place: PlaceId, since: number) => Promise<BackfillResult> {
  const { api, log, channels, context, messageContent } = kit;
  let told = messageContent;

  function tellOfSilence(messages: readonly Json[], { guild }: ChannelFacts): void {
    if (told || guild === undefined || !messages.some((message) => isWithoutWords(message, context.self()))) return;
    told = true;
    log.info('discord-backfill-without-words', { advice: 'DISCORD_MESSAGE_CONTENT=on lets threads be read again' });
  }

  return async (place, since) => {
    const channel = snowflakeOf(place);
    if (channel === undefined) return { ok: false, kind: 'refused', reason: 'not-discord' };
    try {
      const facts = await channels.facts(channel);
      const short = facts.isThread || facts.guild === undefined;
      const messages = await messagesAfter(api, channel, short ? since - CHANGED_WITHIN : since);
      tellOfSilence(messages, facts);
      const events = eventsOf(messages, channel, facts, context).filter(({ at }) => at > since);
      const last = id(messages.at(-1)?.['id']);
      return { ok: true, events, ...(last !== undefined && { until: timeOf(last) }) };
    } catch (error) {
      const fault = reportedFault(error, log);
      return fault.kind === 'refused' ? { ok: false, kind: 'refused', reason: fault.reason } : fault;
    }
  };
}
