import { describe, expect, it } from 'vitest';
import { homographOf } from '../../../src/core/providers/index.ts';
import { displayLabel } from '../../../src/core/providers/punycode.ts';
import { lookupsOf, provider } from './samples.ts';

const knowledge = lookupsOf(provider({ domains: ['gmail.com', 'icloud.com'] }));

describe('homographOf', () => {
  it.each([
    ['gmаil.com', 'gmail.com'],
    ['GMАIL.COM', 'gmail.com'],
    ['xn--gmil-63d.com', 'gmail.com'],
    ['ісӏоud.com', 'icloud.com'],
    ['gmáil.com', 'gmail.com'],
  ])('names what %s imitates', (domain, known) => {
    expect(homographOf(knowledge, domain)).toBe(known);
  });

  it.each(['gmail.com', 'bücher.de', 'почта.рф', 'xn--fiqs8s.cn', ''])('leaves %s alone', (domain) => {
    expect(homographOf(knowledge, domain)).toBeUndefined();
  });
});

describe('displayLabel', () => {
  it.each([
    ['xn--bcher-kva', 'bücher'],
    ['xn--fiqs8s', '中国'],
    ['xn--80ak6aa92e', 'аррӏе'],
    ['plain', 'plain'],
    ['xn--99999999', 'xn--99999999'],
    ['xn--', ''],
  ])('shows %s as %s', (label, shown) => {
    expect(displayLabel(label)).toBe(shown);
  });

  it('agrees with the platform on random names', () => {
    for (const name of ['例え', 'ñandú', 'øre', 'éè', 'παράδειγμα', 'пример', '👋wave']) {
      const encoded = new URL(`http://${name}.example`).hostname.split('.')[0] ?? '';

      expect(displayLabel(encoded)).toBe(name.normalize('NFC'));
    }
  });
});
