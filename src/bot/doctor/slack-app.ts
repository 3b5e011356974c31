import * as z from 'zod';
import { ALL_SCOPES, neededScopes } from '../../adapters/slack/scopes.ts';
import type { Config, SlackConfig } from '../config/index.ts';
import { type DoctorFinding, findingIn } from './finding.ts';

const SLACK_API = 'https://slack.com/api/';
/** ms */
const PATIENCE = 8000;

/** How Slack names what a token may do, with every answer. https://docs.slack.dev/authentication/installing-with-oauth */
const SCOPES_HEADER = 'x-oauth-scopes';

const channelAnswer = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  channel: z.object({ is_member: z.boolean().optional(), is_archived: z.boolean().optional() }).optional(),
});
type ChannelAnswer = z.infer<typeof channelAnswer>;

/** What the app in Slack may do and what it needs; that it stands in the desk's channel. Silent where Slack is. */
export async function checkSlackApp(config: Config): Promise<DoctorFinding[]> {
  const { slack } = config;
  if (!slack) return [];
  try {
    return [...(await checkScopes(config, slack)), ...(await checkDesk(config, slack))];
  } catch {
    // The check of the tokens says already that nobody answers there.
    return [];
  }
}

function call(slack: SlackConfig, method: string, args: Record<string, string> = {}): Promise<Response> {
  return fetch(`${(slack.apiUrl ?? SLACK_API).replace(/\/$/, '')}/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.botToken.reveal()}` },
    body: new URLSearchParams(args),
    signal: AbortSignal.timeout(PATIENCE),
  });
}

async function checkScopes(config: Config, slack: SlackConfig): Promise<DoctorFinding[]> {
  const finding = findingIn(config);
  const response = await call(slack, 'auth.test');
  await response.body?.cancel();
  const header = response.headers.get(SCOPES_HEADER);
  if (header === null) return [];
  const granted = new Set(header.split(',').map((scope) => scope.trim()));
  const { deskChannel, deskGroup } = slack;
  const use = { tickets: config.desk !== undefined, desk: deskChannel !== undefined, group: deskGroup !== undefined };
  const missing = neededScopes(use).filter((scope) => !granted.has(scope));
  const unneeded = [...granted].filter((scope) => scope !== '' && !ALL_SCOPES.includes(scope));
  return [
    missing.length === 0
      ? finding('ok', 'scopesGood')
      : finding('problem', 'scopesMissing', { scopes: missing.join(', ') }),
    ...(unneeded.length === 0 ? [] : [finding('warning', 'scopesUnneeded', { scopes: unneeded.join(', ') })]),
  ];
}

async function checkDesk(config: Config, slack: SlackConfig): Promise<DoctorFinding[]> {
  const { deskChannel: channel } = slack;
  if (channel === undefined) return [];
  const response = await call(slack, 'conversations.info', { channel });
  const answer = channelAnswer.parse(await response.json());
  return [deskFinding(config, channel, answer)];
}

function deskFinding(config: Config, channel: string, { ok, error, channel: found }: ChannelAnswer): DoctorFinding {
  const finding = findingIn(config);
  if (!ok && error !== 'channel_not_found') return finding('warning', 'deskUnchecked', { channel, error: error ?? '' });
  // A private channel that the app is not in does not exist for it.
  if (!ok || found?.is_member === false) return finding('problem', 'deskNotIn', { channel });
  return found?.is_archived === true
    ? finding('problem', 'deskArchived', { channel })
    : finding('ok', 'deskGood', { channel });
}
