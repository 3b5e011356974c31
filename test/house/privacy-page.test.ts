import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PURPOSES } from '../../src/adapters/storage/index.ts';
import { createSeal } from '../../src/adapters/storage/sealing.ts';
import { openSqliteFile, sqliteBackend } from '../../src/adapters/storage/sqlite.ts';
import { createStore } from '../../src/adapters/storage/store.ts';
import { privacyPage } from '../../src/bot/privacy-page.ts';

describe('docs/privacy.md', () => {
  it('is what “postilion privacy page” writes', () => {
    expect(readFileSync(new URL('../../docs/privacy.md', import.meta.url), 'utf8')).toBe(privacyPage());
  });

  it('says of every column that there is what it is for, and of no other', async () => {
    const backend = sqliteBackend(openSqliteFile(':memory:'));
    const store = await createStore(backend, createSeal(randomBytes(32)));
    onTestFinished(() => store.close());

    const tables = await backend.db.introspection.getTables();

    const stored = tables.map(({ name, columns }) => [name, columns.map((column) => column.name).toSorted()]);
    const explained = Object.entries(PURPOSES).map(([name, { columns }]) => [name, Object.keys(columns).toSorted()]);
    expect(Object.fromEntries(explained)).toEqual(Object.fromEntries(stored));
    const texts = Object.values(PURPOSES).flatMap(({ purpose, kept, columns }) => [
      purpose,
      kept,
      ...Object.values(columns),
    ]);
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  });
});
