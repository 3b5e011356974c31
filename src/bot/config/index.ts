import { join } from 'node:path';
import { RETENTION, type Retention } from '../../core/index.ts';
import type { Role } from '../roles.ts';
import type { Secret } from '../secret.ts';
import type { SigningFiles } from '../signing/index.ts';
import type { ConfigFault, FaultCode } from './faults.ts';
import { schema, type Variables } from './schema.ts';

export { type ConfigFault, describeFault } from './faults.ts';
export { variables } from './schema.ts';

export interface WebConfig {
  host: string;
  port: number;
  publicUrl?: string;
  deskToken?: Secret;
  /** Gives mail programs the settings of known domains (AUTOCONFIG). */
  autoconfig: boolean;
}

export interface SlackConfig {
  botToken: Secret;
  appToken?: Secret;
  signingSecret?: Secret;
  httpPort?: number;
  apiUrl?: string;
  deskChannel?: string;
  deskGroup?: string;
}

export interface DiscordConfig {
  token: Secret;
  applicationId?: string;
  apiUrl?: string;
  deskChannel?: string;
  messageContent: boolean;
  /** Ids of the roles whose people may act at the desk. */
  helperRoles?: string[];
  /** Which shards this process serves, of `count` in all. */
  shards?: { first: number; last: number; count: number };
}

export type DeskPlatform = 'slack' | 'discord' | 'web';

/** All that an operator can set; what is absent is off. */
export interface Config {
  stateDir: string;
  knowledgePath: string;
  dataDir: string;
  secretKey?: Secret;
  /** Where the state is, when it is not in a file. */
  databaseUrl?: Secret;
  /** Which part of the work this process does. */
  role: Role;
  /** ms; see StoreOptions. */
  lease?: number;
  retention: Retention;
  /** Probes and numbers for Prometheus. */
  metrics?: { host: string; port: number; token?: Secret };
  defaultLocale: string;
  logLevel: string;
  terminal: 'auto' | 'on' | 'off';
  web?: WebConfig;
  slack?: SlackConfig;
  discord?: DiscordConfig;
  desk?: DeskPlatform;
  agentAlias?: string;
  /** Queues, hours and people of the desk. */
  deskFile?: string;
  /** Ready-made replies of the operator. */
  repliesDir?: string;
  /** Folder of the operator's own topics. */
  topicsDir?: string;
  /** PEM files that sign Apple profiles. */
  signing?: SigningFiles;
  check: { allowNetworks: string[]; dnsServers: string[]; caFile?: string };
}

export type ConfigResult = { ok: true; config: Config } | { ok: false; faults: ConfigFault[] };

/** `packageRoot` holds `data/` and is where a built knowledge file goes. An empty variable counts as absent. */
export function readConfig(env: Record<string, string | undefined>, packageRoot: string): ConfigResult {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = schema.safeParse(given);
  if (result.success) return { ok: true, config: configFrom(result.data, packageRoot) };
  return {
    ok: false,
    faults: result.error.issues.map((issue) => {
      const { code, facts } = (issue.code === 'custom' ? issue.params : {}) as {
        code: FaultCode;
        facts: ConfigFault['facts'];
      };
      return { variable: String(issue.path[0]), code, facts };
    }),
  };
}

function configFrom(values: Variables, packageRoot: string): Config {
  return {
    stateDir: values.POSTILION_STATE_DIR ?? 'state',
    knowledgePath: values.POSTILION_KNOWLEDGE ?? join(packageRoot, 'dist', 'knowledge.sqlite'),
    dataDir: join(packageRoot, 'data'),
    role: values.POSTILION_ROLE ?? 'all',
    retention: retentionFrom(values),
    defaultLocale: values.DEFAULT_LOCALE ?? 'en',
    logLevel: values.LOG_LEVEL ?? 'info',
    terminal: values.TERMINAL ?? 'auto',
    check: {
      allowNetworks: values.CHECK_ALLOW_NETWORKS ?? [],
      dnsServers: values.CHECK_DNS_SERVERS ?? [],
      ...given({ caFile: values.CHECK_CA_FILE }),
    },
    ...given({
      secretKey: values.POSTILION_SECRET_KEY,
      databaseUrl: values.DATABASE_URL,
      metrics: metricsFrom(values),
      lease: values.LEASE_SECONDS && values.LEASE_SECONDS * 1000,
      web: webFrom(values),
      slack: slackFrom(values),
      discord: discordFrom(values),
      desk: values.DESK ?? onlyDesk(values),
      agentAlias: values.AGENT_ALIAS,
      deskFile: values.POSTILION_DESK,
      repliesDir: values.POSTILION_REPLIES,
      topicsDir: values.POSTILION_TOPICS,
      signing: signingFrom(values),
    }),
  };
}

