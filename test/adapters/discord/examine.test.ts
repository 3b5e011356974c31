import { describe, expect, it } from 'vitest';
import { examine, type Examination } from '../../../src/adapters/discord/examine.ts';
import type { DiscordDoubleOptions } from '../../support/discord-double/index.ts';
import { DESK, FORUM, startRig } from './rig.ts';

async function rig(double: DiscordDoubleOptions = {}) {
  const { discord } = await startRig({}, double);
  await discord.until(() => discord.world.commandWrites > 0);
  const look = (more: Partial<Examination> = {}) =>
    examine({ token: discord.token, apiUrl: discord.apiUrl, messageContent: false, ...more });
  return { discord, look };
}

describe('a look at the app in Discord', () => {
  it('says where to add it, that it is there, and that all is well', async () => {
    const { look } = await rig();

    expect(await look({ deskChannel: FORUM, messageContent: true })).toEqual([
      { code: 'discordInvite', facts: { url: expect.stringContaining('client_id=1001') } },
      { code: 'discordServers', facts: { count: 1 } },
      { code: 'discordCommandsGood' },
      { code: 'discordDeskGood', facts: { channel: FORUM } },
    ]);
  });

  it('says what is missing', async () => {
    const { discord, look } = await rig({ messageContent: false });
    discord.world.commands = [];
    discord.world.guilds.forEach((guild) => {
      guild.member = false;
    });

    const found = await look({ messageContent: true });

    expect(found.slice(1).map(({ code }) => code)).toEqual([
      'discordNoServer',
      'discordCommandsLater',
      'discordIntentOff',
    ]);
  });

  it.each([
    [
      DESK,
      'read',
      { code: 'discordDeskRights', facts: { channel: DESK, rights: 'Send Messages, Send Messages in Threads' } },
    ],
    [DESK, 'write', { code: 'discordDeskRights', facts: { channel: DESK, rights: 'Create Public Threads' } }],
    [DESK, 'none', { code: 'discordDeskAway', facts: { channel: DESK } }],
  ] as const)(
    'names the rights that are missing in the desk %s with access to %s',
    async (channel, access, expected) => {
      const { discord, look } = await rig();
      discord.world.channel(channel).access = access;

      const found = await look({ deskChannel: channel });

      expect(found.at(-1)).toEqual(expected);
    },
  );

  it('is told by Discord or not at all', async () => {
    const { look } = await rig();

    await expect(look({ token: 'wrong' })).rejects.toThrow('401');
  });
});
