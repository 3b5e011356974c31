import { type Arbitrary, array, constantFrom, integer, oneof, tuple } from 'fast-check';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';

function text(alphabet: string, minLength: number, maxLength = minLength): Arbitrary<string> {
  return array(constantFrom(...alphabet), { minLength, maxLength }).map((chars) => chars.join(''));
}

function pattern(parts: readonly (string | Arbitrary<string>)[]): Arbitrary<string> {
  const arbitraries = parts.map((part) => (typeof part === 'string' ? constantFrom(part) : part));
  return tuple(...arbitraries).map((all) => all.join(''));
}

const WORDS = [
  'Sommer',
  'tiger',
  'Perro',
  'hunter',
  'Wang',
  'natasha',
  'Liverpool',
  'sakura',
  'doudou',
  'Maria',
  'qwer',
];

/** What people choose, and what is generated for them: never a plain word alone. */
export const passwords = oneof(
  pattern([constantFrom(...WORDS), text(DIGITS, 2, 4), constantFrom('!', '#', '*', '@', '$')]),
  pattern([constantFrom(...WORDS), text(DIGITS, 5, 8)]),
  pattern([constantFrom(...WORDS), constantFrom('!', '@', '_', '#'), text(DIGITS, 2, 6)]),
  text(LOWER + UPPER + DIGITS, 10, 20).filter(isMixed),
  text(`${LOWER}${UPPER}${DIGITS}!@#$%^&*`, 9, 18).filter((value) => isMixed(value) && /^[A-Za-z0-9]/.test(value)),
);

function isMixed(value: string): boolean {
  return /\d/.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value) && /\w$/.test(value);
}

/** Sixteen letters, as Tencent, NetEase and Yahoo give them. */
export const codes = oneof(text(LOWER, 16), text(UPPER, 16), text(LOWER + UPPER + DIGITS, 16).filter(isMixed));

const spaced = (sign: string) => array(text(LOWER, 4), { minLength: 4, maxLength: 4 }).map((all) => all.join(sign));

const WORD = LOWER + UPPER + DIGITS;
const base64 = (value: Arbitrary<string>) => value.map((plain) => Buffer.from(plain).toString('base64'));

export const shaped: Record<string, Arbitrary<string>> = {
  'spaced app password': spaced(' '),
  'app password with hyphens': spaced('-'),
  'Slack bot token': pattern(['xoxb-', text(DIGITS, 11), '-', text(DIGITS, 12), '-', text(WORD, 24)]),
  'Slack app token': pattern([
    'xapp-1-A',
    text(UPPER + DIGITS, 10),
    '-',
    text(DIGITS, 13),
    '-',
    text('0123456789abcdef', 64),
  ]),
  'Slack webhook': pattern([
    'https://hooks.slack.com/services/T',
    text(UPPER + DIGITS, 9),
    '/B',
    text(UPPER + DIGITS, 10),
    '/',
    text(WORD, 24),
  ]),
  'Discord bot token': pattern(['M', text(WORD, 23), '.', text(WORD, 6), '.', text(WORD, 38)]),
  'Discord webhook': pattern(['https://discord.com/api/webhooks/', text(DIGITS, 18), '/', text(`${WORD}_-`, 68)]),
  'GitHub token': pattern([constantFrom('ghp_', 'gho_', 'ghs_', 'ghu_', 'ghr_'), text(WORD, 36)]),
  'GitHub fine-grained token': pattern(['github_pat_', text(WORD, 22), '_', text(WORD, 59)]),
  'GitLab token': pattern(['glpat-', text(`${WORD}_-`, 20)]),
  'npm token': pattern(['npm_', text(WORD, 36)]),
  'AWS key': pattern([constantFrom('AKIA', 'ASIA'), text(UPPER + DIGITS, 16)]),
  'AWS secret': pattern(['aws_secret_access_key=', text(`${WORD}/+`, 40)]),
  'Google key': pattern(['AIza', text(`${WORD}_-`, 35)]),
  'Google client secret': pattern(['GOCSPX-', text(`${WORD}_-`, 28)]),
  'Google access token': pattern(['ya29.', text(`${WORD}_-`, 60)]),
  'Azure storage key': pattern(['AccountKey=', text(WORD, 86), '==']),
  'Azure client secret': pattern([text(WORD, 3), '8Q~', text(`${WORD}_.`, 33), 'x']),
  'Alibaba key': pattern(['LTAI5t', text(WORD, 18)]),
  'Tencent key': pattern(['AKID', text(WORD, 32)]),
  'SendGrid key': pattern(['SG.', text(WORD, 22), '.', text(`${WORD}_-`, 43)]),
  'Stripe key': pattern(['sk_live_', text(WORD, 24)]),
  'OpenAI key': pattern(['sk-proj-', text(WORD, 40)]),
  'Telegram bot token': pattern([text('123456789', 10), ':AA', text(`${WORD}_-`, 33)]),
  JWT: pattern(['eyJ', text(WORD, 30), '.eyJ', text(WORD, 60), '.', text(`${WORD}_-`, 43)]),
  'AUTH PLAIN': base64(pattern(['\0user', text(LOWER, 5), '\0', text(WORD, 12)])).map((value) => `AUTH PLAIN ${value}`),
  'AUTH LOGIN dialogue': base64(pattern(['Pa', text(WORD, 10)])).map((value) => `334 UGFzc3dvcmQ6\n${value}`),
  'IMAP login line': text(WORD, 12)
    .filter(isMixed)
    .map((value) => `a1 LOGIN kim@example.org ${value}`),
  'password in an address': text(WORD, 10).map((value) => `imaps://kim:${value}@mail.example.org:993`),
  'private key': text(WORD, 64).map((value) => `-----BEGIN PRIVATE KEY-----\n${value}\n-----END PRIVATE KEY-----`),
};

