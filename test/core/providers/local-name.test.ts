import { expect, it } from 'vitest';
import { localNameIn } from '../../../src/core/providers/index.ts';

it.each([
  ['授权码', 'en', '授权码'],
  [undefined, 'en', undefined],
  [{ de: 'Passwort', en: 'password' }, 'de', 'Passwort'],
  [{ de: 'Passwort', en: 'password' }, 'zh-Hant', 'password'],
  [{ 'zh-Hans': '密码', en: 'password' }, 'zh-Hant', '密码'],
  [{ de: 'Passwort' }, 'fr', 'Passwort'],
])('%j is for a reader of %s: %s', (localName, language, expected) => {
  const password = { kind: 'app-password' as const, sources: [], confidence: 'high' as const };

  expect(localNameIn({ ...password, ...(localName !== undefined && { localName }) }, language)).toBe(expected);
});
