import type { Examined } from '../../adapters/discord/index.ts';
import type { Config } from '../config/index.ts';
import { type DoctorFinding, findingIn } from './finding.ts';

const LEVELS: Partial<Record<Examined['code'], DoctorFinding['level']>> = {
  discordIntentOff: 'problem',
  discordDeskAway: 'problem',
  discordDeskRights: 'problem',
  discordNoServer: 'warning',
};

/** Where to add the app in Discord, what it may do there, and its commands. Silent where Discord is off or away. */
export async function checkDiscordApp(config: Config): Promise<DoctorFinding[]> {
  const { discord } = config;
  if (!discord) return [];
  const finding = findingIn(config);
  const { examine } = await import('../../adapters/discord/index.ts');
  try {
    const found = await examine({ ...discord, token: discord.token.reveal() });
    return found.map((one) => finding(LEVELS[one.code] ?? 'ok', one.code, 'facts' in one ? one.facts : {}));
  } catch {
    // The check of the tokens says already that nobody answers there, or that the token is wrong.
    return [];
  }
}
