import type { StateStore } from '../../src/adapters/storage/index.ts';
import type {
  ActionEvent,
  Event,
  Incoming,
  Intent,
  Knowledge,
  MailNetwork,
  MessageEvent,
  PlaceId,
  Ticket,
} from '../../src/core/index.ts';
import { BEGIN, FILE, type House, openHouse } from './house.ts';

/** How long an answer of a platform is waited for by those who are told to wait, ms. */
export const DAY = 24 * 3_600_000;

/**
 * Something of everything that a state holds, left by a bot that died in the middle of its work. Whoever changes what
 * happens here makes the next release's dump say more; the dumps that are there stay as they are.
 */
export async function liveThrough(store: StateStore, knowledge: Knowledge): Promise<void> {
  countFrom(0);
  const work = endlessNetwork();
  const house = await openHouse(store, knowledge, { now: BEGIN, network: work.network });
  await fourTickets(house);
  await unsentAndDead(house);
  await ownWays(house);
  await leftInTheMiddle(house, work.begun);
}

/** Ann's goes on, Bo's sleeps, Cy's is closed, and nobody has Di's. */
async function fourTickets({ hears, store }: House): Promise<void> {
  await hears(says('ann', 'imap of gmail'));
  await hears(says('ann', 'talk to a human'));
  const ann = await ticketOf(store, 'ann');
  await hears(kimWrites(ann, '>> Have you tried port 993?'));
  const { name, mime, bytes } = FILE;
  await hears(
    says('ann', 'it says this', { files: [{ name, mime, size: bytes.length, url: 'https://cdn.example/1' }] }),
  );
  await hears(kimWrites(ann, '// she is on a phone'));
  await hears(kimWrites(ann, 'Which phone is it?'));

  await hears(says('bo', '转人工客服'));
  await hears(kimPresses(await ticketOf(store, 'bo'), { name: 'snooze-ticket', span: 'hour' }));

  await hears(says('cy', '我要找真人客服幫忙設定'));
  const cy = await ticketOf(store, 'cy');
  await hears(kimWrites(cy, '>> 連接埠請用 993。'));
  await hears(kimPresses(cy, { name: 'resolve-ticket' }));
  await hears(kimPresses(cy, { name: 'close-ticket' }));

  await hears(says('di', 'talk to a human'));
}

async function unsentAndDead({ hears, discord }: House): Promise<void> {
  discord.results.push({ ok: false, kind: 'retry', reason: 'rate-limited', afterMs: DAY });
  await hears(says('ed', 'imap of gmail'));
  discord.results.push({ ok: false, kind: 'refused', code: 'direct-closed', reason: 'closed' });
  await hears(says('flo', 'imap of gmail'));
}

/** What is kept of people, of platforms and of what nobody could answer. */
async function ownWays({ hears, store }: House): Promise<void> {
  await hears(
    says('ann', 'how do I cook rice', { place: 'discord:G1/C1', conversation: 'discord:G1/C1/ann', private: false }),
  );
  await hears(presses('gus', { name: 'set-language', language: 'zh-Hans' }));
  await hears(says('mal', 'talk to a human'));
  await hears(kimPresses(await ticketOf(store, 'mal'), { name: 'block-asker', on: true }));
  await store.adapterState('gateway').keep('session 1');
  await store.keepButtons([{ key: 'b1', intent: { name: 'provider-settings', slots: { provider: 'qq' } } }], BEGIN);
  await store.placeChecked('discord:ann', { at: BEGIN }, 0);
  await store.admit({ at: BEGIN, person: 'discord:hal', place: 'discord:hal', target: 'qq.com' });
}

/** A check and a post that had begun, a question that nobody looked at, and one that nobody could answer. */
async function leftInTheMiddle({ engine, discord, store }: House, checking: Promise<void>): Promise<void> {
  const sending = new Promise<void>((begun) => {
    discord.results.push(() => {
      begun();
      return new Promise(() => undefined);
    });
  });
  await engine.receive(says('kay', 'imap of gmail'));
  await sending;
  await engine.receive(says('hal', 'is imap.qq.com safe?'));
  await checking;
  await store.accept(stored(says('jo', 'imap of gmail')));
  await store.deadLetterEvent(idOf('jo', 1), 'TypeError', BEGIN);
  await store.accept({
    ...stored(says('ivy', 'imap of gmail')),
    handle: { value: 'the token of ivy', expiresAt: BEGIN + 10 * DAY },
  });
}

function endlessNetwork(): { network: MailNetwork; begun: Promise<void> } {
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  function never(): Promise<never> {
    begin();
    return new Promise(() => undefined);
  }
  return { network: { check: never, discover: never }, begun };
}

const said = new Map<string, number>();
/** What is said after the dump was made has other ids. */
let before = 1000;

function countFrom(number: number): void {
  said.clear();
  before = number;
}

/** The ids of the first, second… thing that somebody says. */
export function idOf(who: string, number: number): Event['id'] {
  return `discord:${who}-${number}`;
}

function numberOf(who: string): number {
  const number = (said.get(who) ?? before) + 1;
  said.set(who, number);
  return number;
}

function base(who: string) {
  const number = numberOf(who);
  const id = `discord:${who}` as const;
  const author = { id, name: who, bot: false } as const;
  return {
    id: idOf(who, number),
    conversation: id,
    place: id,
    private: true,
    author,
    at: BEGIN,
    messageId: `${number}`,
  };
}

/** In direct messages, unless told otherwise. */
export function says(who: string, text: string, over: Partial<MessageEvent> = {}): MessageEvent {
  return { ...base(who), type: 'message', text, files: [], addressed: 'direct', ...over };
}

function presses(who: string, intent: Intent): ActionEvent {
  const { messageId: _, ...rest } = base(who);
  return { ...rest, type: 'action', intent };
}

function stored(incoming: Incoming): Event {
  return { ...incoming, redactions: [] };
}

type AtDesk = Ticket & { desk: PlaceId };

export async function ticketOf(store: Pick<StateStore, 'tickets'>, who: string): Promise<AtDesk> {
  const found = (await store.tickets({ limit: 10 })).find(({ asker }) => asker === `discord:${who}`);
  if (found?.desk === undefined) throw new Error(`${who} has no ticket at the desk`);
  return { ...found, desk: found.desk };
}

function atDesk({ desk }: AtDesk) {
  const number = numberOf('kim');
  const author = { id: 'slack:kim', name: 'Kim', bot: false } as const;
  return {
    id: `slack:kim-${number}`,
    conversation: `${desk}/kim`,
    place: desk,
    private: false,
    author,
    at: BEGIN,
  } as const;
}

export function kimWrites(ticket: AtDesk, text: string): MessageEvent {
  const at = atDesk(ticket);
  return { ...at, type: 'message', text, files: [], addressed: 'thread', messageId: at.id };
}

export function kimPresses(ticket: AtDesk, intent: { name: Intent['name'] } & Record<string, unknown>): ActionEvent {
  return { ...atDesk(ticket), type: 'action', intent: { ...intent, ticket: ticket.id } as ActionEvent['intent'] };
}
