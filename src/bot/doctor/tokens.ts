import * as z from 'zod';
import { texts } from '../../core/index.ts';
import type { Config } from '../config/index.ts';
import type { Secret } from '../secret.ts';
import { type DoctorFinding, findingIn } from './finding.ts';

/** One question that only a good token gets a yes to. */
interface TokenCheck {
  platform: 'slack' | 'discord';
  variable: string;
  url: string;
  method: 'GET' | 'POST';
  authorization: string;
}

const SLACK_API = 'https://slack.com/api/';
const DISCORD_API = 'https://discord.com/api';
/** ms */
const PATIENCE = 8000;

const slackAnswer = z.object({ ok: z.boolean() });

/** Asks each platform, at the configured address, whether it knows the tokens. */
export async function checkTokens(config: Config): Promise<DoctorFinding[]> {
  const { names, howTo } = texts(config.defaultLocale).cli;
  const finding = findingIn(config);
  const off = (['slack', 'discord'] as const)
    .filter((platform) => config[platform] === undefined)
    .map((platform) => finding('ok', 'off', { name: names[platform], how: howTo[platform] }));
  return [...(await Promise.all(checksFor(config).map((check) => ask(config, check)))), ...off];
}

function checksFor({ slack, discord }: Config): TokenCheck[] {
  return [
    ...(slack ? [slackCheck('SLACK_BOT_TOKEN', slack.botToken, 'auth.test', slack.apiUrl)] : []),
    ...(slack?.appToken ? [slackCheck('SLACK_APP_TOKEN', slack.appToken, 'apps.connections.open', slack.apiUrl)] : []),
    ...(discord ? [discordCheck(discord.token, discord.apiUrl)] : []),
  ];
}

function slackCheck(variable: string, token: Secret, method: string, api = SLACK_API): TokenCheck {
  const url = `${api.replace(/\/$/, '')}/${method}`;
  return { platform: 'slack', variable, url, method: 'POST', authorization: `Bearer ${token.reveal()}` };
}

function discordCheck(token: Secret, api = DISCORD_API): TokenCheck {
  const url = `${api.replace(/\/$/, '')}/v10/users/@me`;
  return { platform: 'discord', variable: 'DISCORD_TOKEN', url, method: 'GET', authorization: `Bot ${token.reveal()}` };
}

async function ask(config: Config, check: TokenCheck): Promise<DoctorFinding> {
  const finding = findingIn(config);
  const name = texts(config.defaultLocale).cli.names[check.platform];
  const accepted = await isAccepted(check);
  if (accepted === undefined) return finding('problem', 'unreachable', { name, url: new URL(check.url).origin });
  return accepted
    ? finding('ok', 'tokenGood', { name, variable: check.variable })
    : finding('problem', 'tokenBad', { name, variable: check.variable });
}

/** `undefined` when nobody said yes or no. */
async function isAccepted({ platform, url, method, authorization }: TokenCheck): Promise<boolean | undefined> {
  try {
    const response = await fetch(url, { method, headers: { authorization }, signal: AbortSignal.timeout(PATIENCE) });
    if (response.status === 401 || response.status === 403) return false;
    if (!response.ok) return undefined;
    return platform === 'discord' ? true : slackAnswer.parse(await response.json()).ok;
  } catch {
    return undefined;
  }
}
