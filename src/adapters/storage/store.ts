import { randomUUID } from 'node:crypto';
import type { Erasure, EventId, Intent, PersonId, Store } from '../../core/index.ts';
import { type AdapterState, loadAdapterStates } from './adapter-state.ts';
import { agentsSeen, membershipOf, setMembership } from './agents.ts';
import { attachmentsOf, fileOf, keepFile } from './attachments.ts';
import type { Backend } from './backend.ts';
import type { StorageContext } from './context.ts';
import { isConversation, secretExpected } from './conversations.ts';
import { type DeadLetter, deadLetters, retryDeadLetter } from './dead-letters.ts';
import { DeliveryLeases } from './delivery-leases.ts';
import { isSentByAnother, retryLater, takeOutbox } from './delivery.ts';
import { GroupCommit } from './group-commit.ts';
import { historyOf } from './history.ts';
import { acceptEvent, acceptId, hasSpoken } from './inbox.ts';
import { endJob, isRunning, takeJobs } from './jobs.ts';
import { admitVisit } from './visits.ts';
import { LEASE } from './leases.ts';
import { migrate } from './migrate.ts';
import { Numbers } from './numbers.ts';
import { isOpeningPlace } from './outbox.ts';
import { isBlocked } from './persons.ts';
import { placeChecked, placeHeard, placesToCheck } from './place-checks.ts';
import { delivered, refused } from './receipts.ts';
import { keepButtons, keptButton, type KeptButton } from './kept-buttons.ts';
import { messageSaid, type Said } from './said.ts';
import { erasePerson, exportPerson } from './privacy.ts';
import type { Seal } from './sealing.ts';
import type { Queries } from './tables.ts';
import { ticketEvents, unsentDrafts } from './ticket-events.ts';
import { listTickets, ticketById, ticketByNumber, ticketOfDesk } from './tickets.ts';
import { dueTimers, endTimer } from './timers.ts';
import { turnsOf } from './taking-turns.ts';
import { counts, depths } from './upkeep.ts';

/** The state store of one process, and a place for adapters' own small texts. */
export interface StateStore extends Store, Administration {
  adapterState(name: string): AdapterState;
  /** What buttons do that say more than they can carry, as long as conversations are kept. */
  keepButtons(buttons: readonly KeptButton[], now: number): Promise<void>;
  keptButton(key: string): Promise<Intent | undefined>;
  /** Who said the message with this id, and where; absent when it is no longer kept. */
  messageSaid(id: EventId): Promise<Said | undefined>;
}

/** What the operator does with the state, also beside a running bot. */
export interface Administration {
  exportPerson(person: PersonId): Promise<Record<string, object[]>>;
  erasePerson(person: PersonId, now: number): Promise<Erasure>;
  deadLetters(limit: number): Promise<DeadLetter[]>;
  retryDeadLetter(id: string, now: number): Promise<boolean>;
}

/** However long a lease lasts, ms. */
const LOOK_EVERY = 1000;

/** The store on a backend, which it owns from now on. */
export async function createStore(backend: Backend, seal: Seal, lease = LEASE): Promise<StateStore> {
  const { db } = backend;
  await migrate(db);
  await backend.prepare();
  const numbers = new Numbers((tx, count) => backend.reserveNumbers(tx, count));
  const commits = new GroupCommit(backend, numbers);
  const context = { backend, seal, owner: randomUUID(), lease, nextSequence: (tx: Queries) => numbers.next(tx) };
  const leases = new DeliveryLeases(context);
  return {
    adapterState: await loadAdapterStates(db, commits),
    keepButtons: (buttons, now) => commits.write((tx) => keepButtons(tx, buttons, now)),
    keptButton: (key) => commits.read((tx) => keptButton(tx, key)),
    messageSaid: (id) => commits.read((db) => messageSaid(db, id)),
    ...intake(commits, context),
    ...turnsOf(commits, context),
    ...deliveries(commits, context, leases),
    ...work(commits, context),
    ...views(commits),
    ...checks(commits),
    ...desk(commits),
    ...administration(commits, context),
    shared: backend.shared,
    lookEvery: Math.min(LOOK_EVERY, lease / 4),
    hear: (hearer) => backend.hints.listen(hearer),
    async close() {
      await commits.settled();
      if (backend.shared) await leases.release().catch(() => undefined);
      await backend.close();
    },
  };
}

type Intake = Pick<Store, 'accept' | 'acceptIdOnly' | 'concerns' | 'secretExpected'>;

function intake(commits: GroupCommit, context: StorageContext): Intake {
  return {
    async accept(event) {
      const isNew = await commits.write((tx) => acceptEvent(tx, context, event), { apart: true });
      if (isNew) context.backend.hints.send('inbox');
      return isNew;
    },
    acceptIdOnly: (id, at) => commits.write((tx) => acceptId(tx, context, id, at), { apart: true }),
    concerns: (conversation, place) =>
      commits.read(async (db) => {
        if (await ticketOfDesk(db, place)) return 'desk';
        if (await isConversation(db, conversation)) return 'conversation';
        if (await hasSpoken(db, conversation, place)) return 'conversation';
        return (await isOpeningPlace(db, place)) ? 'opening' : undefined;
      }),
    secretExpected: (conversation, now) => commits.read((db) => secretExpected(db, conversation, now)),
  };
}

