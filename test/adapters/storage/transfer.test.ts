import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  backUp,
  inspectState,
  MovedError,
  moveToDatabase,
  openStore,
  restore,
  STATE_FILE,
  type StateStore,
  type StoreOptions,
} from '../../../src/adapters/storage/index.ts';
import { migrateAs } from '../../../src/adapters/storage/migrate.ts';
import { openBackend } from '../../../src/adapters/storage/options.ts';
import { conversation, edit, job, message, NOW, person, post, ticket, turn } from '../../contract/store-builders.ts';
import { missingPostgres, sharedPostgres } from '../../support/postgres.ts';
import { tempDir } from '../../support/temp-dir.ts';

const KEY = 'the key is kept apart from the backup';
const HOUR = 3_600_000;

function inFile(): StoreOptions {
  return { stateDir: join(tempDir(), 'state'), secretKey: KEY };
}

async function opened(options: StoreOptions): Promise<StateStore> {
  const store = await openStore(options);
  onTestFinished(() => store.close().catch(() => undefined));
  return store;
}

/** A state with a row of most kinds; `p` is being sent, `old` waits behind a thread that does not open. */
async function filled(options: StoreOptions): Promise<StateStore> {
  const store = await opened(options);
  await store.keepFile(
    { attachment: 'a', name: 'x.png', mime: 'image/png', hash: 'h', bytes: Buffer.from([0, 255]) },
    NOW,
  );
  const asked = message('1', { text: '授权码是什么?', handle: { value: 'token', expiresAt: NOW + HOUR } });
  await store.accept(asked);
  const said = { id: 'e', ticket: 'ticket-7', at: NOW, kind: 'opened', by: { id: 'test:ann', name: 'Ann' } } as const;
  const [result] = await store.commit(
    [
      turn(asked, {
        conversation: conversation({ slots: { provider: 'qq' } }),
        person: person({ language: 'zh-Hans' }),
        ticket: ticket(7),
        ticketEvents: [said],
        operations: [post('p', { answers: asked.id }), edit('e', 'p')],
        jobs: [job('j')],
      }),
    ],
    NOW,
  );
  expect(result).toEqual({ status: 'fulfilled', value: undefined });
  await store.accept(message('2'));
  expect(await store.takeOutbox(NOW, 10, 'test')).toHaveLength(1);
  store.adapterState('gateway').save('session');
  await store.placeChecked('test:ann-dm', { at: NOW }, 0);
  return store;
}

/** That all of it is there, and that it can be worked on. */
async function expectFilled(store: StateStore): Promise<void> {
  expect((await store.pendingEvents(10)).map(({ event }) => event)).toEqual([message('2')]);
  const situation = await store.situation(message('3'));
  expect(situation).toMatchObject({ conversation: { slots: { provider: 'qq' } }, person: { language: 'zh-Hans' } });
  expect(situation.ticket).toMatchObject({ number: 7 });
  expect((await store.fileOf('a'))?.bytes).toEqual(Buffer.from([0, 255]));
  expect(store.adapterState('gateway').load()).toBe('session');
  expect(await store.accept(message('1'))).toBe(false);
  expect(await store.accept(message('4'))).toBe(true);
  expect(await store.takeJobs(NOW, 10, 10)).toEqual([job('j')]);
}

describe('a backup', () => {
  it('is made while the state is in use, and put back elsewhere', async () => {
    const options = inFile();
    await filled(options);
    const folder = join(tempDir(), 'backup');

    const manifest = await backUp(options, folder, NOW);
    const other = inFile();
    await restore(other, folder, NOW);

    expect(manifest.tables['inbox']).toMatchObject({ rows: 2 });
    expect(manifest.schema).toContain('0001-first-tables');
    await expectFilled(await opened(other));
  });

  it('has everything, however much there is of it', async () => {
    const options = inFile();
    const store = await filled(options);
    const many = Array.from({ length: 1203 }, (_, index) => `${index}-more`);
    await Promise.all(many.map((id) => store.accept(message(id))));
    await Promise.all(
      many.map((id) => store.setMembership('test:desk', `test:${id}`, { member: true, checkedAt: NOW })),
    );
    await Promise.all(
      many.map((_, number) => store.admit({ at: NOW + number, person: 'test:a', place: 'test:a', target: 'x' })),
    );
    const folder = join(tempDir(), 'backup');

    const { tables } = await backUp(options, folder, NOW);

    expect(tables).toMatchObject({ inbox: { rows: 1205 }, memberships: { rows: 1203 } });
    const other = inFile();
    await restore(other, folder, NOW);
    const again = await backUp(other, join(tempDir(), 'again'), NOW);
    expect(again.tables['inbox']).toEqual(tables['inbox']);
    expect(again.tables['memberships']).toEqual(tables['memberships']);
  });

  it('has no key in it', async () => {
    const options = { stateDir: join(tempDir(), 'state') };
    await filled(options);
    const folder = join(tempDir(), 'backup');

    await backUp(options, folder, NOW);

    const key = readFileSync(join(options.stateDir, 'secret.key'), 'utf8').trim();
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    expect(files.length).toBe(2);
    expect(files.some((file) => file.includes(key))).toBe(false);
  });

  it('sends nothing after it was put back before it was looked for, and nothing old at all', async () => {
    const options = inFile();
    const store = await filled(options);
    await store.accept(message('late'));
    await store.commit(
      [turn('test:late', { operations: [post('new', { to: { place: 'test:bob' } })] })],
      NOW + 2 * HOUR,
    );
    const folder = join(tempDir(), 'backup');
    await backUp(options, folder, NOW + 2 * HOUR);

    const other = inFile();
    const restored = await restore(other, folder, NOW + 2 * HOUR);

    const next = await opened(other);
    expect(restored).toEqual({ lookedFor: 1, held: 2 });
    expect(await next.takeOutbox(NOW + 2 * HOUR, 10, 'test')).toMatchObject([
      { operation: { key: 'new' }, state: 'sending', attempts: 1 },
    ]);
    expect(await next.deadLetters(10)).toMatchObject([{ reason: 'held' }, { reason: 'held' }]);
    expect(await next.retryDeadLetter('p', NOW + 2 * HOUR)).toBe(true);
    expect((await next.takeOutbox(NOW + 2 * HOUR, 10, 'test')).map(({ state }) => state)).toEqual(['sending']);
  });

  it('is refused when it was changed, when it is none, and where there is a state', async () => {
    const options = inFile();
    await filled(options);
    const folder = join(tempDir(), 'backup');
    await backUp(options, folder, NOW);

    await expect(restore(options, folder, NOW)).rejects.toMatchObject({ code: 'not-empty' });
    await expect(restore(inFile(), tempDir(), NOW)).rejects.toMatchObject({ code: 'no-backup' });
    await expect(backUp(options, folder, NOW)).rejects.toMatchObject({ code: 'not-empty' });
    await expect(backUp(inFile(), tempDir(), NOW)).rejects.toMatchObject({ code: 'no-state' });
    appendFileSync(join(folder, STATE_FILE), 'x');
    await expect(restore(inFile(), folder, NOW)).rejects.toMatchObject({ code: 'damaged' });
    writeFileSync(join(folder, 'manifest.json'), '{');
    await expect(restore(inFile(), folder, NOW)).rejects.toMatchObject({ code: 'damaged' });
  });
});

