import { join } from 'node:path';
import { readCanned } from '../../src/bot/desk/read.ts';
import {
  type Author,
  COMMAND_NAMES,
  type CommandName,
  DESK_DEFAULTS,
  type DeskSettings,
  type Discovery,
  type Event,
  type EventBase,
  type FileRef,
  type Incoming,
  type Intent,
  type JobOutcome,
  type JobRequest,
  type Knowledge,
  LADDER,
  type MessageEvent,
  parseDeskCommand,
  type PortCheck,
  redactEvent,
  type Schedule,
  type ServerCheck,
  type Settings,
  type Turn,
} from '../../src/core/index.ts';
import type { Deed, Script, ScriptDesk, ScriptTurn } from './conversation-script.ts';
import { DESK, nameOf, personId, placesFor, privatePlace, type Posted, type Shown } from './conversation-platform.ts';
import { type Cast, ConversationWorld } from './conversation-world.ts';

const read = readCanned('data/replies', join(import.meta.dirname, '../../data/replies'));
const CANNED = read.ok ? read.value : [];
const BEGIN = Date.parse('2026-12-01T09:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What one deed of a script led to. */
export interface Step {
  turn: ScriptTurn;
  /** Who did it, or for whom the job was; nobody where only time went by. */
  who: string;
  event?: Event;
  result?: Turn;
  /** What everybody was shown, the deliveries' reports included. */
  shown: Shown[];
}

interface Said {
  who: string;
  text: string;
  event: MessageEvent & { messageId: string };
}

/** Plays a script through the core and the store. Redaction comes first, as in the pipeline. */
export class ConversationPlayer {
  readonly world: ConversationWorld;
  readonly #script: Script;
  readonly #knowledge: Knowledge;
  readonly #said: Said[] = [];
  #now = BEGIN;
  #events = 0;

  private constructor(script: Script, knowledge: Knowledge, world: ConversationWorld) {
    this.#script = script;
    this.#knowledge = knowledge;
    this.world = world;
  }

  static async open(script: Script, knowledge: Knowledge): Promise<ConversationPlayer> {
    return new ConversationPlayer(script, knowledge, await ConversationWorld.open(castOf(script), knowledge));
  }

  /** Throws when the script asks for what cannot be done. */
  async play(turn: ScriptTurn): Promise<Step> {
    this.#now += MINUTE;
    const { deed } = turn;
    if (deed.kind === 'later') {
      this.#now += deed.minutes * MINUTE;
      return { turn, who: '', shown: await this.world.passTime(this.#now) };
    }
    if (deed.kind === 'job') return this.#finish(turn, deed);
    const incoming = await this.#incoming(deed);
    const secretExpected = await this.world.secretExpected(incoming, this.#now);
    const event = redactEvent(incoming, { secretExpected, knowledge: this.#knowledge });
    return { turn, who: event.author.name, event, ...(await this.world.handle(event, this.#now)) };
  }

  async #finish(turn: ScriptTurn, deed: Extract<Deed, { kind: 'job' }>): Promise<Step> {
    const job = this.world.jobs.at(-1);
    if (!job) throw new Error('no check and no look-up was asked for');
    const outcome = outcomeOf(deed, job, this.#now);
    return { turn, who: nameOf(job.person), ...(await this.world.finishJob(job, outcome, this.#now)) };
  }

  async #incoming(deed: Exclude<Deed, { kind: 'later' | 'job' }>): Promise<Incoming> {
    const base = await this.#base(deed.who, 'inPrivate' in deed && deed.inPrivate);
    switch (deed.kind) {
      case 'says':
        return this.#message(deed.who, base, deed.text, []);
      case 'file':
        return this.#message(deed.who, base, deed.text, [deed.file]);
      case 'presses':
        return this.#press(deed.who, deed.label);
      case 'uses':
        return { ...base, type: 'command', command: commandNamed(deed.command), text: deed.text };
      case 'desk':
        return { ...base, type: 'desk-command', ...parseDeskCommand(deed.text) };
      case 'changes':
        return { ...base, ...this.#reference(deed.who, deed.before), type: 'edited', text: deed.text };
      case 'deletes':
        return { ...base, ...this.#reference(deed.who, deed.before), type: 'deleted' };
    }
  }

  #message(who: string, base: EventBase, text: string, files: FileRef[]): MessageEvent {
    const inThread = this.#script.agents.includes(who);
    const addressed = inThread ? 'thread' : base.private ? 'direct' : 'mention';
    const event = { ...base, type: 'message' as const, text, files, addressed, messageId: `m${this.#events}` } as const;
    this.#said.push({ who, text, event });
    return event;
  }

  /** The newest message of this person with that text. */
  #reference(
    who: string,
    text: string,
  ): Pick<MessageEvent, 'place' | 'conversation' | 'private'> & { messageId: string } {
    const said = this.#said.findLast((one) => one.who === who && one.text === text);
    if (!said) throw new Error(`${who} never wrote "${text}"`);
    const { place, conversation, private: alone, messageId } = said.event;
    return { place, conversation, private: alone, messageId };
  }

  async #base(who: string, inPrivate: boolean): Promise<EventBase> {
    const id = `test:${++this.#events}` as const;
    const author: Author = { id: personId(who), name: who, bot: false };
    const base = { id, author, at: this.#now, locale: this.#script.language };
    if (!this.#script.agents.includes(who)) {
      const inChannel = this.#script.inChannel && !inPrivate;
      return { ...base, ...placesFor(inChannel, who), private: !inChannel };
    }
    const place = (await this.world.ticket())?.desk;
    if (place === undefined) throw new Error(`${who} writes at a desk that has no ticket`);
    return { ...base, place, conversation: `${place}/${who}`, private: false };
  }

  async #press(who: string, label: string): Promise<Incoming> {
    const found = this.#button(who, label);
    if (!found) throw new Error(`${who} sees no button "${label}"`);
    const base = await this.#base(who, found.posted.place === privatePlace(who));
    return { ...base, type: 'action', intent: found.intent, on: found.posted.key };
  }

  /** The newest button with that label that this person can see. */
  #button(who: string, label: string): { posted: Posted; intent: Intent } | undefined {
    const { posts } = this.world.platform;
    const visible = [...posts.values()].filter((posted) => this.world.platform.readersOf(posted).includes(who));
    for (const posted of visible.toReversed()) {
      const actions = posted.reply.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
      const action = actions.find((each) => each.label === label);
      if (action) return { posted, intent: action.intent };
    }
    return undefined;
  }
}

function castOf(script: Script): Cast {
  const people = script.turns.flatMap(({ deed }) => ('who' in deed ? [deed.who] : []));
  return {
    people: new Set(people.filter((name) => !script.agents.includes(name))),
    agents: new Set(script.agents),
    outsiders: new Set(script.outsiders),
    unreachable: new Set(script.unreachable),
    settings: { defaultLanguage: 'en', ...(script.desk && { desk: DESK, canned: CANNED, ...serviceOf(script.desk) }) },
  };
}

/** Where nothing but that there is a desk is said, it has one queue that is always open. */
function serviceOf({ queues, hours, firstReply, nextReply, ticketsPerDay }: ScriptDesk): Pick<Settings, 'service'> {
  const plain = [hours, firstReply, nextReply, ticketsPerDay].every((one) => one === undefined);
  if (queues.length === 0 && plain) return {};
  const schedule = hours === undefined ? {} : { hours: daily(hours) };
  const targets = {
    ...(firstReply !== undefined && { firstReply: firstReply * MINUTE }),
    ...(nextReply !== undefined && { nextReply: nextReply * MINUTE }),
  };
  const service: DeskSettings = {
    ...DESK_DEFAULTS,
    canned: CANNED,
    ...(ticketsPerDay !== undefined && { ticketsPerDay }),
    queues: (queues.length === 0 ? [{ id: 'default' }] : queues).map(({ id, languages = [] }, index) => ({
      id,
      names: {},
      desk: index === 0 ? DESK : `${DESK}-${id}`,
      languages,
      intents: [],
      providers: [],
      escalation: LADDER,
      ...schedule,
      ...targets,
    })),
  };
  return { service };
}

/** `09:00-17:00` in UTC, every day. */
function daily(hours: string): Schedule {
  const [from = 0, to = 0] = hours.split('-').map((time) => Date.parse(`1970-01-01T${time}Z`));
  const midnight = BEGIN - (BEGIN % DAY);
  const days = Array.from({ length: 60 }, (_, day) => midnight + (day - 2) * DAY);
  return { from: midnight - 2 * DAY, until: midnight + 58 * DAY, open: days.map((day) => [day + from, day + to]) };
}

function outcomeOf(
  { outcome: kind, facts }: Extract<Deed, { kind: 'job' }>,
  { task, progress }: JobRequest,
  now: number,
): JobOutcome {
  if (kind === 'check-server' && task.kind === kind)
    return { kind, task, progress, result: checkOf(task.host, facts, now) };
  if (kind === 'discover' && task.kind === kind)
    return { kind, task, progress, result: discoveryOf(task.domain, facts, now) };
  if (kind === 'failed') return { kind, task, progress };
  throw new Error(`what was asked for is a ${task.kind}, not a ${kind}`);
}

function commandNamed(name: string): CommandName {
  const command = COMMAND_NAMES.find((each) => each === name);
  if (!command) throw new Error(`there is no command /mail ${name}`);
  return command;
}

/** A check that found nothing wrong, but for the given facts. */
function checkOf(host: string, facts: Record<string, unknown>, now: number): ServerCheck {
  const { ports, ...rest } = facts as Partial<ServerCheck>;
  return {
    host,
    status: 'checked',
    verdict: 'unknown',
    notChecked: [],
    checkedAt: now,
    ports: (ports ?? [{}]).map((port) => Object.assign(goodPort(host), port)),
    ...rest,
  };
}

function goodPort(host: string): PortCheck {
  return {
    port: 993,
    protocol: 'imap',
    reachable: true,
    mode: 'tls',
    tlsVersion: 'TLSv1.3',
    tlsVersionsOffered: ['TLSv1.2', 'TLSv1.3'],
    cipher: 'TLS_AES_256_GCM_SHA384',
    authorized: true,
    certificateProblems: [],
    certificate: { subject: host, issuer: 'Test CA', validTo: '2027-06-01T00:00:00.000Z', names: [host] },
    findings: [],
  };
}

function discoveryOf(domain: string, facts: Record<string, unknown>, now: number): Discovery {
  return { domain, status: 'found', mx: [], servers: [], disagreements: [], checkedAt: now, ...facts };
}
