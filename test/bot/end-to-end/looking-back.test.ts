import { PassThrough } from 'node:stream';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/bot/config/index.ts';
import { start, type Running } from '../../../src/bot/start.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { inSlack, slackText } from './said.ts';
import { startDoubles, variablesFor } from './scene.ts';

const [ANNA, BEN, GENERAL] = ['U0ANNA', 'U0BEN', 'C0GENERAL'];

describe('what was said in Slack while Postilion was off', () => {
  it('is answered when it is back, once, unless a person was quicker', async () => {
    const doubles = await startDoubles();
    const { slack } = doubles;
    const stateDir = join(tempDir(), 'state');
    const bot = (): Promise<Running> => {
      const result = readConfig(variablesFor(doubles, stateDir), '/a/package/without/sources');
      if (!result.ok) throw new Error(JSON.stringify(result.faults));
      return start(result.config, { input: new PassThrough(), output: new PassThrough(), onEnd: () => {} });
    };
    const direct = slack.direct(ANNA);
    const first = await bot();
    slack.say(ANNA, direct, 'gmail imap');
    await inSlack(slack, direct, /imap\.gmail\.com/);
    await first.stop();

    slack.say(ANNA, direct, 'imap server of fastmail?', { lost: true });
    const { ts } = slack.say(BEN, GENERAL, `<@${slack.botUser}> what is the imap server of qq mail`, { lost: true });
    const second = await bot();
    await inSlack(slack, direct, /imap\.fastmail\.com/);
    await inSlack(slack, GENERAL, /imap\.qq\.com/, ts);
    await second.stop();

    const said = slack.messages(direct).filter(({ user }) => user === slack.botUser);
    expect(said.filter((message) => /imap\.gmail\.com/.test(slackText(message)))).toHaveLength(1);
    expect(said.filter((message) => /imap\.fastmail\.com/.test(slackText(message)))).toHaveLength(1);
  });
});
