import { describe, expect, it } from 'vitest';
import { allTexts, localeTexts, type ShownText } from '../support/all-texts.ts';

const TEXTS = allTexts();
const CHINESE = ['zh-Hans', 'zh-Hant'];

/** Menu words of a mainland page stay as they are printed there. */
function withoutQuotations(text: string): string {
  return text.replaceAll(/「[^」]*」|『[^』]*』/g, '');
}

/** Labels of Taiwan and of Japan, as they are printed there. */
function withoutForeignLabels(text: string): string {
  return text.replaceAll(/[“「][^”」]*[”」]|（[^）]*[\u3040-\u30FF][^）]*）/g, '');
}

function offenders(texts: readonly ShownText[], offends: (text: string) => boolean): string[] {
  return texts.flatMap(({ where, parts }) => parts.filter(offends).map((part) => `${where}: ${part}`));
}

function placesOf(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');
}

describe('texts in traditional Chinese', () => {
  const written = TEXTS.filter((text) => text.language === 'zh-Hant');

  it.each(['郵箱', '證書', '賬號', '賬戶', '發件', '客戶端', '服務器', '端口', '默認', '郵件服務商'])(
    'do without %s',
    (word) => {
      const found = offenders(written, (text) => withoutQuotations(text).replaceAll('租用戶', '').includes(word));

      expect(found).toEqual([]);
    },
  );

  it('are written in traditional characters', () => {
    const simplified = /[们这为设邮务码号开选发账证错误网页时会来说请问题没关闭认识该办帐户]/;

    const found = offenders(written, (text) => simplified.test(withoutQuotations(text).replaceAll(/（[^）]*）/g, '')));

    expect(found).toEqual([]);
  });
});

describe('texts in simplified Chinese', () => {
  it('are written in simplified characters', () => {
    const traditional = /[們這為設郵務碼號開選發賬帳證錯誤網頁時會來說請問題沒關閉認識該辦]/;

    const found = offenders(
      TEXTS.filter((text) => text.language === 'zh-Hans' && !text.where.startsWith('locale common.name')),
      (text) => traditional.test(withoutForeignLabels(text)),
    );

    expect(found).toEqual([]);
  });
});

describe('texts of the data', () => {
  const data = TEXTS.filter((text) => text.kind !== 'locale');

  it('hold no place that nobody fills', () => {
    expect(
      offenders(data, (text) => placesOf(text.replaceAll(/\{(?:compareSettings|googleInChina)\}/g, '')) !== ''),
    ).toEqual([]);
  });

  it('exist in all languages', () => {
    const keyed = data.filter((text) => text.kind !== 'provider');
    const missing = keyed.flatMap(({ where, language, kind }) =>
      ['en', ...CHINESE]
        .map((other) => where.slice(0, -language.length) + other)
        .filter((other) => !keyed.some((text) => text.kind === kind && text.where === other)),
    );

    expect([...new Set(missing)]).toEqual([]);
  });

  it('are translated', () => {
    const chinese = data.filter((text) => CHINESE.includes(text.language) && text.kind !== 'provider');

    expect(offenders(chinese, (text) => /[a-z]{3,} [a-z]{2,}/.test(text) && !/\p{Script=Han}/u.test(text))).toEqual([]);
  });
});

describe.each(CHINESE)('the locale %s', (language) => {
  const english = new Map(localeTexts('en').map(({ where, parts }) => [where.slice(0, -'en'.length), parts[0] ?? '']));
  const pairs = localeTexts(language).map(({ where, parts }) => ({
    where,
    text: parts[0] ?? '',
    english: english.get(where.slice(0, -language.length)) ?? '',
  }));

  it('has the places of the English text, and no other', () => {
    const different = pairs.filter((pair) => placesOf(pair.text) !== placesOf(pair.english));

    expect(different).toEqual([]);
  });

  it('leaves no English sentence untranslated', () => {
    const left = pairs.filter((pair) => /[a-z]{3,}/.test(bare(pair.english)) && !/\p{Script=Han}/u.test(pair.text));

    expect(left).toEqual([]);
  });
});

/** Without places, code, addresses and names that are the same everywhere. */
function bare(text: string): string {
  return text.replaceAll(/\{\w+\}|`[^`]*`|https?:\S+|\b(?:Slack|Discord|Postilion|English)\b/g, '');
}
