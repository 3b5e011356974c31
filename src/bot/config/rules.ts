import ipaddr from 'ipaddr.js';
import type { ConfigFault, FaultCode } from './faults.ts';
import type { Variables } from './schema.ts';

/** Faults that no variable has alone. */
export function crossFaults(values: Variables): ConfigFault[] {
  return [
    ...storeFaults(values),
    ...metricsFaults(values),
    ...webFaults(values),
    ...slackFaults(values),
    ...discordFaults(values),
    ...deskFaults(values),
    ...signingFaults(values),
  ];
}

/** A file belongs to one process, and only one key opens what another process has sealed. */
function storeFaults({ DATABASE_URL, POSTILION_ROLE = 'all', POSTILION_SECRET_KEY }: Variables): ConfigFault[] {
  const split = POSTILION_ROLE !== 'all';
  return [
    ...when(split && DATABASE_URL === undefined, 'DATABASE_URL', 'sharedDatabase'),
    ...when(split && POSTILION_SECRET_KEY === undefined, 'POSTILION_SECRET_KEY', 'sharedKey'),
  ];
}

function metricsFaults({ METRICS_HOST, METRICS_TOKEN }: Variables): ConfigFault[] {
  const open = METRICS_HOST !== undefined && !isLoopback(METRICS_HOST);
  return when(open && METRICS_TOKEN === undefined, 'METRICS_TOKEN', 'metricsToken');
}

function webFaults({ WEB_HOST, WEB_PUBLIC_URL }: Variables): ConfigFault[] {
  const open = WEB_HOST !== undefined && !isLoopback(WEB_HOST);
  return when(open && WEB_PUBLIC_URL === undefined, 'WEB_PUBLIC_URL', 'publicUrl');
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback');
}

function slackFaults(values: Variables): ConfigFault[] {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_HTTP_PORT, SLACK_DESK_CHANNEL } = values;
  const wanted = [SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_DESK_CHANNEL].some((value) => value !== undefined);
  if (SLACK_BOT_TOKEN === undefined) return when(wanted, 'SLACK_BOT_TOKEN', 'slackBotToken');
  if (SLACK_APP_TOKEN !== undefined) return [];
  return [
    ...when(SLACK_SIGNING_SECRET === undefined, 'SLACK_APP_TOKEN', 'slackTransport'),
    ...when(SLACK_SIGNING_SECRET !== undefined && SLACK_HTTP_PORT === undefined, 'SLACK_HTTP_PORT', 'slackHttpPort'),
  ];
}

function discordFaults({ DISCORD_TOKEN, DISCORD_DESK_CHANNEL }: Variables): ConfigFault[] {
  return when(DISCORD_TOKEN === undefined && DISCORD_DESK_CHANNEL !== undefined, 'DISCORD_TOKEN', 'discordToken');
}

/** Which variable makes a desk of each platform. */
const DESK_VARIABLES = {
  slack: 'SLACK_DESK_CHANNEL',
  discord: 'DISCORD_DESK_CHANNEL',
  web: 'WEB_DESK_TOKEN',
} as const;

function deskFaults(values: Variables): ConfigFault[] {
  const { DESK, WEB } = values;
  if (DESK === 'web' && WEB === 'off') return when(true, 'DESK', 'deskWebOff');
  if (DESK !== undefined) return when(values[DESK_VARIABLES[DESK]] === undefined, DESK_VARIABLES[DESK], 'deskMissing');
  const { web: _, ...channels } = DESK_VARIABLES;
  return when(
    Object.values(channels).every((variable) => values[variable] !== undefined),
    'DESK',
    'deskSeveral',
  );
}

function signingFaults({ MOBILECONFIG_CERT_FILE, MOBILECONFIG_KEY_FILE }: Variables): ConfigFault[] {
  return [
    ...when(
      MOBILECONFIG_CERT_FILE === undefined && MOBILECONFIG_KEY_FILE !== undefined,
      'MOBILECONFIG_CERT_FILE',
      'pair',
    ),
    ...when(
      MOBILECONFIG_KEY_FILE === undefined && MOBILECONFIG_CERT_FILE !== undefined,
      'MOBILECONFIG_KEY_FILE',
      'pair',
    ),
  ];
}

function when(condition: boolean, variable: string, code: FaultCode): ConfigFault[] {
  return condition ? [{ variable, code, facts: {} }] : [];
}
