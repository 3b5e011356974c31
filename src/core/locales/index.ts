import { en } from './en/index.ts';
import { zhHans } from './zh-Hans/index.ts';
import { zhHant } from './zh-Hant/index.ts';

/** English is the measure: every other language is checked against its shape. */
export type Texts = typeof en;

/** The only list of languages, in the order in which a person chooses. */
const LOCALES: Record<string, Texts> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };

export const LANGUAGES = Object.keys(LOCALES);
export type Language = string;

/** The texts of a language; English where we do not speak it. */
export function texts(language: Language): Texts {
  return LOCALES[language] ?? en;
}

/** Puts facts into `{name}` places; a fact that is missing leaves its place empty. */
export function fill(template: string, facts: Record<string, string | number>): string {
  if (!template.includes('{')) return template;
  return joined(template.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '')));
}

/** Chinese has no blanks between its own characters; a template has one, since the fact may be a Latin name. */
const BLANK_IN_CHINESE = / (?<=\p{Script=Han}(?:\*\*)? )(?=(?:\*\*)?\p{Script=Han})/gu;

function joined(text: string): string {
  return text.replaceAll(BLANK_IN_CHINESE, '');
}
