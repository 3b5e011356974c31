import type { Language } from '../../core/index.ts';

/** Our language for a Discord locale. https://docs.discord.com/developers/reference#locales */
export function languageOf(locale: string | undefined): Language {
  if (locale === 'zh-TW' || locale === 'zh-HK') return 'zh-Hant';
  return locale?.startsWith('zh') === true ? 'zh-Hans' : 'en';
}