/** What the first release made. */
const FIRST = ['0001-first-tables', '0002-visits', '0020-place-checks'];

async function firstState(options: StoreOptions): Promise<void> {
  const backend = await openBackend(options);
  await migrateAs(backend.db, FIRST);
  const event = JSON.stringify(message('1'));
  const row = { id: 'test:1', state: 'pending', at: NOW, place: 'test:ann-dm', author: 'test:ann', event } as const;
  await backend.db
    .insertInto('inbox')
    .values({ sequence: 5, conversation: 'test:ann-dm', ...row })
    .execute();
  await backend.close();
}

describe('a state of the first release in a file', () => {
  it('is copied before it is brought up to date, and goes on where it was', async () => {
    const options = inFile();
    await openStore(options).then((store) => store.close());
    const old = inFile();
    mkdirSync(old.stateDir, { recursive: true });
    await firstState(old);

    const store = await opened(old);

    expect((await store.pendingEvents(10)).map(({ event }) => event)).toEqual([message('1')]);
    await store.accept(message('2'));
    expect((await store.pendingEvents(10)).map(({ sequence }) => sequence > 4)).toEqual([true, true]);
    expect(existsSync(join(options.stateDir, 'backups'))).toBe(false);
    const [copy = ''] = readdirSync(join(old.stateDir, 'backups'));
    const manifest = JSON.parse(readFileSync(join(old.stateDir, 'backups', copy, 'manifest.json'), 'utf8')) as object;
    expect(manifest).toMatchObject({ schema: FIRST, tables: { inbox: { rows: 1 } } });
  });
});

describe.skipIf(missingPostgres() !== undefined)('with PostgreSQL', () => {
  const postgres = sharedPostgres();

  async function inDatabase(): Promise<StoreOptions> {
    return { ...inFile(), databaseUrl: await postgres().database() };
  }

  it('a state moves there from its file, which is refused from then on', async () => {
    const file = inFile();
    await (await filled(file)).close();
    const options = { ...file, databaseUrl: await postgres().database() };

    const moved = await moveToDatabase(options);

    expect(moved['inbox']).toMatchObject({ rows: 2 });
    await expectFilled(await opened(options));
    await expect(openStore(file)).rejects.toBeInstanceOf(MovedError);
    expect(await inspectState(file)).toEqual({ state: 'moved' });
    await expect(moveToDatabase(options)).rejects.toBeInstanceOf(MovedError);
  });

  it('a state does not move where there is one', async () => {
    const file = inFile();
    await (await filled(file)).close();
    const options = await inDatabase();
    await filled(options);

    await expect(moveToDatabase({ ...options, stateDir: file.stateDir })).rejects.toMatchObject({ code: 'not-empty' });

    await expectFilled(await opened(file).then(async (store) => (await store.recover(NOW), store)));
  });

  it('a backup is made while it is in use, and put back in a file or a database', async () => {
    const options = await inDatabase();
    await filled(options);
    const folder = join(tempDir(), 'backup');

    await backUp(options, folder, NOW);
    const [file, database] = [inFile(), await inDatabase()];
    await restore(file, folder, NOW);
    await restore(database, folder, NOW);

    await expectFilled(await opened(file));
    await expectFilled(await opened(database));
  });

  it('a backup has everything, however much there is of it', async () => {
    const options = await inDatabase();
    const store = await filled(options);
    const many = Array.from({ length: 1203 }, (_, index) => `${index}-more`);
    await Promise.all(many.map((id) => store.accept(message(id))));
    await Promise.all(
      many.map((id) => store.setMembership('test:desk', `test:${id}`, { member: true, checkedAt: NOW })),
    );

    const { tables } = await backUp(options, join(tempDir(), 'backup'), NOW);

    expect(tables).toMatchObject({ inbox: { rows: 1205 }, memberships: { rows: 1203 } });
  });

  it('a state of the first release is copied before it is brought up to date', async () => {
    const options = await inDatabase();
    await firstState(options);

    const store = await opened(options);

    expect((await store.pendingEvents(10)).map(({ event }) => event)).toEqual([message('1')]);
    expect(readdirSync(join(options.stateDir, 'backups'))).toHaveLength(1);
  });
});
