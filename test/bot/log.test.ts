import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Config } from '../../src/bot/config/index.ts';
import { forgetLines } from '../../src/bot/forget-lines.ts';
import { createLog } from '../../src/bot/log.ts';
import { engineBench } from './engine-bench.ts';

const DAY = 24 * 3_600_000;

let stateDir: string;
let path: string;

beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'postilion-log-'));
  path = join(stateDir, 'postilion.log');
});

afterEach(() => rmSync(stateDir, { recursive: true }));

function line(time: number, msg: string): string {
  return `${JSON.stringify({ level: 30, time, msg })}\n`;
}

describe('the lines of a log file', () => {
  it('go when they are older than the time, and no others', () => {
    writeFileSync(path, line(1, 'old') + line(2, '旧') + line(3, '新') + line(4, 'new'));

    expect(forgetLines(path, 3)).toBe(true);

    expect(readFileSync(path, 'utf8')).toBe(line(3, '新') + line(4, 'new'));
  });

  it('go with the line before them where no time can be read', () => {
    writeFileSync(path, `${line(1, 'old')}{"level":30,"ti\n42\nnull\n${line(3, 'new')}{"torn`);

    expect(forgetLines(path, 2)).toBe(true);

    expect(readFileSync(path, 'utf8')).toBe(`${line(3, 'new')}{"torn`);
  });

  it('all go when all are old', () => {
    writeFileSync(path, line(1, 'old') + line(2, 'old'));

    expect(forgetLines(path, 9)).toBe(true);

    expect(readFileSync(path, 'utf8')).toBe('');
  });

  it('stay as they are when none is old, and nothing is made where there is no file', () => {
    expect(forgetLines(path, 9)).toBe(false);
    expect(existsSync(path)).toBe(false);

    writeFileSync(path, line(9, 'new'));
    expect(forgetLines(path, 9)).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe(line(9, 'new'));
  });
});

describe('the log', () => {
  function config(): Config {
    return { stateDir, logLevel: 'info' } as Config;
  }

  it('goes on in its file after old lines went', () => {
    const now = Date.now();
    writeFileSync(path, line(now - 20 * DAY, 'old'));
    const { log, forget } = createLog(config(), true);
    log.info('before');

    forget(now - 14 * DAY);
    log.info('after');

    const said = readFileSync(path, 'utf8').trim().split('\n');
    expect(said.map((one) => (JSON.parse(one) as { msg: string }).msg)).toEqual(['before', 'after']);
  });

  it('erases also what an earlier run left, where it goes to standard error now', () => {
    writeFileSync(path, line(1, 'old'));

    createLog(config(), false).forget(2);

    expect(readFileSync(path, 'utf8')).toBe('');
  });

  it('is not written anew for each line that grows old', () => {
    const { forget } = createLog(config(), false);
    forget(DAY);
    appendFileSync(path, line(DAY, 'grew old'));

    forget(DAY + 60_000);
    expect(readFileSync(path, 'utf8')).not.toBe('');
    forget(DAY + 3_600_000);
    expect(readFileSync(path, 'utf8')).toBe('');
  });

  it('is shortened by the time that the operator set, also when that fails once', async () => {
    const asked: number[] = [];
    const { engine, clock } = await engineBench({
      retention: { messages: DAY, conversations: DAY, attachments: DAY, tickets: DAY, gaps: DAY, logs: 3 * DAY },
      forgetLog: (before) => {
        asked.push(before);
        if (asked.length === 1) throw new Error('the disk is full');
      },
    });
    await engine.idle();
    await clock.jump(60_000);
    await engine.idle();

    expect(asked).toEqual([clock.now() - 60_000 - 3 * DAY, clock.now() - 3 * DAY]);
  });
});
