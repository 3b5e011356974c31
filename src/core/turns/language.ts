import { LANGUAGES } from '../locales/index.ts';
import type { Event, Situation } from '../model.ts';

/**
 * The language of the answer: the person's saved choice, else the script of this message (characters
 * that both Han scripts share never switch it), else the conversation's, else the platform's hint, else the default.
 */
export function answerLanguage(event: Event, situation: Situation, detected: string): string {
  const { person, conversation, settings } = situation;
  const hints = [conversation.language, event.locale, settings.defaultLanguage];
  if (person.language !== undefined) return person.language;
  if (detected === 'zh') return hints.map(spoken).find((language) => language?.startsWith('zh')) ?? 'zh-Hans';
  if (detected !== '') return spoken(detected) ?? 'en';
  return hints.map(spoken).find((language) => language !== undefined) ?? 'en';
}

const TRADITIONAL = /^zh-(?:tw|hk|mo|hant)/i;

/** The locale of ours that a BCP 47 tag means. */
export function spoken(tag: string | undefined): string | undefined {
  if (tag === undefined || tag === '') return undefined;
  if (/^zh/i.test(tag)) return TRADITIONAL.test(tag) ? 'zh-Hant' : 'zh-Hans';
  const base = tag.split('-')[0]?.toLowerCase();
  return LANGUAGES.find((language) => language.toLowerCase() === base);
}
