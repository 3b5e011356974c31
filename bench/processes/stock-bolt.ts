import { App, LogLevel } from '@slack/bolt';

// `stock-bolt API_URL BOT_TOKEN APP_TOKEN` acknowledges every message as Bolt does by itself, and stores nothing.
const [slackApiUrl = '', token = '', appToken = ''] = process.argv.slice(2);
const app = new App({ token, appToken, socketMode: true, logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl } });
app.message(() => Promise.resolve());
await app.start();
