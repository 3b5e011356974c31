import * as z from 'zod';
import { LANGUAGES } from '../../core/index.ts';
import { ROLES } from '../roles.ts';
import {
  choice,
  count,
  databaseUrl,
  httpUrl,
  networks,
  port,
  resolvers,
  secret,
  shards,
  snowflakes,
  text,
} from './fields.ts';
import { crossFaults } from './rules.ts';

/** Every variable there is. */
export const variables = z.object({
  POSTILION_STATE_DIR: text(),
  POSTILION_KNOWLEDGE: text(),
  POSTILION_TOPICS: text(),
  POSTILION_SECRET_KEY: secret({ least: 32 }),
  DATABASE_URL: databaseUrl(),
  POSTILION_ROLE: choice(ROLES),
  LEASE_SECONDS: count({ least: 1 }),
  METRICS_PORT: port(),
  METRICS_HOST: text(),
  METRICS_TOKEN: secret({ least: 16 }),
  KEEP_MESSAGES_DAYS: count({ least: 1 }),
  KEEP_CONVERSATIONS_DAYS: count({ least: 1 }),
  KEEP_ATTACHMENTS_DAYS: count({ least: 1 }),
  KEEP_TICKETS_DAYS: count({ least: 1 }),
  KEEP_GAPS_DAYS: count({ least: 1 }),
  KEEP_LOGS_DAYS: count({ least: 1 }),
  DEFAULT_LOCALE: choice(LANGUAGES),
  LOG_LEVEL: choice(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
  TERMINAL: choice(['auto', 'on', 'off']),
  WEB: choice(['on', 'off']),
  WEB_HOST: text(),
  WEB_PORT: port(),
  WEB_PUBLIC_URL: httpUrl(),
  WEB_DESK_TOKEN: secret({ least: 16 }),
  SLACK_BOT_TOKEN: secret({ prefix: 'xoxb-' }),
  SLACK_APP_TOKEN: secret({ prefix: 'xapp-' }),
  SLACK_SIGNING_SECRET: secret(),
  SLACK_HTTP_PORT: port(),
  SLACK_API_URL: httpUrl(),
  SLACK_DESK_CHANNEL: text(),
  SLACK_DESK_GROUP: text(),
  DISCORD_TOKEN: secret(),
  DISCORD_APPLICATION_ID: text(),
  DISCORD_API_URL: httpUrl(),
  DISCORD_DESK_CHANNEL: text(),
  DISCORD_MESSAGE_CONTENT: choice(['on', 'off']),
  DISCORD_HELPER_ROLES: snowflakes(),
  DISCORD_SHARDS: shards(),
  DESK: choice(['slack', 'discord', 'web']),
  AGENT_ALIAS: text(),
  POSTILION_DESK: text(),
  POSTILION_REPLIES: text(),
  CHECK_ALLOW_NETWORKS: networks(),
  CHECK_DNS_SERVERS: resolvers(),
  CHECK_CA_FILE: text(),
  MOBILECONFIG_CERT_FILE: text(),
  MOBILECONFIG_KEY_FILE: text(),
  AUTOCONFIG: choice(['on', 'off']),
});

export type Variables = z.output<typeof variables>;

export const schema = variables.superRefine((values, context) => {
  for (const { variable, ...params } of crossFaults(values)) {
    context.addIssue({ code: 'custom', path: [variable], params });
  }
});
