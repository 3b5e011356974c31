import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Dialogue } from '../../src/bot/cli/dialogue.ts';
import { followTopics, liveTopics, reportTopics, type LiveTopics, type TopicReport } from '../../src/bot/own-topics.ts';
import { topicLines } from '../../src/bot/topic-lines.ts';
import { testKnowledge } from '../support/knowledge.ts';
import { tempDir } from '../support/temp-dir.ts';
import { PARKING_QUESTIONS, topicFile } from '../support/topics.ts';

const FILE = topicFile('Parking', PARKING_QUESTIONS, 'Ask the front desk.');

function setUp(): { folder: string; live: LiveTopics; answer: (text: string) => string } {
  const folder = tempDir();
  const live = liveTopics(folder, 'en', testKnowledge());
  const answer = (text: string) => JSON.stringify(new Dialogue(live.knowledge, 'en').say({ text }, 0).blocks);
  return { folder, live, answer };
}

/** What each change of the folder brings, one after another. */
function changesOf(folder: string, live: LiveTopics): () => Promise<TopicReport> {
  const come: TopicReport[] = [];
  let wake = (): void => undefined;
  onTestFinished(
    followTopics(folder, live, (found) => {
      come.push(found);
      wake();
    }),
  );
  return async () => {
    while (come.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return come.shift() as TopicReport;
  };
}

describe("an operator's folder of topics", () => {
  it('is learnt at the start, and again when nothing changed at no cost', async () => {
    const { folder, live, answer } = setUp();
    writeFileSync(join(folder, 'parking.md'), FILE);

    const first = await live.refresh();

    expect(first).toMatchObject({ topics: [{ id: 'parking' }], faults: [], collisions: [] });
    expect(answer('is there parking for guests')).toContain('Ask the front desk.');
    expect(await live.refresh()).toBeUndefined();
  });

  it('is followed: a topic that is added, changed or taken away is so without a restart', async () => {
    const { folder, live, answer } = setUp();
    await live.refresh();
    const next = changesOf(folder, live);
    const write = (content: string) => {
      writeFileSync(join(folder, 'parking.md.part'), content);
      renameSync(join(folder, 'parking.md.part'), join(folder, 'parking.md'));
    };
    expect(answer('is there parking for guests')).not.toContain('Ask the front desk.');

    write(FILE);
    await next();
    expect(answer('is there parking for guests')).toContain('Ask the front desk.');

    write(FILE.replace('Ask the front desk.', 'Ask the gate.'));
    await next();
    expect(answer('is there parking for guests')).toContain('Ask the gate.');

    renameSync(join(folder, 'parking.md'), join(folder, 'parking.bak'));
    await next();
    expect(answer('is there parking for guests')).not.toContain('Ask the gate.');
  });

  it('with a bad file keeps the version before, and says file, line and reason', async () => {
    const { folder, live, answer } = setUp();
    writeFileSync(join(folder, 'parking.md'), FILE);
    await live.refresh();
    const next = changesOf(folder, live);

    writeFileSync(join(folder, 'parking.md'), FILE.replace('questions:', 'question:'));
    const { faults } = await next();

    expect(faults).toMatchObject([{ file: 'parking.md', line: 2 }]);
    expect(answer('is there parking for guests')).toContain('Ask the front desk.');
  });

  it('tells the log what is in use, what cannot be, and what collides', async () => {
    const { folder, live } = setUp();
    writeFileSync(join(folder, 'few.md'), topicFile('VPN', ['vpn from home', 'vpn token', 'vpn client'], 'x'));
    writeFileSync(join(folder, 'bad.md'), 'no front matter');
    const gmail = ['what is the imap server of gmail', 'gmail smtp port', 'gmail pop3 server'];
    writeFileSync(join(folder, 'gmail.md'), topicFile('Gmail', gmail, 'x'));
    const found = (await live.refresh()) as TopicReport;

    const logged: unknown[] = [];
    const log = (facts: unknown) => void logged.push(facts);
    reportTopics({ topicsLearnt: log, topicFault: log, topicCollision: log })(found);

    expect(logged).toContainEqual(expect.objectContaining({ file: 'bad.md', line: 1 }));
    expect(logged).toContainEqual(expect.objectContaining({ topic: 'gmail', with: 'provider-settings' }));
    expect(logged.at(-1)).toEqual({ topics: 2, onlyButtons: 2 });
    expect(topicLines(found, folder, 'en').map(({ level }) => level)).toEqual([
      'ok',
      'problem',
      'warning',
      'warning',
      'warning',
    ]);
  });
});

describe('the example in the documentation', () => {
  it('is a topic that is answered, without faults or collisions', async () => {
    const [, example = ''] = /```markdown\n([\s\S]*?)```/.exec(readFileSync('docs/operator.md', 'utf8')) ?? [];
    const { folder, live, answer } = setUp();
    writeFileSync(join(folder, 'parking.md'), example);

    const found = (await live.refresh()) as TopicReport;

    expect(topicLines(found, folder, 'en').map(({ level }) => level)).toEqual(['ok']);
    expect(answer('can my visitor park here')).toContain('facility@corp.example');
  });
});
