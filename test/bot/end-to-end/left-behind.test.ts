import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../../src/adapters/storage/index.ts';
import type { Event } from '../../../src/core/index.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { inDiscord, inSlack, ticketInSlack } from './said.ts';
import { spawnBot } from './bot-process.ts';
import { startBot, startDoubles, variablesFor } from './scene.ts';

const [ANNA, DESK] = ['3001', 'C0DESK'];

it('a file whose message was accepted just before the bot died reaches the desk after the next start', async () => {
  const doubles = await startDoubles();
  const { slack, discord } = doubles;
  const stateDir = join(tempDir(), 'state');
  const first = await startBot(doubles, stateDir, { SLACK_DESK_CHANNEL: DESK });
  await discord.connected();
  discord.say(ANNA, discord.direct(ANNA), 'I want to talk to a human');
  await inDiscord(discord, discord.direct(ANNA), /passed you on/);
  const ticket = await ticketInSlack(slack, DESK);
  await first.stop();

  const file = discord.addFile('error.txt', 'text/plain', Buffer.from('it says 535'));
  const store = await openStore({ stateDir });
  await store.accept(sentWith(file, discord.direct(ANNA)));
  await store.close();
  // A process of its own: it has everything still to load.
  const second = spawnBot({ ...variablesFor(doubles, stateDir), SLACK_DESK_CHANNEL: DESK });
  await second.wrote(/Slack: on/);
  await inSlack(slack, DESK, /what it says/, ticket.ts);
  const arrived = await slack.until(() => slack.messages(DESK).flatMap(({ files }) => files)[0]);
  await second.end();

  expect(arrived).toMatchObject({ name: 'error.txt', content: 'it says 535' });
}, 60_000);

function sentWith({ url, size }: Record<string, unknown>, channel: string): Event {
  return {
    type: 'message',
    id: 'discord:1',
    conversation: `discord:${channel}`,
    place: `discord:${channel}`,
    private: true,
    author: { id: `discord:${ANNA}`, name: 'anna', bot: false },
    at: Date.now(),
    text: 'what it says',
    files: [{ name: 'error.txt', mime: 'text/plain', size: Number(size), url: String(url) }],
    addressed: 'direct',
    redactions: [],
  };
}
