/** Numbers that look random, the same in every run (the constants of C's old `rand`). */
function scrambled(index: number): number {
  return ((index * 1_103_515_245 + 12_345) & 0x7fffffff) >>> 8;
}

const BASE_64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Pieces that, said again and again, give the patterns and look-ups most to do. */
const PIECES: ((index: number) => string)[] = [
  (index) => `imap.host${index}.example.org:993 `,
  (index) => `mail${index}.com `,
  (index) => `imap.gmial${index % 7}.com `,
  (index) => `user${index}@gmaik.co `,
  (index) => `user@gmial${index}.com `,
  (index) => `a.${'b'.repeat(40)}${index} `,
  (index) => `imap://me@host${index}.example@mail.example.org `,
  (index) => `${500 + (index % 56)} 5.7.${index % 30} `,
  (index) => `0x800ccc${(index % 256).toString(16).padStart(2, '0')} `,
  (index) => `10.${index % 250}.3.4 `,
  (index) => `imap server: imap.qq.com port: ${index % 2 === 0 ? 993 : 143} ssl: yes\n`,
  (index) => BASE_64[scrambled(index) % 64] ?? '',
  (index) => String.fromCharCode(0x4e00 + (scrambled(index) % 20_000)),
  (index) => String(scrambled(index) % 10),
  () => 'a',
  () => 'a.',
  () => 'a,',
  () => 'a@',
  () => 'a@a.',
  () => 'a\u200B',
  () => '\u202Eimap.gmail.com\u202C ',
  () => '!?.,;:()[]{}<>"\'`~@#$%^&*-_=+|\\/',
  () => '> > "\'',
  () => '<host:',
  () => '\uFDFA',
  () => '😀',
  () => 'ｉｍａｐ．ｑｑ．ｃｏｍ：９９３　',
  () => '邮箱服务器地址是什么收不到邮件怎么办密码错误授权码',
  () => 'qq邮箱imap服务器587端口gmail.com授权码',
  () => 'check imap.example.org every ',
  () => 'outlook thunderbird foxmail iphone mail android gmail app ',
  () => '\n',
  () => ' ',
];

/** One message of each kind, all of one length. */
export function hostileTexts(length: number): string[] {
  return PIECES.map((piece) => {
    let text = '';
    for (let index = 0; text.length < length; index++) text += piece(index);
    return text.slice(0, length);
  });
}
