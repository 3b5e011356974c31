import { describe, expect, it } from 'vitest';
import { inSlack, slackText } from './said.ts';
import { startScene } from './scene.ts';

const ANNA = 'U0ANNA';

function words(blocks: unknown): string {
  return JSON.stringify(blocks ?? []);
}

describe('the pages of Postilion in Slack', () => {
  it('shows what it can do, answers a click in the DM, and turns to the language that is chosen', async () => {
    const { slack } = await startScene();
    const direct = slack.direct(ANNA);

    await slack.openHome(ANNA, direct, 'home');
    await slack.until(() => slack.home(ANNA));
    await slack.pressHome(ANNA, /provider-settings/);
    await inSlack(slack, direct, /imap\.gmail\.com/);
    await slack.pressHome(ANNA, '繁體中文');
    await slack.until(() => (words(slack.home(ANNA)).includes('信箱設定助手') ? true : undefined));

    expect(words(slack.home(ANNA))).toContain('密碼');
  });

  it('shows the open request there, with the way back to the assistant', async () => {
    const { slack } = await startScene({ SLACK_DESK_CHANNEL: 'C0DESK' });
    const direct = slack.direct(ANNA);
    slack.say(ANNA, direct, 'I want to talk to a human');
    await inSlack(slack, direct, /person/);

    await slack.openHome(ANNA, direct, 'home');
    const home = await slack.until(() => slack.home(ANNA));

    expect(words(home)).toMatch(/Request 1 is with a person/);
    expect(words(home)).toContain('resume-assistant');
  });

  it('greets once in the DM, and offers questions that fit what was talked of', async () => {
    const { slack } = await startScene();
    const direct = slack.direct(ANNA);

    await slack.openHome(ANNA, direct, 'messages');
    await inSlack(slack, direct, /mail servers/);
    expect(words(await slack.until(() => slack.prompts(ANNA)))).toContain('IMAP settings of Gmail');
    slack.say(ANNA, direct, 'what is the imap server of fastmail');
    await inSlack(slack, direct, /imap\.fastmail\.com/);
    await slack.openHome(ANNA, direct, 'messages');
    await slack.until(() => (words(slack.prompts(ANNA)).includes('Fastmail') ? true : undefined));

    const greetings = slack.messages(direct).filter((message) => /Hello/.test(slackText(message)));
    expect(greetings).toHaveLength(1);
  });

  it('says once in a channel how to ask when it is invited', async () => {
    const { slack, stop } = await startScene();

    await slack.invite('U0BEN', 'C0OUTSIDE');
    await inSlack(slack, 'C0OUTSIDE', /Mention me/);
    await stop();

    expect(slack.messages('C0OUTSIDE')).toHaveLength(1);
  });

  it('answers a provider chosen in the form, and asks for something when it is sent in empty', async () => {
    const { slack } = await startScene();
    await slack.globalShortcut(ANNA);
    const view = slack.views()[0]?.id ?? '';

    const { body: options } = await slack.typeInto(ANNA, view, 'provider', 'fastm');
    const { body: empty } = await slack.submit(ANNA, view, { text: ' ' });
    await slack.submit(ANNA, view, { text: '', provider: 'fastmail' });

    expect(words(options)).toContain('Fastmail');
    expect(empty).toMatchObject({ response_action: 'errors', errors: { text: expect.stringContaining('provider') } });
    await inSlack(slack, slack.direct(ANNA), /imap\.fastmail\.com/);
  });
});