type Deliveries = Pick<Store, 'takeOutbox' | 'maySend' | 'delivered' | 'retryLater' | 'refused'>;

function deliveries(commits: GroupCommit, context: StorageContext, leases: DeliveryLeases): Deliveries {
  const { shared } = context.backend;
  return {
    async takeOutbox(now, limit, adapter) {
      if (shared && adapter !== undefined && !(await leases.holds(adapter))) return [];
      return commits.write((tx) => takeOutbox(tx, context, now, limit, adapter));
    },
    maySend: (adapter) => !shared || leases.maySend(adapter),
    delivered: (key, receipt, now) => commits.write((tx) => delivered(tx, context, key, receipt, now)),
    retryLater: (key, at, reason) => commits.write((tx) => retryLater(tx, context, key, at, reason)),
    refused: (key, code, now) =>
      commits.write(async (tx) => {
        if (!(await isSentByAnother(tx, context, key))) await refused(tx, context, key, code, now);
      }),
  };
}

type WorkPort = Pick<Store, 'takeJobs' | 'admit' | 'reportJob' | 'finishJob' | 'dueTimers' | 'finishTimer'>;

function work(commits: GroupCommit, context: StorageContext): WorkPort {
  return {
    takeJobs: (now, limit, perPerson) => commits.write((tx) => takeJobs(tx, context, now, limit, perPerson)),
    admit: (visit) => commits.write((tx) => admitVisit(tx, context, visit)),
    reportJob: (job, event) =>
      commits.write(async (tx) => {
        if (await isRunning(tx, job)) await acceptEvent(tx, context, event);
      }),
    finishJob: (job, event) =>
      commits.write(async (tx) => {
        if (await endJob(tx, job, event.at)) await acceptEvent(tx, context, event);
      }),
    dueTimers: (now, limit) => commits.read((db) => dueTimers(db, now, limit)),
    finishTimer: (timer, event) =>
      commits.write(async (tx) => {
        const dueAt = event.type === 'timer-due' ? event.dueAt : undefined;
        if (await endTimer(tx, timer, dueAt)) await acceptEvent(tx, context, event);
      }),
  };
}

function checks(commits: GroupCommit): Pick<Store, 'placesToCheck' | 'placeHeard' | 'placeChecked'> {
  return {
    placesToCheck: (adapter, since, others, limit) =>
      commits.read((db) => placesToCheck(db, adapter, since, others, limit)),
    placeHeard: (place) => commits.write((tx) => placeHeard(tx, place)),
    placeChecked: (place, check, forgetBefore) => commits.write((tx) => placeChecked(tx, place, check, forgetBefore)),
  };
}

type Desk = Pick<
  Store,
  'keepFile' | 'fileOf' | 'membership' | 'setMembership' | 'agents' | 'isBlocked' | 'unsentDrafts'
>;

function desk(commits: GroupCommit): Desk {
  return {
    keepFile: (file, now) => commits.write((tx) => keepFile(tx, file, now)),
    fileOf: (attachment) => commits.read((db) => fileOf(db, attachment)),
    agents: () => commits.read(agentsSeen),
    isBlocked: (person) => commits.read((db) => isBlocked(db, person)),
    unsentDrafts: (tickets) => commits.read((db) => unsentDrafts(db, tickets)),
    membership: (place, person) => commits.read((db) => membershipOf(db, place, person)),
    setMembership: (place, person, membership) => commits.write((tx) => setMembership(tx, place, person, membership)),
  };
}

type Views = Pick<Store, 'tickets' | 'ticketWithEvents' | 'ticketNumbered' | 'history' | 'counts' | 'depths'>;

function views(commits: GroupCommit): Views {
  return {
    tickets: (filter) => commits.read((db) => listTickets(db, filter)),
    ticketWithEvents: (id) =>
      commits.read(async (db) => {
        const ticket = await ticketById(db, id);
        return ticket && { ticket, events: await ticketEvents(db, id) };
      }),
    ticketNumbered: (number) =>
      commits.read(async (db) => {
        const ticket = await ticketByNumber(db, number);
        if (!ticket) return undefined;
        return {
          ticket,
          events: await ticketEvents(db, ticket.id),
          attachments: await attachmentsOf(db, ticket.id),
        };
      }),
    history: (place, after, limit) => commits.read((db) => historyOf(db, place, after, limit)),
    counts: () => commits.read(counts),
    depths: () => commits.read(depths),
  };
}

function administration(commits: GroupCommit, context: StorageContext): Administration {
  return {
    exportPerson: (person) => commits.read((db) => exportPerson(db, person)),
    erasePerson: (person, now) =>
      commits.write((tx) => erasePerson(tx, context, person, { event: 'operator:erase', now })),
    deadLetters: (limit) => commits.read((db) => deadLetters(db, limit)),
    retryDeadLetter: (id, now) => commits.write((tx) => retryDeadLetter(tx, id, now)),
  };
}
