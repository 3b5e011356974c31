import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { NewerSchemaError, openStore, type StoreOptions } from '../../src/adapters/storage/index.ts';
import { MIGRATIONS } from '../../src/adapters/storage/migrations/index.ts';
import { packageRoot } from '../../src/bot/variables.ts';
import { missingPostgres, sharedPostgres } from '../support/postgres.ts';
import { HOUR, opened } from './afterwards.ts';
import { dumpedReleases } from './dumps.ts';
import { FILE, type House } from './house.ts';
import { fromTheFuture, inDatabase, inFile, rowsOf, schemaOf } from './loaded.ts';
import { DAY, idOf, kimPresses, kimWrites, says, ticketOf } from './story.ts';

// A whole bot goes on with each state.
vi.setConfig({ testTimeout: 60_000 });

describe('the dumps', () => {
  it('are there of every release, so that nobody updates into the dark', () => {
    const changes = readFileSync(join(packageRoot(), 'CHANGELOG.md'), 'utf8');
    const [, ...released] = [...changes.matchAll(/^## (\S+)/gm)].map(([, version]) => version);

    expect(released.length).toBeGreaterThan(0);
    expect(dumpedReleases()).toEqual(expect.arrayContaining(released));
  });
});

describe.each(dumpedReleases())('a state of %s in a file', (release) => {
  describeUpgrade(() => Promise.resolve(inFile(release)));
});

describe.skipIf(missingPostgres() !== undefined)('with PostgreSQL', () => {
  const postgres = sharedPostgres();

  describe.each(dumpedReleases())('a state of %s in a database', (release) => {
    describeUpgrade(() => inDatabase(release, postgres()));
  });
});

function describeUpgrade(load: () => Promise<StoreOptions>): void {
  it('is copied as it was before its tables are brought up to date, and keeps every row', async () => {
    const options = await load();
    const [before, schema] = [await rowsOf(options), await schemaOf(options)];
    const isOld = schema.length < Object.keys(MIGRATIONS).length;

    const store = await openStore(options);
    await store.close();

    expect(await schemaOf(options)).toEqual(Object.keys(MIGRATIONS).toSorted());
    const after = await rowsOf(options);
    for (const [table, rows] of Object.entries(before)) {
      expect(after[table]).toHaveLength(rows.length);
      expect(after[table]).toEqual(expect.arrayContaining(rows.map((row) => expect.objectContaining(known(row)))));
    }
    const copy = { schema, tables: { tickets: { rows: before['tickets']?.length } } };
    expect(copiesIn(options)).toMatchObject(isOld ? [copy] : []);
  });

  it('goes on with what had begun, what waits and what falls due', async () => {
    const house = await opened(await load());
    const { discord, slack, store, later } = house;
    await later(0);

    expect(textsFor(house, 'ivy')).toContain('Gmail');
    expect(handleOf(house, 'ivy')).toBe('the token of ivy');
    expect(textsFor(house, 'hal')).toContain('verdict');
    await later(DAY);
    expect(discord.attempts.filter(({ key }) => key.startsWith(idOf('kay', 1)))).toMatchObject([{ state: 'sending' }]);
    expect(textsFor(house, 'ed')).toContain('Gmail');
    expect(slack.texts((await ticketOf(store, 'bo')).desk).length).toBeGreaterThan(0);
    expect(await ticketOf(store, 'bo')).toMatchObject({ state: 'waiting-for-agent' });
    expect(slack.texts((await ticketOf(store, 'di')).desk).join()).toMatch(/nobody has taken it/);
    const { outbox, events } = await store.counts();
    expect({ outbox, events }).toEqual({ outbox: 0, events: 0 });
  });

  it('has its tickets, files, drafts and people as they were, and passes words on both ways', async () => {
    const house = await opened(await load());
    const { store, hears, slack } = house;
    const ann = await ticketOf(store, 'ann');
    const whole = await store.ticketNumbered(ann.number);
    const draft = whole?.events.find(({ kind, text }) => kind === 'agent-draft' && text === 'Which phone is it?');
    const [file] = whole?.attachments ?? [];

    await hears(kimPresses(ann, { name: 'send-draft', draft: draft?.id }));
    await hears(kimWrites(ann, '>> And which program?'));
    await hears(says('ann', 'Thunderbird, in fact'));
    await hears(says('gus', 'imap of gmail'));
    await hears(says('mal', 'imap of gmail'));

    expect(textsFor(house, 'ann')).toMatch(/Which phone is it\?[^]*And which program\?/);
    expect(slack.texts(ann.desk).join()).toContain('Thunderbird, in fact');
    expect(Buffer.from((await store.fileOf(file?.id ?? ''))?.bytes ?? [])).toEqual(FILE.bytes);
    expect(textsFor(house, 'gus')).toMatch(/[\u4e00-\u9fff]/u);
    expect(textsFor(house, 'mal')).toBe('');
    expect(await ticketOf(store, 'cy')).toMatchObject({ state: 'closed', language: 'zh-Hant' });
  });

  it('still knows what belongs to platforms, and lets dead letters be tried again', async () => {
    const house = await opened(await load());
    const { store, engine, later } = house;
    expect(store.adapterState('gateway').load()).toBe('session 1');
    expect(await store.keptButton('b1')).toMatchObject({ name: 'provider-settings' });
    expect(await store.accept(ofAnn())).toBe(false);

    const dead = await store.deadLetters(10);
    for (const { id } of dead) expect(await store.retryDeadLetter(id, house.clock.now())).toBe(true);
    await engine.idle();
    await later(HOUR);

    expect(dead.map(({ what, reason }) => [what, reason])).toEqual(
      expect.arrayContaining([
        ['event', 'TypeError'],
        ['operation', 'direct-closed'],
      ]),
    );
    expect(textsFor(house, 'flo')).toContain('Gmail');
    expect(textsFor(house, 'jo')).toContain('Gmail');
  });

  it('is refused, unchanged, once a newer version has written it', async () => {
    const options = await load();
    await fromTheFuture(options);
    const before = await rowsOf(options);

    const refused = openStore(options);

    await expect(refused).rejects.toBeInstanceOf(NewerSchemaError);
    await expect(refused).rejects.toThrow(/newer version of Postilion.*start that version, or restore/);
    expect(await rowsOf(options)).toEqual(before);
  });
}

/** The manifests of the copies that starts have made. */
function copiesIn({ stateDir }: StoreOptions): unknown[] {
  const folder = join(stateDir, 'backups');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.map((name): unknown => JSON.parse(readFileSync(join(folder, name, 'manifest.json'), 'utf8')));
}

/** What an old column was empty of, a migration may have filled. */
function known(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

function ofAnn() {
  return { ...says('ann', 'again'), id: idOf('ann', 1), redactions: [] };
}

function textsFor({ discord }: House, who: string): string {
  return discord.texts(`discord:${who}`).join('\n');
}

function handleOf({ discord }: House, who: string): string | undefined {
  return discord.attempts.find(({ key }) => key.startsWith(idOf(who, 1)))?.handle;
}
