import type { GroupCommit } from './group-commit.ts';
import type { Queries } from './tables.ts';

/** One small text of an adapter's own, such as a gateway session. */
export interface AdapterState {
  load(): string | undefined;
  /** At once for `load`; on the disk with the next commit. A crash in between leaves the older text. */
  save(value: string): void;
  /** At once for `load`; on the disk when it resolves. Rejects when the store refuses. */
  keep(value: string): Promise<void>;
}

export type AdapterStates = (name: string) => AdapterState;

/** Reads all texts, so that an adapter need never wait for its own. */
export async function loadAdapterStates(db: Queries, commits: GroupCommit): Promise<AdapterStates> {
  const rows = await db.selectFrom('adapter_state').selectAll().execute();
  const values = new Map(rows.map((row) => [row.name, row.value]));
  const writing = new Set<string>();

  async function write(name: string): Promise<void> {
    writing.add(name);
    try {
      await commits.write((tx) => upsert(tx, name, values.get(name) ?? ''));
    } catch {
      // The next save tries again; until then a restart begins from the older text.
    }
    writing.delete(name);
  }

  return (name) => ({
    load: () => values.get(name),
    save(value) {
      values.set(name, value);
      if (!writing.has(name)) void write(name);
    },
    async keep(value) {
      values.set(name, value);
      await commits.write((tx) => upsert(tx, name, values.get(name) ?? ''));
    },
  });
}

async function upsert(tx: Queries, name: string, value: string): Promise<void> {
  await tx
    .insertInto('adapter_state')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
