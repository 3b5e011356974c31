import { ChannelType, Routes, RESTJSONErrorCodes as Codes, ThreadAutoArchiveDuration } from 'discord-api-types/v10';
import { fill, texts, type Operation, type OutboxRow, type Receipt, type Reply } from '../../core/index.ts';
import type { ChannelFacts } from './channels.ts';
import { userOf, type DeliveryKit } from './delivery-kit.ts';
import { Refusal, faultOf, hasCode } from './faults.ts';
import { placeId, snowflakeOf } from './ids.ts';
import { id, record } from './json.ts';
import { cut, LIMITS } from './limits.ts';
import { inBestForm, newForms } from './message-body.ts';
import { postMessage } from './post.ts';
import { isForum } from './state.ts';
import { stateTags } from './tags.ts';
import { activeThreads, awake, type ActiveThreads } from './threads.ts';

type OpenPlace = Extract<Operation, { kind: 'open-place' }>;

const ARCHIVE = { auto_archive_duration: ThreadAutoArchiveDuration.OneWeek };

interface Opening {
  kit: DeliveryKit;
  row: OutboxRow;
  operation: OpenPlace;
  channel: string;
  facts: ChannelFacts;
  /** Absent where Discord does not tell. */
  threads: ActiveThreads | undefined;
}

function nameOf({ operation }: Opening): string {
  return cut(operation.title.trim() || '…', LIMITS.threadName);
}

/** A new post is open; where it must bear a tag, any. */
function tagsOf({ tags, needsTag }: ChannelFacts): string[] {
  const open = stateTags(tags, 'open');
  const [first] = tags;
  return open.length === 0 && needsTag && first ? [first.id] : open;
}

/** A thread takes no nonce: after a crash it is known by its name, which bears the ticket's number. */
function alreadyOpen(opening: Opening): string | undefined {
  if (opening.row.state !== 'sending') return undefined;
  return opening.threads?.find(opening.channel, nameOf(opening));
}

/** Says in time that no more threads can be opened soon. */
function withWarning({ operation, threads }: Opening): Reply {
  const { reply } = operation;
  if (!threads?.nearlyFull) return reply;
  const { count, most } = threads;
  const text = fill(texts(reply.language).discordDesk.threadsNearlyFull, { count, most });
  return { ...reply, blocks: [{ kind: 'text', text }, ...reply.blocks] };
}

async function openPost(opening: Opening): Promise<Receipt> {
  const { kit, channel, facts, operation } = opening;
  const name = nameOf(opening);
  const found = alreadyOpen(opening);
  if (found !== undefined) return { place: placeId(found), messageId: found };
  const made = await inBestForm(
    newForms(withWarning(opening), { key: operation.key }, kit.intents),
    ({ body, files }) =>
      kit.api.call('POST', Routes.threads(channel), {
        body: { name, ...ARCHIVE, applied_tags: tagsOf(facts), message: body },
        ...(files && { files }),
      }),
  );
  const post = id(record(made)['id']) ?? '';
  // The first message of a post bears the post's own id.
  return { place: placeId(post), messageId: post };
}

async function makePrivateThread(opening: Opening, channel: string, invitable: boolean): Promise<string> {
  const { kit } = opening;
  const found = alreadyOpen(opening);
  if (found !== undefined) return found;
  const body = { name: nameOf(opening), ...ARCHIVE, type: ChannelType.PrivateThread, invitable };
  return id(record(await kit.api.call('POST', Routes.threads(channel), { body }))['id']) ?? '';
}

/** The thread is new, but after a crash its first message may stand there. */
function firstMessage({ kit, row, operation }: Opening, thread: string, reply: Reply): Promise<Receipt> {
  return postMessage(kit, row, thread, { reply, options: { key: `${operation.key}/thread` } });
}

/** Where threads on messages are not allowed: a thread that only the desk sees. */
async function openHiddenThread(opening: Opening): Promise<Receipt> {
  const thread = await makePrivateThread(opening, opening.channel, true);
  return firstMessage(opening, thread, withWarning(opening));
}

/** For a person whose direct messages are closed: a thread that they alone see, in the channel where they asked. */
async function openThreadFor(opening: Opening, user: string): Promise<Receipt> {
  const { kit, facts, channel, operation } = opening;
  const parent = facts.isThread ? (facts.parent ?? channel) : channel;
  const thread = await makePrivateThread({ ...opening, channel: parent }, parent, false);
  await kit.api.call('PUT', Routes.threadMembers(thread, user));
  return firstMessage(opening, thread, operation.reply);
}

function threadRefused(error: unknown): boolean {
  const fault = faultOf(error);
  const refused = fault.kind === 'refused' && fault.code === 'missing-permission';
  return refused || hasCode(error, Codes.CannotExecuteActionOnThisChannelType);
}

/** A thread bears the id of the message that it hangs on: it may be asked for again and again. */
async function openThread(opening: Opening): Promise<Receipt> {
  const { kit, row, channel, operation } = opening;
  const message = { reply: withWarning(opening), options: { key: operation.key } };
  const { messageId } = await awake(kit, channel, () => postMessage(kit, row, channel, message));
  try {
    await kit.api.call('POST', Routes.threads(channel, messageId), { body: { name: nameOf(opening), ...ARCHIVE } });
  } catch (error) {
    if (threadRefused(error)) return openHiddenThread(opening);
    if (!hasCode(error, Codes.ThreadAlreadyCreatedForMessage)) throw error;
  }
  return { place: placeId(messageId), messageId };
}

/** Only a help: where Discord does not tell, the ticket is opened all the same. */
async function threadsOf(kit: DeliveryKit, { guild }: ChannelFacts): Promise<ActiveThreads | undefined> {
  if (guild === undefined) return undefined;
  try {
    return await activeThreads(kit, guild);
  } catch (error) {
    if (faultOf(error).kind === 'retry') throw error;
    return undefined;
  }
}

export async function deliverOpenPlace(kit: DeliveryKit, row: OutboxRow, operation: OpenPlace): Promise<Receipt> {
  const channel = snowflakeOf(operation.in);
  if (channel === undefined) throw new Refusal('place-gone', 'no such channel');
  const facts = await kit.channels.facts(channel);
  const opening: Opening = { kit, row, operation, channel, facts, threads: await threadsOf(kit, facts) };
  if (opening.threads?.nearlyFull) {
    const { count, most } = opening.threads;
    kit.log.warn('discord-threads-nearly-full', { count, most });
  }
  const user = userOf(operation.audience);
  if (user !== undefined) return openThreadFor(opening, user);
  return isForum(facts) ? openPost(opening) : openThread(opening);
}
