import { placeId as discordPlace } from '../adapters/discord/ids.ts';
import { placeId as slackPlace } from '../adapters/slack/ids.ts';
import { DESK as WEB_DESK } from '../adapters/web/places.ts';
import type { ChatAdapter, PlaceId, Settings } from '../core/index.ts';
import type { Config, DeskPlatform } from './config/index.ts';
import type { DeskPart } from './desk/index.ts';

/** The platforms that this process serves, as far as they are there already. */
type AdapterOf = (name: string) => Pick<ChatAdapter, 'desk' | 'scoped'> | undefined;

/** What the core is to know of the configuration, and of what the platforms told of it. */
export function settingsFrom(config: Config, adapterOf: AdapterOf, desk: DeskPart): Settings {
  const place = config.desk && deskAt(config, config.desk, adapterOf);
  return {
    defaultLanguage: config.defaultLocale,
    ...(place !== undefined && { desk: place }),
    ...(config.agentAlias !== undefined && { agentAlias: config.agentAlias }),
    ...desk,
    ...(config.signing && { signsFiles: true }),
  };
}

/** An operator writes `slack:C0123`, or `web`; we keep `slack:T0123/C0123`. */
export function resolvePlace(config: Config, scoped: string, adapterOf: AdapterOf): string {
  const [name = '', id] = scoped.split(':');
  if (id === undefined) return deskAt(config, name, adapterOf) ?? scoped;
  return id.includes('/') ? scoped : (adapterOf(name)?.scoped?.(id) ?? scoped);
}

/** Of processes that share the work, one that does not serve a platform knows its desk by the configuration. */
function deskAt(config: Config, platform: string, adapterOf: AdapterOf): PlaceId | undefined {
  return adapterOf(platform)?.desk ?? CONFIGURED[platform]?.(config);
}

const CONFIGURED: Readonly<Partial<Record<string, (config: Config) => PlaceId | undefined>>> = {
  web: ({ web }) => (web?.deskToken === undefined ? undefined : WEB_DESK),
  slack: ({ slack }) =>
    slack?.deskChannel === undefined ? undefined : slackPlace({ team: '', channel: slack.deskChannel }),
  discord: ({ discord }) => (discord?.deskChannel === undefined ? undefined : discordPlace(discord.deskChannel)),
} satisfies Record<DeskPlatform, (config: Config) => unknown>;
