import { slackText } from '../bot/end-to-end/said.ts';
import { startSlackDouble, type SlackDouble } from '../support/slack-double/index.ts';
import { says } from './marks.ts';
import type { Crowd, Desk, Said, Shown, Side, Words } from './side.ts';
import { countingTroubles } from './slack-troubles.ts';

/** Milliseconds until the double sends an event again; Slack's own 3,000 would only make the loop longer. */
const ACK_MS = 800;
/** Slack goes on for minutes, which is longer than anything here lasts; what it tells nobody of is a case of its own. */
const SENDS = 1000;
const [AGENT, DESK] = ['U0AGENT', 'C0DESK'];

export async function slackSide({ people, askers }: Crowd): Promise<Side> {
  const slack = await startSlackDouble({ ackMs: ACK_MS, sends: SENDS });
  const crowd = {
    people: Array.from({ length: people }, (_, index) => `U0P${index + 10}`),
    askers: Array.from({ length: askers }, (_, index) => `U0Q${index + 10}`),
  };
  for (const person of [...crowd.people, ...crowd.askers]) slack.addUser(person);
  const { trouble, met } = countingTroubles(slack);
  return {
    name: 'slack',
    ...crowd,
    wishFor: (mark) => `我想找人工客服 ${mark}`,
    desk: deskIn(slack),
    variables: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      SLACK_DESK_CHANNEL: DESK,
    },
    say: (person, words) => say(slack, person, slack.direct(person), words),
    edit: async ({ place, id }, text) => surely(await slack.edit(place, id, text)),
    erase: async ({ place, id }) => surely(await slack.erase(place, id)),
    heard: () => true,
    seen: (person) => shownIn(slack, slack.direct(person), undefined),
    connected: () => slack.connections(),
    trouble,
    calm: () => slack.calm(),
    met,
    stop: () => slack.stop(),
  };
}

function deskIn(slack: SlackDouble): Desk {
  return {
    place: `slack:${DESK}`,
    threads: (mark) =>
      ours(slack, DESK)
        .filter((message) => message.threadTs === undefined && isTicket(slackText(message), mark))
        .map(({ ts }) => ts),
    write: (thread, words) => say(slack, AGENT, DESK, words, thread),
    send: async ({ id }) => (await slack.messageShortcut(AGENT, DESK, id, 'send-to-asker')).acknowledged,
    shown: (thread) => shownIn(slack, DESK, thread),
  };
}

/** The list of open tickets quotes them, too. */
function isTicket(text: string, mark: string): boolean {
  return /Request \d/.test(text) && says(text, mark);
}

async function say(
  slack: SlackDouble,
  person: string,
  place: string,
  { text, file, lost = false }: Words,
  thread?: string,
): Promise<Said> {
  const { ts, seen } = slack.say(person, place, text, {
    lost,
    ...(thread !== undefined && { thread }),
    ...(file && { files: [{ name: file.name, content: file.words }] }),
  });
  await seen;
  return { place, id: ts };
}

function surely({ acknowledged }: { acknowledged: boolean }): () => boolean {
  return () => acknowledged;
}

function ours(slack: SlackDouble, channel: string) {
  return slack.messages(channel).filter(({ user }) => user === slack.botUser);
}

function shownIn(slack: SlackDouble, channel: string, thread: string | undefined): Shown[] {
  return ours(slack, channel)
    .filter(({ threadTs }) => thread === undefined || threadTs === thread)
    .map((message) => ({
      text: slackText(message),
      files: message.files.map(({ name, content }) => `${name} ${content}`),
    }));
}
