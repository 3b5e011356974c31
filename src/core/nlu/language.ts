/** Common words that tell languages in Latin and Cyrillic script apart; short lines hold few words, so each one counts. */
const WORDS: Record<string, string> = {
  en: "the is are my i to not and it in of for what how can cannot wont won't does doesn't why with on you me that this have has was do don't please which server mail email settings password from when but or a an using use help get everyone here come go now right works work send receive incoming outgoing no yes still same again done tried nothing only also free as off well nope yep just all there if so too i'm it's that's",
  de: 'der die das ist nicht ich und mein meine meinen ein eine wie was kann mit auf für bei von zu im es wird warum wo welche server geht kein keine passwort mails postfach konto habe seit aber oder sie mir einrichten posteingang postausgang',
  fr: "le la les est pas je et mon ma mes un une comment quel quelle avec sur pour de du des que qui ne ça ca dans marche serveur mot passe courrier messagerie boite boîte bonjour depuis mais ou j'ai c'est plus recevoir envoyer",
  es: 'el la los las es no mi mis y un una como cómo qué que con en para de del por se puedo correo contraseña servidor hola desde pero o cuál cual me sale tengo funciona configurar enviar recibir entrante saliente',
  'pt-BR':
    'o a os as é não nao meu minha e um uma como qual que em para de do da por se posso consigo senha servidor olá oi desde mas ou dá tenho funciona configurar enviar receber e-mail está caixa',
  it: 'il lo la gli è non mio mia e un una come quale che con per di del posso posta password server ciao ma o ho funziona casella',
  ru: 'не и в на я что как мой моя почта почту пароль сервер для с по у это но или есть нет какой порт пишет ошибка через уже',
};
const PROFILE = profiles();

function profiles(): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const [language, words] of Object.entries(WORDS)) {
    for (const word of words.split(' ')) map.set(word, [...(map.get(word) ?? []), language]);
  }
  return map;
}

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;
const CYRILLIC = /\p{Script=Cyrillic}/gu;
const HAN = /\p{Script=Han}/u;
/** Latin script ends before the first Cyrillic letter, and stands on a few later pages that are no words of ours. */
const NOT_LATIN = /[\u0400-\uFFFF]/;
const LATIN_WORD = /[\p{L}']+/gu;
/** Letters that only one of our Latin-script languages uses. */
const MARKS: [RegExp, string][] = [
  [/[äöüß]/, 'de'],
  [/[ñ¿¡]/, 'es'],
  [/[ãõ]/, 'pt-BR'],
  [/[çœêèà]/, 'fr'],
];

/**
 * BCP 47 tag of a message as written, or undefined when it says too little ("535", "imap?").
 * Han scripts: a character that conversion changes was traditional.
 */
export function detectLanguage(text: string, simplify: (text: string) => string): string | undefined {
  if (NOT_LATIN.test(text)) {
    if (KANA.test(text)) return 'ja';
    if (HANGUL.test(text)) return 'ko';
    if (HAN.test(text)) return hanScript(text, simplify);
    if ((text.match(CYRILLIC)?.length ?? 0) > 2) return 'ru';
  }
  return latinLanguage(text.toLowerCase());
}

/** `zh` where the message holds only characters that both scripts share: they decide nothing. */
function hanScript(text: string, simplify: (text: string) => string): 'zh' | 'zh-Hans' | 'zh-Hant' {
  let balance = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < FIRST_HAN) continue;
    if (SIMPLIFIED_ONLY.has(code)) balance--;
    else if (!IN_BOTH.has(code) && isTraditional(text.codePointAt(at) ?? code, simplify)) balance++;
  }
  if (balance === 0) return TAIWAN_WORD.test(text) ? 'zh-Hant' : 'zh';
  return balance > 0 ? 'zh-Hant' : 'zh-Hans';
}

/** Written with characters that both scripts share, but said in Taiwan only. */
const TAIWAN_WORD = /奇摩|伺服器|位址|收件匣|寄件匣|使用者|通行碼/;

const FIRST_HAN = 0x2e80;

function isTraditional(code: number, simplify: (text: string) => string): boolean {
  const char = String.fromCodePoint(code);
  return simplify(char) !== char;
}

function codesOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (char) => char.charCodeAt(0)));
}

/** Characters that the converter changes although people write them in both scripts. */
const IN_BOTH = codesOf('着里么后只面台於乾昇註');
/** The most frequent characters that exist in simplified script only. */
const SIMPLIFIED_ONLY = codesOf(
  '这个们来时对为务设码号发连错误证书协议户网页说话电脑软认权专业级动态启关闭开验输转东车马见长门问进还让给过样难题从众优传体价钱点没显请谢识测试键卫腾讯绑别帮总爱师资实际应该当简单经过现写读将张图标签创报警执听声记录运营环线统选项处据数机讨论变换间确无费试谁谷该听迟亲边达迁适递远违',
);

/** Names of servers and addresses belong to no language. */
const ADDRESS = /(?<!\S)\S+[@.]\S+/g;

/** One word that another language has, too, tells nothing among many. */
const TELLING = 2;
const TELLING_SHARE = 0.2;

function latinLanguage(text: string): string | undefined {
  const scores = new Map<string, number>();
  const words = text.replaceAll(ADDRESS, ' ').match(LATIN_WORD) ?? [];
  for (const word of words) {
    for (const language of PROFILE.get(word) ?? []) scores.set(language, (scores.get(language) ?? 0) + 1);
  }
  for (const [mark, language] of MARKS) if (mark.test(text)) scores.set(language, (scores.get(language) ?? 0) + 1.5);
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < Math.min(TELLING, words.length * TELLING_SHARE)) return undefined;
  return best[1] === second?.[1] && scores.get('en') === best[1] ? 'en' : best[0];
}
