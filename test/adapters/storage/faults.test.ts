import { randomBytes } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { claimStateDir, NewerSchemaError, openStore, STATE_FILE } from '../../../src/adapters/storage/index.ts';
import { createSeal } from '../../../src/adapters/storage/sealing.ts';
import { openSqliteFile, sqliteBackend } from '../../../src/adapters/storage/sqlite.ts';
import { createStore, type StateStore } from '../../../src/adapters/storage/store.ts';
import { conversation, message, NOW, post, turn } from '../../contract/store-builders.ts';
import { tempDir } from '../../support/temp-dir.ts';

async function openOn(file: Database.Database): Promise<StateStore> {
  const store = await createStore(sqliteBackend(file), createSeal(randomBytes(32)));
  onTestFinished(() => store.close());
  return store;
}

function fileIn(dir: string): string {
  return join(dir, STATE_FILE);
}

describe('a state file that refuses', () => {
  it('because the disk is full says so and keeps what it had', async () => {
    const file = openSqliteFile(fileIn(tempDir()));
    const store = await openOn(file);
    await store.accept(message('before'));
    file.pragma(`max_page_count = ${String(file.pragma('page_count', { simple: true }))}`);

    const big = message('big', { text: 'x'.repeat(100_000) });
    await expect(store.accept(big)).rejects.toMatchObject({ name: 'StoreError', code: 'full' });

    file.pragma('max_page_count = 1000000');
    expect(await store.accept(big)).toBe(true);
    expect((await store.pendingEvents(10)).map((one) => one.event.id)).toEqual(['test:before', 'test:big']);
  });

  it('because it is read-only says so', async () => {
    const file = openSqliteFile(fileIn(tempDir()));
    const store = await openOn(file);
    file.pragma('query_only = on');

    await expect(store.accept(message('1'))).rejects.toMatchObject({ name: 'StoreError', code: 'read-only' });

    file.pragma('query_only = off');
    expect(await store.accept(message('1'))).toBe(true);
  });

  it('because another program holds its lock waits, without blocking, then says so', async () => {
    const dir = tempDir();
    const store = await openOn(openSqliteFile(fileIn(dir)));
    const other = openSqliteFile(fileIn(dir));
    other.exec('begin immediate');
    let turns = 0;
    const ticking = setInterval(() => turns++, 5);
    onTestFinished(() => clearInterval(ticking));

    await expect(store.accept(message('1'))).rejects.toMatchObject({ name: 'StoreError', code: 'locked' });

    expect(turns).toBeGreaterThan(3);
    other.exec('commit');
    other.close();
    expect(await store.accept(message('1'))).toBe(true);
  });

  it('goes on when the lock is let go in time', async () => {
    const dir = tempDir();
    const store = await openOn(openSqliteFile(fileIn(dir)));
    const other = openSqliteFile(fileIn(dir));
    other.exec('begin immediate');
    const accepted = store.accept(message('1'));
    setTimeout(() => other.close(), 60);

    expect(await accepted).toBe(true);
  });

  it('refuses every Turn of the group, and none is half there', async () => {
    const file = openSqliteFile(fileIn(tempDir()));
    const store = await openOn(file);
    await store.accept(message('1'));
    await store.accept(message('2'));
    file.pragma(`max_page_count = ${String(file.pragma('page_count', { simple: true }))}`);
    const big = conversation({ lastReply: 'x'.repeat(100_000) });

    const results = await store.commit(
      [turn('test:1', { operations: [post('p')] }), turn('test:2', { conversation: big })],
      NOW,
    );

    expect(results).toMatchObject([{ reason: { code: 'full' } }, { reason: { code: 'full' } }]);
    expect(await store.counts()).toMatchObject({ events: 2, outbox: 0 });
  });

  it('because it is no state file at all says that it is broken', async () => {
    const stateDir = tempDir();
    writeFileSync(fileIn(stateDir), 'this is not a database, but a text that is long enough to look at'.repeat(20));

    await expect(openStore({ stateDir })).rejects.toMatchObject({ name: 'StoreError', code: 'broken' });
  });

  it('because a newer version wrote it is left as it was', async () => {
    const stateDir = tempDir();
    await (await openStore({ stateDir })).close();
    const file = openSqliteFile(fileIn(stateDir));
    file.exec("insert into kysely_migration values ('9999-from-the-future', '2099-01-01')");
    file.close();

    await expect(openStore({ stateDir })).rejects.toBeInstanceOf(NewerSchemaError);
  });
});

describe('a state directory', () => {
  it('keeps everything over a restart', async () => {
    const stateDir = tempDir();
    const first = await openStore({ stateDir });
    await first.accept(message('1'));
    await first.commit([turn('test:1', { conversation: conversation(), operations: [post('p')] })], NOW);
    first.adapterState('gateway').save('session');
    await first.close();

    const second = await openStore({ stateDir });
    onTestFinished(() => second.close());

    expect(await second.accept(message('1'))).toBe(false);
    expect((await second.situation(message('2'))).conversation.version).toBe(1);
    expect(await second.takeOutbox(NOW, 10)).toHaveLength(1);
    expect(second.adapterState('gateway').load()).toBe('session');
    await second.accept(message('2'));
    expect((await second.pendingEvents(1))[0]?.sequence).toBeGreaterThan(2);
  });

  it('migrates again what a crash left half migrated', async () => {
    const stateDir = tempDir();
    await (await openStore({ stateDir })).close();
    const file = openSqliteFile(fileIn(stateDir));
    file.exec('delete from kysely_migration; drop table feedback; drop index inbox_place');
    file.close();

    const store = await openStore({ stateDir });
    onTestFinished(() => store.close());

    expect(await store.counts()).toMatchObject({ events: 0 });
  });

  it('can be read by its owner only', async () => {
    const stateDir = join(tempDir(), 'state');
    await (await openStore({ stateDir })).close();

    expect(statSync(stateDir).mode & 0o777).toBe(0o700);
    expect(statSync(fileIn(stateDir)).mode & 0o777).toBe(0o600);
    expect(statSync(join(stateDir, 'secret.key')).mode & 0o777).toBe(0o600);
  });

  it('belongs to one process at a time', () => {
    const stateDir = tempDir();
    const first = claimStateDir(stateDir);

    expect(claimStateDir(stateDir)).toBeUndefined();

    first?.release();
    const second = claimStateDir(stateDir);
    expect(second).toBeDefined();
    second?.release();
  });
});
