import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../../src/adapters/storage/index.ts';
import { parseTopic } from '../../../src/adapters/topics/parse.ts';
import { runReport } from '../../../src/bot/cli/report.ts';
import { type Gap, redactEvent, respond } from '../../../src/core/index.ts';
import { testKnowledge, testKnowledgePath } from '../../support/knowledge.ts';
import { tempDir } from '../../support/temp-dir.ts';

let said: string[];
let stateDir: string;

beforeEach(() => {
  said = [];
  stateDir = tempDir();
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  vi.stubEnv('POSTILION_KNOWLEDGE', testKnowledgePath());
  vi.stubEnv('POSTILION_STATE_DIR', stateDir);
  vi.stubEnv('DEFAULT_LOCALE', 'en');
});

/** Says things to the real core on a real store, so that what it leaves unanswered is kept. */
async function say(...texts: string[]): Promise<void> {
  const store = await openStore({ stateDir });
  const knowledge = testKnowledge();
  for (const [index, text] of texts.entries()) {
    const event = redactEvent(
      {
        id: `test:${index}`,
        type: 'message',
        conversation: 'test:ann',
        place: 'test:ann',
        private: true,
        author: { id: 'test:ann', name: 'Ann', bot: false },
        at: Date.now(),
        text,
        files: [],
        addressed: 'direct',
      },
      { secretExpected: false, knowledge },
    );
    await store.accept(event);
    const situation = { ...(await store.situation(event)), settings: { defaultLanguage: 'en' } };
    const [committed] = await store.commit([respond(event, situation, knowledge, Date.now())], Date.now());
    expect(committed?.status).toBe('fulfilled');
  }
  await store.close();
}

const QUESTIONS = [
  'how do i reset the thermostat in the meeting room',
  'the thermostat of the meeting room shows E4',
  'meeting room thermostat reset please, my pin is password: Hunter2!x',
];

describe('postilion report gaps', () => {
  it('says so when nothing was left unanswered, also before the first start', async () => {
    expect(await runReport(['gaps'])).toBe(0);

    expect(said).toEqual(['No question has been left without a good answer.']);
  });

  it('shows what was left in groups, without secrets', async () => {
    await say(...QUESTIONS, 'what is the imap server of gmail');

    expect(await runReport(['gaps'])).toBe(0);

    const all = said.join('\n');
    expect(all).toMatch(
      /^What nobody answered well: 3 questions in 1 groups\n\n1\. 3 × · last \d{4}-\d\d-\d\d · nearest: /,
    );
    expect(all).toContain('3 not mine');
    expect(all).not.toContain('Hunter2');
    expect(all).not.toContain('imap server of gmail');
  });

  it('gives the groups as JSON lines, and one of them as a topic that needs only its answer', async () => {
    await say(...QUESTIONS);

    expect(await runReport(['gaps', '--json'])).toBe(0);
    const group = JSON.parse(said.pop() ?? '') as {
      count: number;
      questions: string[];
      closest: object;
      last: Gap['at'];
    };
    expect(group).toMatchObject({ count: 3, kinds: { 'not-mine': 3 } });

    expect(await runReport(['gaps', '--topic', '1'])).toBe(0);
    const skeleton = said.pop() ?? '';
    expect(parseTopic('new.md', skeleton)).toMatchObject({ questions: group.questions });
  });

  it.each([[['gaps', '--topic', '7']], [['gaps', '--days', 'soon']], [['elsewhere']], [[]]])(
    'says how it is used: %j',
    async (args) => {
      expect(await runReport(args)).toBe(64);
      expect(said.join('')).not.toBe('');
    },
  );

  it('leaves a state that is no database alone', async () => {
    writeFileSync(join(stateDir, 'postilion.sqlite'), 'not a database, but long enough to look at');

    await expect(runReport(['gaps'])).rejects.toThrow('not a database');
  });
});
