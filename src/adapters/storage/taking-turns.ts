import type { Store } from '../../core/index.ts';
import type { StorageContext } from './context.ts';
import type { GroupCommit } from './group-commit.ts';
import { deadLetterEvent, eraseExpiredHandles, pendingEvents } from './inbox.ts';
import { LaneLeases } from './lane-leases.ts';
import { eraseOld } from './retention.ts';
import { situationOf } from './situation.ts';
import { applyTurn } from './turns.ts';
import { recover } from './upkeep.ts';
import { eraseOldVisits } from './visits.ts';

type Turns = Pick<Store, 'pendingEvents' | 'situation' | 'commit' | 'deadLetterEvent' | 'recover' | 'eraseExpired'>;

/** How events are taken, answered and committed. */
export function turnsOf(commits: GroupCommit, context: StorageContext): Turns {
  return {
    ...(context.backend.shared ? sharedTurns(commits, context) : ownTurns(commits, context)),
    situation: (event) => commits.read((db) => situationOf(db, event)),
    recover: (now) => commits.write((tx) => recover(tx, context, now)),
    eraseExpired: (now, keep) =>
      commits.write(async (tx) => {
        await eraseExpiredHandles(tx, now);
        await eraseOldVisits(tx, now);
        return eraseOld(tx, now, keep);
      }),
  };
}

type PendingTurns = Pick<Turns, 'pendingEvents' | 'commit' | 'deadLetterEvent'>;

function ownTurns(commits: GroupCommit, context: StorageContext): PendingTurns {
  return {
    pendingEvents: (limit, after = 0) => commits.read((db) => pendingEvents(db, limit, after)),
    commit: (all, now) =>
      Promise.allSettled(all.map((turn) => commits.write((tx) => applyTurn(tx, context, turn, now), { apart: true }))),
    deadLetterEvent: (id, reason, now) => commits.write((tx) => deadLetterEvent(tx, id, reason, now)),
  };
}

/** Other processes work on the same inbox: what is handled here is leased, and the lease is checked in the commit. */
function sharedTurns(commits: GroupCommit, context: StorageContext): PendingTurns {
  const lanes = new LaneLeases(context);
  return {
    pendingEvents: (limit) => lanes.claim(limit),
    commit: (all, now) =>
      Promise.allSettled(
        all.map((turn) =>
          lanes.during(turn.event, async () => {
            await commits.write(
              async (tx) => {
                await lanes.check(tx, turn.event);
                await applyTurn(tx, context, turn, now);
              },
              { apart: true },
            );
            if (turn.operations.length > 0) context.backend.hints.send('outbox');
            if (turn.jobs.length > 0) context.backend.hints.send('jobs');
          }),
        ),
      ),
    deadLetterEvent: (id, reason, now) =>
      lanes.during(id, () =>
        commits.write(async (tx) => {
          await lanes.check(tx, id);
          await deadLetterEvent(tx, id, reason, now);
        }),
      ),
  };
}
