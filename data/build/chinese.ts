import { Converter } from 'opencc-js/t2cn';
import type { DictGroup, DictLike } from 'opencc-js/core';
import { configs } from 'opencc-js/preset/t2cn';

/**
 * Traditional to simplified Chinese, Taiwan's words too (伺服器 → 服务器), flattened into one table of words:
 * building OpenCC's own tries takes 45 ms at every start, this table loads in 2 ms.
 */
export function simplificationTable(): Record<string, string> {
  const convert = Converter({ from: 'twp', to: 'cn' });
  const entries = words().flatMap((word): [string, string][] => {
    const simplified = convert(word);
    const letterByLetter = [...word].map((letter) => convert(letter)).join('');
    const needed = [...word].length === 1 ? simplified !== word : simplified !== letterByLetter;
    return needed ? [[word, simplified]] : [];
  });
  return Object.fromEntries(entries);
}

/** Source words of every dictionary that the conversion goes through. */
function words(): string[] {
  const groups: readonly DictGroup[] = configs['tw2sp']?.conversionChain ?? [];
  return groups.flatMap((group) => group.flatMap(sourceWords)).filter((word) => word !== '');
}

function sourceWords(dictionary: DictLike): string[] {
  if (typeof dictionary !== 'string') return dictionary.map(([word]) => word);
  return dictionary.split('|').map((line) => line.split(' ')[0] ?? '');
}

/** Names are compared simplified, folded and with single spaces, as the message is. */
export function nameNormaliser(): (name: string) => string {
  const convert = Converter({ from: 'twp', to: 'cn' });
  return (name) => convert(name.normalize('NFKC')).toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
