import { readFileSync } from 'node:fs';
import { inspect, parseEnv } from 'node:util';
import { pino } from 'pino';
import { RETENTION } from '../../src/core/index.ts';
import { describe, expect, it } from 'vitest';
import { type Config, describeFault, readConfig, variables } from '../../src/bot/config/index.ts';
import { LANGUAGES } from '../../src/core/index.ts';

const TOKEN = 'xoxb-very-secret-1';

describe('the configuration', () => {
  it('needs nothing', () => {
    const config = good({});

    expect(config).toEqual({
      stateDir: 'state',
      knowledgePath: '/package/dist/knowledge.sqlite',
      dataDir: '/package/data',
      role: 'all',
      retention: RETENTION,
      defaultLocale: 'en',
      logLevel: 'info',
      terminal: 'auto',
      web: { host: '127.0.0.1', port: 8025, autoconfig: false },
      check: { allowNetworks: [], dnsServers: [] },
    });
  });

  it('takes empty variables for absent ones', () => {
    expect(good({ SLACK_BOT_TOKEN: '', WEB_PORT: ' ' })).toEqual(good({}));
  });

  it('takes everything that can be set', () => {
    const config = good({
      SLACK_BOT_TOKEN: TOKEN,
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_DESK_CHANNEL: 'C1',
      DISCORD_TOKEN: 'token',
      DISCORD_MESSAGE_CONTENT: 'on',
      WEB: 'off',
      CHECK_ALLOW_NETWORKS: '10.0.0.0/8, fd00::/8',
      CHECK_DNS_SERVERS: '127.0.0.1:5353,[::1]:53,9.9.9.9',
      AGENT_ALIAS: 'Support',
    });

    expect(config).toMatchObject({
      slack: { deskChannel: 'C1' },
      discord: { messageContent: true },
      desk: 'slack',
      agentAlias: 'Support',
      check: { allowNetworks: ['10.0.0.0/8', 'fd00::/8'], dnsServers: ['127.0.0.1:5353', '[::1]:53', '9.9.9.9'] },
    });
    expect(config.web).toBeUndefined();
    expect(config.slack?.botToken.reveal()).toBe(TOKEN);
  });

  it.each([
    [{ WEB_PORT: '99999' }, 'WEB_PORT'],
    [{ WEB_PORT: '80a' }, 'WEB_PORT'],
    [{ WEB: 'yes' }, 'WEB'],
    [{ DEFAULT_LOCALE: 'zh' }, 'DEFAULT_LOCALE'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ WEB_HOST: '0.0.0.0' }, 'WEB_PUBLIC_URL'],
    [{ WEB_HOST: 'mail.example.org' }, 'WEB_PUBLIC_URL'],
    [{ WEB_PUBLIC_URL: 'mail.example.org' }, 'WEB_PUBLIC_URL'],
    [{ WEB_DESK_TOKEN: 'short' }, 'WEB_DESK_TOKEN'],
    [{ POSTILION_SECRET_KEY: 'short' }, 'POSTILION_SECRET_KEY'],
    [{ DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL'],
    [{ KEEP_TICKETS_DAYS: 'forever' }, 'KEEP_TICKETS_DAYS'],
    [{ KEEP_MESSAGES_DAYS: '0' }, 'KEEP_MESSAGES_DAYS'],
    [{ METRICS_PORT: '9000', METRICS_HOST: '0.0.0.0' }, 'METRICS_TOKEN'],
    [{ POSTILION_ROLE: 'worker', POSTILION_SECRET_KEY: 'k'.repeat(32) }, 'DATABASE_URL'],
    [{ POSTILION_ROLE: 'worker', DATABASE_URL: 'postgres://localhost/x' }, 'POSTILION_SECRET_KEY'],
    [{ SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN'],
    [{ SLACK_BOT_TOKEN: TOKEN }, 'SLACK_APP_TOKEN'],
    [{ SLACK_BOT_TOKEN: TOKEN, SLACK_SIGNING_SECRET: 's' }, 'SLACK_HTTP_PORT'],
    [{ SLACK_API_URL: 'ftp://x' }, 'SLACK_API_URL'],
    [{ DISCORD_DESK_CHANNEL: '1' }, 'DISCORD_TOKEN'],
    [{ MOBILECONFIG_CERT_FILE: 'cert.pem' }, 'MOBILECONFIG_KEY_FILE'],
    [{ MOBILECONFIG_KEY_FILE: 'key.pem' }, 'MOBILECONFIG_CERT_FILE'],
    [{ AUTOCONFIG: 'yes' }, 'AUTOCONFIG'],
    [{ DESK: 'slack' }, 'SLACK_DESK_CHANNEL'],
    [{ DESK: 'web', WEB: 'off' }, 'DESK'],
    [{ CHECK_ALLOW_NETWORKS: '10.0.0.0' }, 'CHECK_ALLOW_NETWORKS'],
    [{ CHECK_DNS_SERVERS: 'dns.example.org' }, 'CHECK_DNS_SERVERS'],
  ])('refuses %o, naming %s', (env, variable) => {
    const result = readConfig(env, '/package');

    expect(result.ok ? [] : result.faults.map((fault) => fault.variable)).toEqual([variable]);
  });

  it('wants to know which desk when there are two', () => {
    const both = {
      SLACK_BOT_TOKEN: TOKEN,
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_DESK_CHANNEL: 'C1',
      DISCORD_TOKEN: 'token',
      DISCORD_DESK_CHANNEL: '1',
    };

    expect(readConfig(both, '/package')).toMatchObject({ ok: false, faults: [{ variable: 'DESK' }] });
    expect(good({ ...both, DESK: 'discord' }).desk).toBe('discord');
  });

  it.each(LANGUAGES)('tells each fault in one line without its value, in %s', (language) => {
    const result = readConfig({ WEB_PORT: 'hunter2', SLACK_BOT_TOKEN: 'hunter2', DESK: 'hunter2' }, '/package');

    const lines = result.ok ? [] : result.faults.map((fault) => describeFault(fault, language));
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatch(/^(WEB_PORT|SLACK_BOT_TOKEN|DESK): [^\n{}]+$/);
    expect(lines.join()).not.toContain('hunter2');
  });

  it('prints no secret, however it is printed', () => {
    const config = good({
      SLACK_BOT_TOKEN: TOKEN,
      SLACK_APP_TOKEN: 'xapp-very-secret-2',
      DISCORD_TOKEN: 'very-secret-3',
    });
    const lines: string[] = [];
    pino({}, { write: (line: string) => lines.push(line) }).info({ config, token: config.slack?.botToken }, 'config');

    const printed = [
      inspect(config, { depth: 9, showHidden: true }),
      JSON.stringify(config),
      String(config.discord?.token),
    ];
    expect([...printed, ...lines].join('\n')).not.toContain('very-secret');
  });

  it('has an example file that names every variable and is valid as it stands', () => {
    const example = parseEnv(readFileSync(new URL('../../.env.example', import.meta.url), 'utf8'));

    expect(Object.keys(example).sort()).toEqual(Object.keys(variables.shape).sort());
    expect(good(example)).toEqual(good({}));
  });
});

function good(env: Record<string, string | undefined>): Config {
  const result = readConfig(env, '/package');
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.config;
}
