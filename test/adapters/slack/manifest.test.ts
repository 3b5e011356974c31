import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { read } from '../../../src/adapters/slack/read.ts';
import { ALL_SCOPES } from '../../../src/adapters/slack/scopes.ts';
import { METHOD_SCOPES } from '../../support/slack-double/index.ts';

interface Manifest {
  features: { slash_commands: { command: string }[]; shortcuts: { name: string; type: string; description: string }[] };
  oauth_config: { scopes: { bot: string[] } };
  settings: { event_subscriptions: { bot_events: string[] }; interactivity: { is_enabled: boolean } };
}

const ROOT = new URL('../../../', import.meta.url);
const manifest = parse(readFileSync(new URL('manifest.yaml', ROOT), 'utf8')) as Manifest;

/** Scopes that Slack asks for an event, a feature or an argument. https://docs.slack.dev/reference/events */
const EVENT_SCOPES: Record<string, string[]> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  member_joined_channel: ['channels:read', 'groups:read'],
  'message.im': ['im:history'],
  'message.mpim': ['mpim:history'],
};

function adapterSource(): string {
  const folder = new URL('src/adapters/slack/', ROOT);
  return readdirSync(folder)
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
}

/** Web API methods that the adapter calls: `client.chat.update(`, also where one is taken out by name. */
function methodsUsed(): string[] {
  const source = adapterSource();
  const called = [...source.matchAll(/client\.((?:\w+\.)+\w+)\(/g)].map((match) => match[1] ?? '');
  const taken = [...source.matchAll(/\{ (\w+): \w+ \} = kit\.client\.(\w+);/g)].map(
    (match) => `${match[2]}.${match[1]}`,
  );
  return [...new Set([...called, ...taken])].sort();
}

function eventOf(name: string): object {
  const [type, place] = name.split('.');
  const channels: Record<string, [string, string]> = {
    channels: ['C1', 'channel'],
    groups: ['G1', 'group'],
    im: ['D1', 'im'],
    mpim: ['G2', 'mpim'],
  };
  const [channel, channelType] = channels[place ?? ''] ?? ['C1', 'channel'];
  if (type === 'app_home_opened') return { type, user: 'U1', channel: 'D1', tab: 'messages', event_ts: '1.1' };
  if (type === 'member_joined_channel') return { type, user: 'U0', channel: 'C1', inviter: 'U1', event_ts: '1.1' };
  return { type, user: 'U1', text: '<@U0> hi', ts: '1.1', channel, channel_type: channelType, event_ts: '1.1' };
}

describe('manifest.yaml', () => {
  const { bot_events: events } = manifest.settings.event_subscriptions;

  it('asks for exactly the scopes that the code needs', () => {
    const methods = methodsUsed();
    const needed = [
      ...methods.flatMap(
        (method) => METHOD_SCOPES[method] ?? [`a scope for ${method}, which the double does not know`],
      ),
      ...events.flatMap((event) => EVENT_SCOPES[event] ?? [`a scope for ${event}`]),
      ...(manifest.features.slash_commands.length > 0 ? ['commands'] : []),
      ...(adapterSource().includes('include_all_metadata') ? ['metadata.message:read'] : []),
    ];

    expect(methods).toContain('chat.postMessage');
    expect(manifest.oauth_config.scopes.bot).toEqual([...new Set(needed)].sort());
    expect(ALL_SCOPES).toEqual(manifest.oauth_config.scopes.bot);
  });

  it.each(events)('subscribes to %s because the code reads it', (name) => {
    const body = {
      type: 'event_callback',
      team_id: 'T1',
      authorizations: [{ team_id: 'T1', user_id: 'U0' }],
      event: eventOf(name),
    };

    expect(read(body, { self: {} }, 0).kind).toBe('event');
  });

  it('keeps to the lengths that Slack allows', () => {
    for (const { name, description } of manifest.features.shortcuts) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
    expect(manifest.features.slash_commands.map((each) => each.command)).toEqual(['/mail', '/desk']);
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
  });
});
