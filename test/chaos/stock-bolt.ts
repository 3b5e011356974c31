import { App, LogLevel } from '@slack/bolt';

// What a bot does that follows Bolt's own introduction: it answers each direct message from a listener, with the words
// that it got, and keeps nothing. It stands beside ours in the loop.
const { SLACK_API_URL: slackApiUrl = '', SLACK_BOT_TOKEN: token = '', SLACK_APP_TOKEN: appToken = '' } = process.env;
const app = new App({ token, appToken, socketMode: true, logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl } });
app.message(async ({ message, say }) => {
  if (message.subtype === undefined && message.text !== undefined) await say(message.text);
});
await app.start();