/** What of a shaped secret must not be left standing. */
export function kernelOf(value: string): string {
  if (value.startsWith('-----')) return value.split('\n')[1] ?? value;
  const behind =
    /(?:PLAIN |UGFzc3dvcmQ6\n|example\.org |kim:|_key=|AccountKey=|services\/.*\/|webhooks\/\d+\/)([^@\s]+)/.exec(
      value,
    );
  return behind?.[1] ?? value;
}

const mobile = (parts: readonly (string | Arbitrary<string>)[]) => pattern(parts);
const digits = (count: number) => text(DIGITS, count);

export const phones = oneof(
  mobile(['1', constantFrom('3', '5', '8', '9'), digits(9)]),
  mobile(['1', constantFrom('3', '5', '8'), digits(1), ' ', digits(4), ' ', digits(4)]),
  mobile(['+86 1', constantFrom('3', '8'), digits(9)]),
  mobile(['(', constantFrom('415', '212', '646'), ') 555-', digits(4)]),
  mobile(['+1 ', constantFrom('415', '212'), '-555-', digits(4)]),
  mobile(['+44 7700 900', digits(3)]),
  mobile(['+49 151 ', digits(8)]),
  mobile(['0151 ', digits(8)]),
  mobile(['06 12 ', digits(2), ' ', digits(2), ' ', digits(2)]),
  mobile(['+34 612 ', digits(3), ' ', digits(3)]),
  mobile(['(11) 9', digits(4), '-', digits(4)]),
  mobile(['+55 11 9', digits(4), '-', digits(4)]),
  mobile(['+7 912 ', digits(3), '-', digits(2), '-', digits(2)]),
  mobile(['8 (912) ', digits(3), '-', digits(2), '-', digits(2)]),
  mobile(['090-', digits(4), '-', digits(4)]),
  mobile(['010-', digits(4), '-', digits(4)]),
  mobile(['0912-', digits(3), '-', digits(3)]),
  mobile(['0912', digits(6)]),
  mobile(['+852 9', digits(3), ' ', digits(4)]),
);

