import { describe, expect, it } from 'vitest';
import { inSlack, quietlyInSlack, slackText, slackTexts } from './said.ts';
import { startScene } from './scene.ts';

const [ANNA, BEN, GENERAL] = ['U0ANNA', 'U0BEN', 'C0GENERAL'];

describe('a question in a Slack channel', () => {
  it('that is edited is answered anew where the answer stands; deleted, it takes the answer with it', async () => {
    const { slack } = await startScene();
    const { ts } = slack.say(ANNA, GENERAL, '<@U0BOT> imap server of gmail');
    const first = await inSlack(slack, GENERAL, /imap\.gmail\.com/, ts);

    await slack.edit(GENERAL, ts, '<@U0BOT> imap server of fastmail');
    const second = await inSlack(slack, GENERAL, /imap\.fastmail\.com/, ts);
    await slack.erase(GENERAL, ts);
    await slack.until(() => (slackTexts(slack, GENERAL).length === 0 ? true : undefined));

    expect(second.ts).toBe(first.ts);
  });

  it('of somebody else is answered to whoever asks about it, who may show the answer in its thread', async () => {
    const { slack, stop } = await startScene();
    const { ts } = slack.say(BEN, GENERAL, 'what is the imap server of gmail?');

    await slack.messageShortcut(ANNA, GENERAL, ts);
    const quiet = await quietlyInSlack(slack, ANNA, /imap\.gmail\.com/);
    const before = slackTexts(slack, GENERAL);
    await slack.press(ANNA, quiet.ts, 'Post in thread');
    await inSlack(slack, GENERAL, /imap\.gmail\.com/, ts);
    await stop();

    expect(before).toEqual([]);
    expect(slackTexts(slack, GENERAL)).toHaveLength(1);
    expect(slack.ephemeral(BEN)).toEqual([]);
  });

  it('asked by command is shown around from where the app is no member, through the press itself', async () => {
    const { slack } = await startScene();

    await slack.command(ANNA, 'C0OUTSIDE', 'settings gmail');
    const quiet = await quietlyInSlack(slack, ANNA, /imap\.gmail\.com/);
    await slack.press(ANNA, quiet.ts, 'Show to everyone');
    const shown = await inSlack(slack, 'C0OUTSIDE', /imap\.gmail\.com/);

    expect(slackText(shown)).not.toContain('Show to everyone');
  });

  it('is not mixed up with what people tell each other in its thread', async () => {
    const { slack, stop } = await startScene();
    const { ts } = slack.say(ANNA, GENERAL, '<@U0BOT> imap server of gmail');
    await inSlack(slack, GENERAL, /imap\.gmail\.com/, ts);

    await slack.say(ANNA, GENERAL, '<@U0BEN> what is the imap server of fastmail?', { thread: ts }).seen;
    await slack.say(BEN, GENERAL, 'and of zoho?', { thread: ts }).seen;
    await slack.say(ANNA, GENERAL, 'and for sending?', { thread: ts }).seen;
    await inSlack(slack, GENERAL, /smtp\.gmail\.com/, ts);
    await stop();

    expect(slackTexts(slack, GENERAL)).toHaveLength(2);
  });
});
