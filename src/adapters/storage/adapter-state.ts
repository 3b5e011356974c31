import type { GroupCommit } from './group-commit.ts';
import type { Queries } from './tables.ts';

/** One small text of an adapter's own, such as a gateway session. */
export interface AdapterState {
  load(): string | undefined;
  /** What is on the disk now: another process may have written it. */
  fresh(): Promise<string | undefined>;
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
    fresh: () => commits.read((tx) => read(tx, name)),
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

async function read(db: Queries, name: string): Promise<string | undefined> {
  const row = await db.selectFrom('adapter_state').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value;
}

async function upsert(tx: Queries, name: string, value: string): Promise<void> {
  await tx
    .insertInto('adapter_state')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
