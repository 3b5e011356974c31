import {
  type Author,
  COMMAND_NAMES,
  type CommandName,
  type Discovery,
  type Event,
  type EventBase,
  type Incoming,
  type Intent,
  type JobOutcome,
  type Knowledge,
  type PortCheck,
  redactEvent,
  respond,
  type ServerCheck,
  type Turn,
} from '../../src/core/index.ts';
import type { Deed, Script, ScriptTurn } from './conversation-script.ts';
import { ConversationWorld, personId, placesFor, privatePlace, type Posted, type Shown } from './conversation-world.ts';

const BEGIN = Date.parse('2026-12-01T09:00:00Z');
const MINUTE = 60_000;

/** What one deed of a script led to. */
export interface Step {
  turn: ScriptTurn;
  /** Who did it, or for whom the job was. */
  who: string;
  event: Event;
  result: Turn;
  /** What everybody was shown, the deliveries' reports included. */
  shown: Shown[];
}

/** Plays a script through the core. Redaction comes first, as in the pipeline. */
export class ConversationPlayer {
  readonly world: ConversationWorld;
  readonly #script: Script;
  readonly #knowledge: Knowledge;
  #now = BEGIN;
  #events = 0;

  constructor(script: Script, knowledge: Knowledge) {
    this.#script = script;
    this.#knowledge = knowledge;
    const people = script.turns.flatMap(({ deed }) => ('who' in deed ? [deed.who] : []));
    const askers = people.filter((name) => !script.agents.includes(name));
    this.world = new ConversationWorld({
      people: new Set(askers),
      agents: new Set(script.agents),
      unreachable: new Set(script.unreachable),
      settings: { defaultLanguage: 'en', ...(script.hasDesk && { desk: 'test:desk' as const }) },
    });
  }

  /** Undefined when only time went by. Throws when the script asks for what cannot be done. */
  play(turn: ScriptTurn): Step | undefined {
    this.#now += MINUTE;
    if (turn.deed.kind === 'later') {
      this.#now += turn.deed.hours * 60 * MINUTE;
      return undefined;
    }
    const incoming = this.#incoming(turn.deed);
    const secretExpected = (this.world.conversation(incoming.conversation)?.secretExpectedUntil ?? 0) > this.#now;
    const event = redactEvent(incoming, { secretExpected, knowledge: this.#knowledge });
    const { result, shown } = this.#respond(event);
    return { turn, who: event.author.name, event, result, shown };
  }

  /** The Turn of an event, and what people were shown by it and by the reports of its deliveries. */
  #respond(event: Event): { result: Turn; shown: Shown[] } {
    const result = respond(event, this.world.situation(event), this.#knowledge, this.#now);
    const { shown, reports } = this.world.apply(result, event);
    return { result, shown: [...shown, ...reports.flatMap((report) => this.#respond(report).shown)] };
  }

  #incoming(deed: Exclude<Deed, { kind: 'later' }>): Incoming {
    switch (deed.kind) {
      case 'says':
        return this.#message(deed.who, deed.inPrivate, deed.text, []);
      case 'picture':
        return this.#message(deed.who, false, deed.text, [{ name: 'error.png', mime: 'image/png', size: 90_000 }]);
      case 'presses':
        return this.#press(deed.who, deed.label);
      case 'uses':
        return {
          ...this.#base(deed.who, false),
          type: 'command',
          command: commandNamed(deed.command),
          text: deed.text,
        };
      case 'job':
        return this.#finished(deed);
    }
  }

  #message(who: string, inPrivate: boolean, text: string, files: { name: string; mime: string; size: number }[]) {
    return {
      ...this.#base(who, inPrivate),
      type: 'message' as const,
      text,
      files,
      addressed: inPrivate || !this.#script.inChannel ? ('direct' as const) : ('mention' as const),
    };
  }

  #base(who: string, inPrivate: boolean): EventBase {
    const id = `test:${++this.#events}` as const;
    const author: Author = { id: personId(who), name: who, bot: false };
    const base = { id, author, at: this.#now, locale: this.#script.language };
    if (!this.#script.agents.includes(who)) {
      const inChannel = this.#script.inChannel && !inPrivate;
      return { ...base, ...placesFor(inChannel, who), private: !inChannel };
    }
    const place = this.world.ticket?.desk;
    if (place === undefined) throw new Error(`${who} writes at a desk that has no ticket`);
    return { ...base, place, conversation: `${place}/${who}`, private: false };
  }

  #press(who: string, label: string): Incoming {
    const found = this.#button(who, label);
    if (!found) throw new Error(`${who} sees no button "${label}"`);
    const inPrivate = found.posted.place === privatePlace(who);
    return { ...this.#base(who, inPrivate), type: 'action', intent: found.intent, on: found.posted.key };
  }

  /** The newest button with that label that this person can see. */
  #button(who: string, label: string): { posted: Posted; intent: Intent } | undefined {
    const visible = [...this.world.posts.values()].filter((posted) => this.world.readersOf(posted).includes(who));
    for (const posted of visible.reverse()) {
      const actions = posted.reply.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
      const action = actions.find((each) => each.label === label);
      if (action) return { posted, intent: action.intent };
    }
    return undefined;
  }

  #finished({ outcome, facts }: Extract<Deed, { kind: 'job' }>): Incoming {
    const asked = this.world.jobs.at(-1);
    if (!asked) throw new Error('no check and no look-up was asked for');
    const { job, event } = asked;
    const { conversation, place, private: alone, author } = event;
    return {
      type: 'job-finished',
      id: `test:${++this.#events}`,
      job: job.id,
      outcome: this.#outcome(outcome, job, facts),
      at: this.#now,
      conversation,
      place,
      private: alone,
      author,
    };
  }

  #outcome(
    kind: Extract<Deed, { kind: 'job' }>['outcome'],
    { task, progress }: { task: JobOutcome['task']; progress: string },
    facts: Record<string, unknown>,
  ): JobOutcome {
    if (kind === 'check-server' && task.kind === kind)
      return { kind, task, progress, result: checkOf(task.host, facts, this.#now) };
    if (kind === 'discover' && task.kind === kind)
      return { kind, task, progress, result: discoveryOf(task.domain, facts, this.#now) };
    if (kind === 'failed') return { kind, task, progress };
    throw new Error(`what was asked for is a ${task.kind}, not a ${kind}`);
  }
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
