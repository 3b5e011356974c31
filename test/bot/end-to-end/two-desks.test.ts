import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempDir } from '../../support/temp-dir.ts';
import { inSlack, quietlyInSlack, slackTexts, ticketInSlack } from './said.ts';
import { startBot, startDoubles } from './scene.ts';

const [ANNA, AGENT, DESK, BILLING] = ['U0ANNA', 'U0AGENT', 'C0DESK', 'C0BILLING'];

const FILE = `
queues:
  - id: general
    name: { en: General }
    desk: slack:${DESK}
  - id: billing
    name: { en: Billing }
    desk: slack:${BILLING}
`;

it('a request goes to the desk of another queue, where a draft is asked about as quietly as at the first', async () => {
  const doubles = await startDoubles();
  const { slack } = doubles;
  slack.addChannel(BILLING, [slack.botUser, AGENT]);
  const dir = tempDir();
  writeFileSync(join(dir, 'desk.yaml'), FILE);
  const settings = { SLACK_DESK_CHANNEL: DESK, POSTILION_DESK: join(dir, 'desk.yaml') };
  const { stop } = await startBot(doubles, join(dir, 'state'), settings);
  const direct = slack.direct(ANNA);
  slack.say(ANNA, direct, 'I want to talk to a human');
  const { ts: first } = await ticketInSlack(slack, DESK);

  await slack.command(AGENT, DESK, 'hand #1 billing about an invoice', '/desk');
  await inSlack(slack, DESK, /Billing/, first);
  const { ts: second } = await ticketInSlack(slack, BILLING);
  slack.say(ANNA, direct, 'are you there?');
  await inSlack(slack, BILLING, /are you there\?/, second);
  slack.say(AGENT, BILLING, 'a draft for billing', { thread: second });
  const prompt = await quietlyInSlack(slack, AGENT, /Not sent yet/);
  await slack.press(AGENT, prompt.ts, 'Send this');
  await inSlack(slack, direct, /a draft for billing/);
  await stop();

  expect(prompt.channel).toBe(BILLING);
  expect(slackTexts(slack, BILLING).join()).not.toContain('Not sent yet');
  expect(slackTexts(slack, DESK).join()).not.toContain('are you there');
  expect(slackTexts(slack, direct).join()).not.toContain('about an invoice');
}, 60_000);
