import { startSlackDouble, type SlackDouble } from '../support/slack-double/index.ts';
import { slackText } from '../bot/end-to-end/said.ts';
import type { Side } from './side.ts';

/** Milliseconds until the double sends an event again; Slack's own 3,000 would only make the loop longer. */
const ACK_MS = 800;
/** Sends of one event, so that even a long absence is bridged: Slack itself goes on for minutes. */
const POST = 'chat.postMessage';

export async function slackSide(count: number): Promise<Side> {
  const slack = await startSlackDouble({ ackMs: ACK_MS });
  const people = Array.from({ length: count }, (_, index) => `U0P${index + 10}`);
  for (const person of people) slack.addUser(person);
  return {
    name: 'slack',
    people,
    variables: { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
    say: async (person, text) => {
      await slack.say(person, slack.direct(person), text).seen;
    },
    seen: (person) =>
      slack
        .messages(slack.direct(person))
        .filter(({ user }) => user === slack.botUser)
        .map((message) => slackText(message)),
    connected: () => slack.connections(),
    trouble: (random) => random.pick(TROUBLES)(slack),
    calm: () => slack.calm(),
    stop: () => slack.stop(),
  };
}

const TROUBLES: ((slack: SlackDouble) => void)[] = [
  (slack) => slack.fault({ method: POST, kind: 'rate-limit', retryAfter: 1 }),
  (slack) => slack.fault({ method: POST, kind: 'error-500', times: 2 }),
  (slack) => slack.fault({ method: POST, kind: 'error-500-after' }),
  (slack) => slack.fault({ method: POST, kind: 'drop-response', times: 2 }),
  (slack) => slack.fault({ method: 'event', kind: 'duplicate', times: 2 }),
  (slack) => slack.fault({ method: 'event', kind: 'hold' }),
  (slack) => slack.disconnect('refresh'),
  (slack) => slack.disconnect('cut'),
];
