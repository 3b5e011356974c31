import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/bot/config/index.ts';
import { resolvePlace, settingsFrom } from '../../src/bot/settings.ts';

const nothing = () => undefined;

function config(variables: Record<string, string>) {
  const read = readConfig(variables, '/a/package/without/sources');
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.config;
}

const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_DESK_CHANNEL: 'C0DESK' };

describe('the desk, in a process that does not serve its platform', () => {
  it.each([
    ['web', { WEB_DESK_TOKEN: 'a-token-of-the-desk' }, 'web:desk'],
    ['discord', { DISCORD_TOKEN: 'a.b.c', DISCORD_DESK_CHANNEL: '2000000000000000000' }, 'discord:2000000000000000000'],
    ['slack', SLACK, 'slack:/C0DESK'],
  ])('of %s is known by the configuration', (_, variables, desk) => {
    expect(settingsFrom(config(variables), nothing, {})).toMatchObject({ desk });
  });

  it('is in the file what it is in the configuration', () => {
    const read = config({ WEB_DESK_TOKEN: 'a-token-of-the-desk' });

    expect(resolvePlace(read, 'web', nothing)).toBe('web:desk');
    expect(resolvePlace(read, 'discord:2', nothing)).toBe('discord:2');
  });

  it('is none where none is configured', () => {
    expect(settingsFrom(config({}), nothing, {})).not.toHaveProperty('desk');
  });
});

describe('the desk, in the process that serves its platform', () => {
  const slack = { desk: 'slack:T1/C0DESK', scoped: (id: string) => `slack:T1/${id}` } as const;
  const adapterOf = (name: string) => (name === 'slack' ? slack : undefined);

  it('is what the platform calls it', () => {
    expect(settingsFrom(config(SLACK), adapterOf, {})).toMatchObject({ desk: 'slack:T1/C0DESK' });
    expect(resolvePlace(config(SLACK), 'slack:C9', adapterOf)).toBe('slack:T1/C9');
    expect(resolvePlace(config(SLACK), 'slack:T2/C9', adapterOf)).toBe('slack:T2/C9');
  });
});
