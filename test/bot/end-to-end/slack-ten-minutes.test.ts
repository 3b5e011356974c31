import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../../src/bot/config/index.ts';
import { examine } from '../../../src/bot/doctor/index.ts';
import { METHOD_SCOPES } from '../../support/slack-double/index.ts';
import { inSlack, quietlyInSlack, slackText, ticketInSlack } from './said.ts';
import { startScene } from './scene.ts';

const ROOT = new URL('../../../', import.meta.url);
const PAGE = readFileSync(new URL('docs/slack.md', ROOT), 'utf8');
const [ANNA, BEN, AGENT, GENERAL, DESK] = ['U0ANNA', 'U0BEN', 'U0AGENT', 'C0GENERAL', 'C0DESK'];

interface Manifest {
  oauth_config: { scopes: { bot: string[] } };
  features: { shortcuts: { name: string }[]; slash_commands: { command: string }[] };
}

const manifest = parse(readFileSync(new URL('manifest.yaml', ROOT), 'utf8')) as Manifest;

/** A part of the page that a newcomer follows, with line breaks as spaces. */
function step(heading: RegExp): string {
  const parts = PAGE.split(/^## /m);
  const found = parts.find((part) => heading.test(part.split('\n', 1)[0] ?? ''));
  if (found === undefined) throw new Error(`docs/slack.md has no step ${String(heading)}`);
  return found.replaceAll(/\s+/g, ' ');
}

/** What the page tells to type, so that a change of the page changes what is typed here. */
function typed(where: string, pattern: RegExp): string {
  const [, words] = pattern.exec(where) ?? [];
  if (words === undefined) throw new Error(`docs/slack.md does not say ${String(pattern)}`);
  return words;
}

describe('docs/slack.md, followed by a newcomer', () => {
  it('1. makes an app that may do what the bot does, and has what the page points at', () => {
    const { scopes } = manifest.oauth_config;
    const table = step(/may do/);

    for (const scope of scopes.bot) expect(table).toContain(`\`${scope}\``);
    expect(scopes.bot).toEqual(expect.arrayContaining(METHOD_SCOPES['chat.postMessage']?.slice() ?? []));
    for (const { name } of manifest.features.shortcuts) expect(PAGE.replaceAll(/\s+/g, ' ')).toContain(name);
    for (const { command } of manifest.features.slash_commands) expect(PAGE).toContain(`\`${command}`);
  });

  it('2. finds everything in order with two tokens, and is told what lacks', async () => {
    const { slack, stateDir } = await startScene();
    const names = [...step(/Tell Postilion/).matchAll(/\b(SLACK_[A-Z_]+)=/g)].map((match) => match[1] ?? '');
    const values: Record<string, string> = { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken };
    const env = Object.fromEntries(names.map((name) => [name, values[name]]));
    const others = { POSTILION_STATE_DIR: stateDir, SLACK_API_URL: slack.apiUrl };

    const { lines } = await examine(readConfig({ ...env, ...others }, '/nowhere'), 'en');

    expect(names).toEqual(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']);
    expect(lines.filter((line) => line.includes('Slack'))).toEqual([
      '[OK] Slack accepts the token in SLACK_BOT_TOKEN.',
      '[OK] Slack accepts the token in SLACK_APP_TOKEN.',
      '[OK] The app in Slack has all the permissions that it needs.',
    ]);
  });

  it('3. tries each way in, and gets an answer', async () => {
    const { slack } = await startScene();
    const page = step(/Try it/);
    const direct = slack.direct(ANNA);

    slack.say(ANNA, direct, typed(page, /write: \*([^*]+)\*/));
    await inSlack(slack, direct, /imap\.qq\.com/);

    await slack.command(ANNA, GENERAL, typed(page, /type `\/mail ([^`]+)`/));
    await quietlyInSlack(slack, ANNA, /imap\.gmail\.com/);

    slack.say(ANNA, GENERAL, typed(page, /write `(@Postilion [^`]+)`/).replace('@Postilion', '<@U0BOT>'));
    await inSlack(slack, GENERAL, /smtp\.gmail\.com/);

    const { ts } = slack.say(BEN, GENERAL, 'outlook says 535');
    await slack.messageShortcut(ANNA, GENERAL, ts);
    await quietlyInSlack(slack, ANNA, /password/);

    await slack.globalShortcut(ANNA);
    const [form] = slack.views();
    const { body } = await slack.typeInto(ANNA, form?.id ?? '', 'provider', 'fastm');
    expect(JSON.stringify(body)).toContain('Fastmail');
    await slack.submit(ANNA, form?.id ?? '', { text: '', provider: 'fastmail' });
    await inSlack(slack, direct, /imap\.fastmail\.com/);

    await slack.openHome(ANNA, direct, 'home');
    await slack.until(() => slack.home(ANNA));
  });

  it('4. gives it a desk, and helps somebody there from beginning to end', async () => {
    expect(step(/desk/)).toContain('SLACK_DESK_CHANNEL=');
    const { slack } = await startScene({ SLACK_DESK_CHANNEL: DESK });
    const direct = slack.direct(ANNA);

    slack.say(ANNA, direct, 'gmail says 535 although the password is right');
    await inSlack(slack, direct, /535|password/);
    slack.say(ANNA, direct, 'I want to talk to a human');
    const ticket = await ticketInSlack(slack, DESK);
    await slack.until(() => slack.messages(DESK).find((message) => message.pinned && message.text.includes('#1')));

    await slack.press(AGENT, ticket.ts, 'Claim');
    await inSlack(slack, DESK, /takes care of this/, ticket.ts);
    const { ts } = slack.say(AGENT, DESK, 'Please make an app password at Google.', { thread: ticket.ts });
    await slack.messageShortcut(AGENT, DESK, ts, 'send-to-asker');
    await inSlack(slack, direct, /make an app password/);
    const { ts: reply } = slack.say(ANNA, direct, 'that works, thank you');
    await inSlack(slack, DESK, /that works, thank you/, ticket.ts);
    await slack.until(() =>
      slack.messages(direct).find((message) => message.ts === reply && message.reactions.size > 0),
    );

    await slack.command(AGENT, DESK, 'close #1', '/desk');
    await inSlack(slack, direct, /is closed/);
    await slack.until(() => slack.messages(DESK).find((message) => message.pinned && message.text.includes('None.')));
    expect(slackText(ticket)).toContain('535');
  });
});