function metricsFrom({ METRICS_PORT, METRICS_HOST, METRICS_TOKEN }: Variables): Config['metrics'] {
  if (METRICS_PORT === undefined) return undefined;
  return { host: METRICS_HOST ?? '127.0.0.1', port: METRICS_PORT, ...given({ token: METRICS_TOKEN }) };
}

const DAY = 24 * 3_600_000;

function retentionFrom(values: Variables): Retention {
  const days = given({
    messages: values.KEEP_MESSAGES_DAYS,
    conversations: values.KEEP_CONVERSATIONS_DAYS,
    attachments: values.KEEP_ATTACHMENTS_DAYS,
    tickets: values.KEEP_TICKETS_DAYS,
    gaps: values.KEEP_GAPS_DAYS,
    logs: values.KEEP_LOGS_DAYS,
  });
  return { ...RETENTION, ...Object.fromEntries(Object.entries(days).map(([name, count]) => [name, count * DAY])) };
}

function webFrom(values: Variables): WebConfig | undefined {
  if (values.WEB === 'off') return undefined;
  return {
    host: values.WEB_HOST ?? '127.0.0.1',
    port: values.WEB_PORT ?? 8025,
    autoconfig: values.AUTOCONFIG === 'on',
    ...given({ publicUrl: values.WEB_PUBLIC_URL, deskToken: values.WEB_DESK_TOKEN }),
  };
}

function signingFrom({ MOBILECONFIG_CERT_FILE, MOBILECONFIG_KEY_FILE }: Variables): SigningFiles | undefined {
  if (MOBILECONFIG_CERT_FILE === undefined || MOBILECONFIG_KEY_FILE === undefined) return undefined;
  return { certFile: MOBILECONFIG_CERT_FILE, keyFile: MOBILECONFIG_KEY_FILE };
}

function slackFrom(values: Variables): SlackConfig | undefined {
  if (values.SLACK_BOT_TOKEN === undefined) return undefined;
  return {
    botToken: values.SLACK_BOT_TOKEN,
    ...given({
      appToken: values.SLACK_APP_TOKEN,
      signingSecret: values.SLACK_SIGNING_SECRET,
      httpPort: values.SLACK_HTTP_PORT,
      apiUrl: values.SLACK_API_URL,
      deskChannel: values.SLACK_DESK_CHANNEL,
      deskGroup: values.SLACK_DESK_GROUP,
    }),
  };
}

function discordFrom(values: Variables): DiscordConfig | undefined {
  if (values.DISCORD_TOKEN === undefined) return undefined;
  return {
    token: values.DISCORD_TOKEN,
    messageContent: values.DISCORD_MESSAGE_CONTENT === 'on',
    ...given({
      applicationId: values.DISCORD_APPLICATION_ID,
      apiUrl: values.DISCORD_API_URL,
      deskChannel: values.DISCORD_DESK_CHANNEL,
      helperRoles: values.DISCORD_HELPER_ROLES,
      shards: values.DISCORD_SHARDS,
    }),
  };
}

/** A channel of a chat platform comes before the operator's page, where agents must look for themselves. */
function onlyDesk(values: Variables): DeskPlatform | undefined {
  if (values.SLACK_DESK_CHANNEL !== undefined) return 'slack';
  if (values.DISCORD_DESK_CHANNEL !== undefined) return 'discord';
  return values.WEB_DESK_TOKEN !== undefined && values.WEB !== 'off' ? 'web' : undefined;
}

type Given<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

/** Without the properties that are undefined. */
function given<T extends object>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;
}
