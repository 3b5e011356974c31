import { ChannelType, Routes, RESTJSONErrorCodes as Codes, ThreadAutoArchiveDuration } from 'discord-api-types/v10';
import type { Operation, OutboxRow, Receipt } from '../../core/index.ts';
import type { ChannelFacts } from './channels.ts';
import type { DeliveryKit } from './delivery-kit.ts';
import { Refusal, faultOf, hasCode } from './faults.ts';
import { placeId, snowflakeOf } from './ids.ts';
import { id, record, records } from './json.ts';
import { cut, LIMITS } from './limits.ts';
import { inBestForm, plainCall, richCall } from './message-body.ts';
import { postMessage } from './post.ts';

type OpenPlace = Extract<Operation, { kind: 'open-place' }>;

const FORUMS: ReadonlySet<number> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia]);
const ARCHIVE = { auto_archive_duration: ThreadAutoArchiveDuration.OneWeek };
const OPEN_TAG = /\b(open|new)\b|待处理|待處理|新/i;

function nameOf(title: string): string {
  return cut(title.trim() || '…', LIMITS.threadName);
}

/** A tag that says "open" where the forum has one; any, where a post must bear one. */
function tagsOf({ tags, needsTag }: ChannelFacts): string[] {
  const chosen = tags.find(({ name }) => OPEN_TAG.test(name)) ?? (needsTag ? tags[0] : undefined);
  return chosen ? [chosen.id] : [];
}

/** A forum post takes no nonce: after a crash it is known by its title, which bears the ticket's number. */
async function findPost(
  kit: DeliveryKit,
  row: OutboxRow,
  forum: string,
  guild: string | undefined,
  name: string,
): Promise<string | undefined> {
  if (row.state !== 'sending' || guild === undefined) return undefined;
  const active = record(await kit.api.call('GET', Routes.guildActiveThreads(guild)));
  const posts = records(active['threads']);
  const own = posts.find(
    (post) => post['parent_id'] === forum && post['owner_id'] === kit.self() && post['name'] === name,
  );
  return id(own?.['id']);
}

async function openPost(
  kit: DeliveryKit,
  row: OutboxRow,
  forum: string,
  facts: ChannelFacts,
  operation: OpenPlace,
): Promise<Receipt> {
  const name = nameOf(operation.title);
  const found = await findPost(kit, row, forum, facts.guild, name);
  if (found !== undefined) return { place: placeId(found), messageId: found };
  const { reply, key } = operation;
  const made = await inBestForm(
    richCall(reply, { key }, kit.intents),
    () => plainCall(reply),
    ({ body, files }) =>
      kit.api.call('POST', Routes.threads(forum), {
        body: { name, ...ARCHIVE, applied_tags: tagsOf(facts), message: body },
        ...(files && { files }),
      }),
  );
  const post = id(record(made)['id']) ?? '';
  // The first message of a post bears the post's own id.
  return { place: placeId(post), messageId: post };
}

/** Where threads on messages are not allowed: a thread that only the desk sees. */
async function openPrivateThread(
  kit: DeliveryKit,
  row: OutboxRow,
  channel: string,
  operation: OpenPlace,
): Promise<Receipt> {
  const body = { name: nameOf(operation.title), ...ARCHIVE, type: ChannelType.PrivateThread, invitable: true };
  const thread = id(record(await kit.api.call('POST', Routes.threads(channel), { body }))['id']) ?? '';
  return postMessage(kit, { ...row, state: 'queued' }, thread, {
    reply: operation.reply,
    options: { key: `${operation.key}/thread` },
  });
}

function threadRefused(error: unknown): boolean {
  const fault = faultOf(error);
  const refused = fault.kind === 'refused' && fault.code === 'missing-permission';
  return refused || hasCode(error, Codes.CannotExecuteActionOnThisChannelType);
}

/** A thread bears the id of the message that it hangs on: it may be asked for again and again. */
async function openThread(kit: DeliveryKit, row: OutboxRow, channel: string, operation: OpenPlace): Promise<Receipt> {
  const { reply, key, title } = operation;
  const { messageId } = await postMessage(kit, row, channel, { reply, options: { key } });
  try {
    await kit.api.call('POST', Routes.threads(channel, messageId), { body: { name: nameOf(title), ...ARCHIVE } });
  } catch (error) {
    if (threadRefused(error)) return openPrivateThread(kit, row, channel, operation);
    if (!hasCode(error, Codes.ThreadAlreadyCreatedForMessage)) throw error;
  }
  return { place: placeId(messageId), messageId };
}

export async function deliverOpenPlace(kit: DeliveryKit, row: OutboxRow, operation: OpenPlace): Promise<Receipt> {
  if (operation.audience !== undefined) throw new Refusal('rejected', 'no private threads for askers yet');
  const channel = snowflakeOf(operation.in);
  if (channel === undefined) throw new Refusal('place-gone', 'no such channel');
  const facts = await kit.channels.facts(channel);
  if (FORUMS.has(facts.type)) return openPost(kit, row, channel, facts, operation);
  return openThread(kit, row, channel, operation);
}
