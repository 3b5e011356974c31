import { describe, expect, it } from 'vitest';
import { inSlack, quietlyInSlack, slackTexts, ticketInSlack } from './said.ts';
import { startScene, type Scene } from './scene.ts';

const [ANNA, BEN, AGENT, DESK] = ['U0ANNA', 'U0BEN', 'U0AGENT', 'C0DESK'];

/** Anna has asked for a person in her DM; her ticket stands at the desk. */
async function handedOver(): Promise<Scene & { direct: string; root: string }> {
  const scene = await startScene({ SLACK_DESK_CHANNEL: DESK });
  const { slack } = scene;
  const direct = slack.direct(ANNA);
  slack.say(ANNA, direct, 'I want to talk to a human');
  const { ts: root } = await ticketInSlack(slack, DESK);
  return { ...scene, direct, root };
}

describe('a desk in Slack', () => {
  it('writes in a form that shows what was said last and who will be read, and sends it once', async () => {
    const { slack, direct, root, stop } = await handedOver();
    slack.say(ANNA, direct, 'outlook 2016 says 535');
    await inSlack(slack, DESK, /outlook 2016 says 535/, root);

    await slack.press(AGENT, root, 'Claim');
    const claimed = await inSlack(slack, DESK, /takes care of this/, root);
    await slack.press(AGENT, claimed.ts, 'Write to them…');
    const view = await slack.until(() => slack.views()[0]);
    await slack.submit(AGENT, view.id, { text: 'Please use port 465.' });
    await inSlack(slack, direct, /Please use port 465\./);
    await stop();

    expect(JSON.stringify(view.view['blocks'])).toMatch(/outlook 2016 says 535[\s\S]*reads it as/);
    expect(slackTexts(slack, direct).filter((text) => text.includes('port 465'))).toHaveLength(1);
  });

  it('brings a file to the people who help, and one of theirs back', async () => {
    const { slack, direct, root } = await handedOver();
    const files = [{ name: 'error.txt', content: 'Connection refused', mime: 'text/plain' }];

    slack.say(ANNA, direct, 'look at this', { files });
    const relayed = await slack.until(() =>
      slack.messages(DESK).find((message) => message.threadTs === root && message.files.length > 0),
    );
    const answer = [{ name: 'settings.txt', content: 'port 465', mime: 'text/plain' }];
    const said = slack.say(AGENT, DESK, 'these work', { thread: root, files: answer });
    await said.seen;
    await quietlyInSlack(slack, AGENT, /Not sent yet/);
    await slack.messageShortcut(AGENT, DESK, said.ts, 'send-to-asker');
    const sent = await slack.until(() =>
      slack.messages(direct).find((message) => message.user === slack.botUser && message.files.length > 0),
    );

    expect(relayed.files.map((file) => file.content)).toEqual(['Connection refused']);
    expect(sent.files.map((file) => file.content)).toEqual(['port 465']);
  });

  it('follows when the asker changes or takes back what was passed on', async () => {
    const { slack, direct, root } = await handedOver();
    const { ts } = slack.say(ANNA, direct, 'port 999');
    await inSlack(slack, DESK, /port 999/, root);

    await slack.edit(direct, ts, 'port 995');
    await inSlack(slack, DESK, /port 995/, root);
    await slack.erase(direct, ts);
    await inSlack(slack, DESK, /deleted this message/, root);

    expect(slackTexts(slack, DESK).join()).not.toContain('port 999');
  });

  it('lets nobody act who is not in its channel', async () => {
    const { slack, direct, root, stop } = await handedOver();
    slack.channel(DESK).members.add(BEN);
    await slack.press(AGENT, root, 'Claim');
    await inSlack(slack, DESK, /takes care of this/, root);
    slack.channel(DESK).members.delete(BEN);

    await slack.press(BEN, root, 'Close');
    await quietlyInSlack(slack, BEN, /Only people/).catch(() => inSlack(slack, slack.direct(BEN), /Only people/));
    await stop();

    expect(slackTexts(slack, direct).join()).not.toContain('is closed');
  });
});
