import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/bot/config/index.ts';
import { partOf, works } from '../../src/bot/roles.ts';
import { type Running, start } from '../../src/bot/start.ts';
import { missingPostgres, sharedPostgres } from '../support/postgres.ts';
import { tempDir } from '../support/temp-dir.ts';
import { openPage } from './end-to-end/web-page.ts';
import { realKnowledge } from './real-knowledge.ts';

const knowledge = realKnowledge();

interface Process extends Running {
  /** What it said at the start. */
  said: string;
}

async function startAs(role: string, databaseUrl: string, more: Record<string, string> = {}): Promise<Process> {
  const env = {
    POSTILION_ROLE: role,
    DATABASE_URL: databaseUrl,
    POSTILION_SECRET_KEY: 'the same key for all of these processes',
    POSTILION_STATE_DIR: join(tempDir(), 'state'),
    POSTILION_KNOWLEDGE: knowledge,
    WEB_PORT: '0',
    LOG_LEVEL: 'silent',
    ...more,
  };
  const config = readConfig(env, '/a/package/without/sources');
  if (!config.ok) throw new Error(JSON.stringify(config.faults));
  const output = new PassThrough();
  const running = await start(config.config, { input: new PassThrough(), output, onEnd: () => {} });
  return { ...running, said: String(output.read()) };
}

describe('roles', () => {
  it.each(['slack', 'discord', 'web', 'terminal'] as const)('leave no part of %s to nobody', (adapter) => {
    const parts = (['ingress', 'worker', 'web'] as const).map((role) => partOf(role, adapter));

    const expected = adapter === 'terminal' ? 0 : 1;
    expect(parts.filter(({ hears }) => hears)).toHaveLength(expected);
    expect(parts.filter(({ delivers }) => delivers)).toHaveLength(expected);
    expect(partOf('all', adapter)).toEqual({ hears: true, delivers: true });
  });

  it('let the answering be done where they say', () => {
    expect((['all', 'ingress', 'worker', 'web'] as const).filter(works)).toEqual(['all', 'worker']);
  });
});

describe.skipIf(missingPostgres() !== undefined)('processes with different roles', () => {
  const postgres = sharedPostgres();

  it('answer together what was asked on the page', async () => {
    const url = await postgres().database();
    const web = await startAs('web', url);
    const page = await openPage(/http:\/\/localhost:\d+/.exec(web.said)?.[0] ?? '');
    await page.say('what is the IMAP server of QQ mail?');

    const worker = await startAs('worker', url);
    const shown = await page.until(/imap\.qq\.com/);
    await worker.stop();
    await web.stop();

    expect(shown).toContain('993');
    expect(web.said).toContain('web');
    expect(worker.said).toContain('worker');
    expect(worker.said).not.toContain('Web page: on');
  }, 30_000);

  it('hand over to the desk of the page, which another process serves', async () => {
    const url = await postgres().database();
    const desk = { WEB_DESK_TOKEN: 'a-token-of-the-desk-for-tests' };
    const web = await startAs('web', url, desk);
    const page = await openPage(/http:\/\/localhost:\d+/.exec(web.said)?.[0] ?? '');
    const worker = await startAs('worker', url, desk);

    await page.say('can I talk to a human?');
    const shown = await page.until(/passed you on|Nobody is on duty/);
    await worker.stop();
    await web.stop();

    expect(shown).toContain('passed you on to a person');
  }, 30_000);
});
