import type { LocalizationMap } from 'discord-api-types/v10';
import { texts, type Texts } from '../../core/index.ts';
import { cut, LIMITS } from './limits.ts';

/** Discord's locales that we speak, and the language that each is served. */
const LOCALIZED = { 'en-US': 'en', 'en-GB': 'en', 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant' } as const;

/** One concern's words in every locale, short enough for a command. */
export function localizedIn<Words>(concern: (all: Texts) => Words) {
  return (say: (words: Words) => string): LocalizationMap => {
    const entries = Object.entries(LOCALIZED).map(([locale, language]) => [
      locale,
      cut(say(concern(texts(language))), LIMITS.choiceText),
    ]);
    return Object.fromEntries(entries);
  };
}

export function describedIn<Words>(concern: (all: Texts) => Words) {
  const localized = localizedIn(concern);
  return (say: (words: Words) => string): { description: string; description_localizations: LocalizationMap } => ({
    description: cut(say(concern(texts('en'))), LIMITS.choiceText),
    description_localizations: localized(say),
  });
}
