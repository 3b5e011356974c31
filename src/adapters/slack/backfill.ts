import type { BackfillResult, Incoming, MessageEvent, PlaceId } from '../../core/index.ts';
import type { DeliveryKit, Destination } from './delivery-kit.ts';
import { failureOf } from './errors.ts';
import { isDirect, parsePlace, placeId, tsToMs, userOf } from './ids.ts';
import { withHints } from './hints.ts';
import { read } from './read.ts';
import type { SlackIdentity } from './read-context.ts';

const PAGE = 200;
const MOST_PAGES = 5;
const MOST_CHANNELS = 200;

/** What is changed is mostly young. A channel is long, and what stands there is ours only where it names us, ms. */
const CHANGED_WITHIN = 24 * 3_600_000;

interface PastMessage {
  ts?: string;
  user?: string;
  bot_id?: string;
  reply_users?: string[];
  edited?: { ts?: string };
}

interface Page {
  messages?: PastMessage[];
  response_metadata?: { next_cursor?: string };
}

async function page(kit: DeliveryKit, to: Destination, oldest: string, cursor: string | undefined): Promise<Page> {
  const { channel, thread } = to;
  const common = { channel, oldest, limit: PAGE, ...(cursor && { cursor }) };
  if (thread === undefined) return kit.guarded('history', () => kit.client.conversations.history(common));
  return kit.guarded('replies', () => kit.client.conversations.replies({ ...common, ts: thread }));
}

/** Oldest first: a channel's history comes newest first, a thread's oldest first. */
async function messagesAfter(kit: DeliveryKit, to: Destination, since: number): Promise<PastMessage[]> {
  const oldest = (since / 1000).toFixed(6);
  const found: PastMessage[] = [];
  let cursor: string | undefined;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const { messages = [], response_metadata: next } = await page(kit, to, oldest, cursor);
    found.push(...messages.filter(({ ts }) => tsToMs(ts ?? '') > since));
    cursor = next?.next_cursor;
    if (!cursor) break;
  }
  return found.sort((a, b) => Number(a.ts) - Number(b.ts));
}

/** Whether somebody else than the asker and us has answered since. */
function isReplied(message: PastMessage, later: readonly PastMessage[], to: Destination, self: SlackIdentity): boolean {
  const inThread = to.thread === undefined ? (message.reply_users ?? []) : later.flatMap(({ user }) => user ?? []);
  return inThread.some((user) => user !== message.user && user !== self.user);
}

/** The body that the Events API would have brought. */
function bodyOf(message: PastMessage, to: Destination, team: string | undefined): object {
  const event = { ...message, type: 'message', channel: to.channel, event_ts: message.ts };
  return { type: 'event_callback', ...(team !== undefined && { team_id: team }), event };
}

/** The body that would have told of its last change. */
function changeOf(message: PastMessage, to: Destination, team: string | undefined): object {
  const event = { type: 'message', subtype: 'message_changed', channel: to.channel, message };
  return {
    type: 'event_callback',
    ...(team !== undefined && { team_id: team }),
    event: { ...event, event_ts: message.edited?.ts },
  };
}

async function eventsOf(kit: DeliveryKit, to: Destination, messages: readonly PastMessage[]): Promise<Incoming[]> {
  const self = kit.identity.known();
  const events: Incoming[] = [];
  for (const [index, message] of messages.entries()) {
    if (message.bot_id !== undefined || message.user === self.user) continue;
    const body = bodyOf(message, to, self.team);
    const reading = read(body, { self }, 0);
    if (reading.kind !== 'event' || reading.event.type !== 'message') continue;
    const late = { replied: isReplied(message, messages.slice(index + 1), to, self) };
    const event = await withHints({ people: kit.people, identity: () => self }, body, reading.event, 0);
    events.push({ ...event, ...(event.type === 'message' && { late }) });
    if (message.edited?.ts === undefined) continue;
    const changed = read(changeOf(message, to, self.team), { self }, 0);
    if (changed.kind === 'event') events.push({ ...changed.event, author: event.author });
  }
  return events;
}

/** What was said in a channel, DM or thread after `since` (ms) and may have been missed, and what was changed since. */
export async function backfill(kit: DeliveryKit, place: PlaceId, since: number): Promise<BackfillResult> {
  const to = parsePlace(place);
  if (to === undefined) return { ok: false, kind: 'refused', reason: 'not-slack' };
  try {
    const short = to.thread !== undefined || isDirect(to.channel);
    const messages = await messagesAfter(kit, to, short ? since - CHANGED_WITHIN : since);
    const events = (await eventsOf(kit, to, messages)).filter(({ at }) => at > since);
    const last = messages.at(-1)?.ts;
    return { ok: true, events, ...(last !== undefined && { until: tsToMs(last) }) };
  } catch (error) {
    const failure = failureOf(error, kit.log);
    return failure.kind === 'retry' ? failure : { ok: false, kind: 'refused', reason: failure.reason };
  }
}

/** Whether somebody else than its author has answered a message; no, where that cannot be seen. */
export async function repliedSince(kit: DeliveryKit, { place, messageId, at, author }: MessageEvent): Promise<boolean> {
  const to = parsePlace(place);
  if (to?.thread === undefined || messageId === undefined) return false;
  try {
    const known = new Set([userOf(author.id), kit.identity.known().user]);
    const messages = await messagesAfter(kit, to, at);
    return messages.some(({ user, ts }) => ts !== messageId && user !== undefined && !known.has(user));
  } catch {
    return false;
  }
}

/** The channels that we are in: somebody may have named us there. Unknown ones are left for the next time. */
export async function channelsOf(kit: DeliveryKit): Promise<PlaceId[]> {
  try {
    const { team = '' } = await kit.identity.ask();
    const { channels = [] } = await kit.guarded('users.conversations', () =>
      kit.client.users.conversations({
        types: 'public_channel,private_channel',
        exclude_archived: true,
        limit: MOST_CHANNELS,
      }),
    );
    return channels.flatMap(({ id }) => (id === undefined ? [] : [placeId({ team, channel: id })]));
  } catch (error) {
    kit.log.warn('slack-channels-unknown', { reason: failureOf(error, kit.log).reason });
    return [];
  }
}
