import { describe, expect, it } from 'vitest';
import { type JobTask, plainText, texts } from '../../../src/core/index.ts';
import { Dialogue } from '../../../src/bot/cli/dialogue.ts';
import { lookFor } from '../../../src/bot/cli/look-for.ts';
import { testKnowledge } from '../../support/knowledge.ts';

const NOW = 1_900_000_000_000;

describe('a question at a terminal that needs a look at the network', () => {
  it('is answered with what the look brought, in the language of the question', async () => {
    const knowledge = testKnowledge();
    const dialogue = new Dialogue(knowledge, 'en');
    const said = dialogue.say({ text: '帮我看看 10.0.0.1 这个服务器是不是加密的' }, NOW);
    const [job] = said.turn.jobs;
    if (!job) throw new Error('nothing was to be looked at');

    const event = await lookFor(job, knowledge);

    expect(event && plainText(dialogue.hear(event, NOW).blocks)).toContain(texts('zh-Hans').check.statuses.refused);
  });

  it('does nothing that is not for a terminal', async () => {
    const knowledge = testKnowledge();
    const [job] = new Dialogue(knowledge, 'en').say({ text: 'check 10.0.0.1' }, NOW).turn.jobs;
    const task: JobTask = { kind: 'sign-file', name: 'a', mime: 'b', content: 'c', account: 'd' };

    expect(job && (await lookFor({ ...job, task }, knowledge))).toBeUndefined();
  });
});