/** The digit that makes the Luhn sum a multiple of ten. */
function withLuhn(number: string): string {
  const sum = [...number].reverse().reduce((total, char, i) => {
    const doubled = i % 2 === 0 ? Number(char) * 2 : Number(char);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return number + String((10 - (sum % 10)) % 10);
}

const cards = tuple(constantFrom('4', '51', '55', '62'), digits(14), constantFrom('', ' ', '-')).map(
  ([head, rest, sign]) => (withLuhn((head + rest).slice(0, 15)).match(/\d{4}/g) ?? []).join(sign),
);

const CHINESE_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

const chineseIds = tuple(
  constantFrom('110105', '310115', '440304', '510107'),
  integer({ min: 1950, max: 2005 }),
  integer({ min: 1, max: 12 }),
  integer({ min: 1, max: 28 }),
  digits(3),
).map(([region, year, month, day, serial]) => {
  const body = region + String(year) + String(month).padStart(2, '0') + String(day).padStart(2, '0') + serial;
  const sum = CHINESE_WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return body + ('10X98765432'[sum % 11] ?? '');
});

/** Letter, sex, seven digits, and the digit that makes the weighted sum a multiple of ten. */
const taiwaneseIds = tuple(constantFrom(...'ABCDEFGHJKLMNPQRSTUVXY'), constantFrom('1', '2'), digits(7)).map(
  ([letter, sex, rest]) => {
    const code = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(letter) + 10;
    const weighted = [...(sex + rest)].reduce((total, char, i) => total + Number(char) * (8 - i), 0);
    const sum = Math.floor(code / 10) + (code % 10) * 9 + weighted;
    return letter + sex + rest + String((10 - (sum % 10)) % 10);
  },
);

/** One letter and six digits with a check digit in brackets; the blank before the letter counts as 36. */
const hongKongIds = tuple(constantFrom(...UPPER), digits(6)).map(([letter, body]) => {
  const values = [36, letter.charCodeAt(0) - 55, ...[...body].map(Number)];
  const sum = values.reduce((total, value, i) => total + value * (9 - i), 0);
  const check = (11 - (sum % 11)) % 11;
  return `${letter}${body}(${check === 10 ? 'A' : check})`;
});

const socialSecurity = pattern([
  constantFrom('219', '457', '078'),
  '-',
  constantFrom('09', '55'),
  '-',
  integer({ min: 1000, max: 9999 }).map(String),
]);

export const numbers: Record<string, Arbitrary<string>> = {
  card: cards,
  'Chinese identity number': chineseIds,
  'Taiwanese identity number': taiwaneseIds,
  'Hong Kong identity number': hongKongIds,
  'US social security number': socialSecurity,
};

const two = (max: number) => integer({ min: 1, max }).map((value) => String(value).padStart(2, '0'));

export const harmless: Record<string, Arbitrary<string>> = {
  date: oneof(
    pattern(['202', integer({ min: 0, max: 6 }).map(String), '-', two(12), '-', two(28)]),
    pattern([two(28), '.', two(12), '.2026']),
    pattern(['2026-', two(12), '-', two(28), ' ', two(23), ':', two(59), ':', two(59)]),
    pattern([two(12), '/', two(28), '/2025']),
    pattern(['2025年', two(12), '月', two(28), '日']),
  ),
  'error code': oneof(
    pattern(['0x800CCC', constantFrom('0E', '0F', '78', '92')]),
    pattern(['535 5.7.', integer({ min: 1, max: 139 }).map(String)]),
    pattern(['550-5.7.', integer({ min: 1, max: 26 }).map(String)]),
    pattern(['0x8004010F']),
    pattern(['AUTHENTICATIONFAILED']),
    pattern(['ERR_SSL_VERSION_OR_CIPHER_MISMATCH']),
    pattern(['AADSTS', integer({ min: 50000, max: 90100 }).map(String)]),
  ),
  host: oneof(
    pattern([
      constantFrom('imap', 'smtp', 'mail', 'pop3'),
      '.',
      text(LOWER, 5, 12),
      constantFrom('.com', '.cn', '.co.uk', '.de'),
    ]),
    pattern([
      constantFrom('imap', 'smtp'),
      '.',
      text(LOWER, 4, 8),
      constantFrom('365', '163', '24'),
      '.com:',
      constantFrom('993', '465', '587'),
    ]),
  ),
  port: pattern(['port ', constantFrom('25', '110', '143', '465', '587', '993', '995', '2525')]),
  version: oneof(
    pattern(['Outlook ', constantFrom('2013', '2016', '2019')]),
    pattern([
      'Thunderbird 1',
      digits(2),
      '.',
      integer({ min: 0, max: 14 }).map(String),
      '.',
      integer({ min: 0, max: 3 }).map(String),
    ]),
    pattern(['Windows 11 24H2']),
    constantFrom('TLS1.2', 'office365', 'iPhone15', 'OAuth2', 'IMAP4rev1', 'SHA256', 'UTF-8'),
  ),
  address: pattern([text(LOWER, 3, 9), text(DIGITS, 1, 8), '@', constantFrom('qq.com', '163.com', 'example.org')]),
  order: oneof(
    pattern(['order 202', digits(9)]),
    pattern(['订单 ', digits(16)]),
    pattern(['Bestellnummer ', digits(10)]),
    pattern(['invoice INV-2026-', digits(5)]),
    pattern(['ticket #', digits(8)]),
  ),
};
