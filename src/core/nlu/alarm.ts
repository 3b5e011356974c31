import { gated } from './gated.ts';
import { doubtsMessage } from './suspicious.ts';
import { contentWords } from './words.ts';

/** `given`: a password was typed into a false page, or a trap's link clicked; `after`: what else is asked of that; `doubt`: is a message genuine; `taken`: somebody else is in the mailbox. */
export type Alarm = 'given' | 'after' | 'doubt' | 'taken';

const GAVE =
  '(?:typ(?:ed|ing)|enter(?:ed|ing)|gave|given|giving|put|fill(?:ed|ing)|submitt?(?:ed)?|wrote|logg?(?:ed|ing) ?in|signed? in|told|us(?:ed|ing))';
const CLICKED = '(?:click(?:ed|ing)?|tapp?ed|pressed|opened|followed|went (?:to|on))';
const FALSE =
  '(?:fake|phish\\w*|scam\\w*|fraud\\w*|spoof\\w*|bogus|false|fals\\w*|dodgy|suspicious|malicious|not (?:the )?real)';
const SECRET = '(?:pass ?words?|passwd|pwd?|pass ?code|credentials|log-?in|details|code)';
const PLACE = '(?:page|site|web ?site|web ?page|link|form|mail|e-?mail|message|log ?in|window|popup)';

const GIVEN_ZH = '(?:输入?|填|打|写|给|交|登录?|提交)(?:入|上|进|进去)?(?:了|过|完)';
const FALSE_ZH = '(?:假|钓鱼|诈骗|骗子|骗人|仿冒|冒牌|山寨|伪造|可疑)';

/** Says it whatever was before. */
const GIVEN = gated(
  new RegExp(
    [
      `\\b${GAVE}\\b(?: \\w+){0,8} ${SECRET}\\b.{0,60}\\b${FALSE}\\b`,
      `\\b(?:logg?(?:ed|ing) in|sign(?:ed|ing) in|typ(?:ed|ing)|enter(?:ed|ing)|filled)\\b.{0,40}\\b(?:on|in|into|at|to) (?:an? |the |that |this |some )?${FALSE} (?:\\w+ ){0,2}${PLACE}\\b`,
      `\\b(?:gave|given|told|sent) (?:them|him|her|someone|somebody|(?:the |that |a )(?:caller|man|guy|woman|scammer|stranger))\\b(?: \\w+){0,3} ${SECRET}\\b`,
      `\\b${PLACE}\\b.{0,30}\\blook(?:ed|s)? (?:just |exactly )?like\\b.{0,60}\\b${GAVE}\\b`,
      '\\bmy pass ?word (?:may have been|might have been|may be|might be|was|is|has been|got) (?:\\w+ )?(?:stolen|phished)\\b|\\bhave my password\\b.{0,30}\\bclick',
      'passwort.{0,40}(?:gefälscht|falschen? (?:seite|webseite|link)|phishing|betrüg)|(?:gefälscht|phishing|betrüg).{0,40}passwort|auf (?:einen? )?phishing\\S*.{0,20}(?:reingefallen|hereingefallen|geklickt)',
      'mot de passe.{0,40}(?:faux site|fausse page|hameçonnage|phishing|arnaque)|(?:faux site|fausse page|hameçonnage|phishing|arnaque).{0,40}mot de passe|contraseña.{0,40}(?:(?:p[aá]gina|sitio|web) fals|phishing|estafa)|(?:(?:p[aá]gina|sitio|web) fals[ao]|phishing|estafa).{0,40}contraseña',
      `${FALSE_ZH}的?[^。，]{0,8}(?:网站|网页|页面|登录页)[^。]{0,16}(?:密码|登录|登入|${GIVEN_ZH})|(?:网站|网页|页面|链接|邮件)[^。，]{0,6}${FALSE_ZH}[^。]{0,12}密码`,
      `密码[^。，]{0,6}(?:发|给|告诉)[^。，]{0,3}(?:骗子|陌生人)|密码(?:好像|可能|是不是|应该|已经)?(?:被偷|被盗)(?:了|走)|密码(?:已经|被)?(?:泄露|泄漏|外泄)了(?!吗|没|么)`,
      `(?:点|按)(?:了|开|进)[^。，]{0,8}(?:垃圾|可疑|陌生)[^。，]{0,6}(?:链接|连结)`,
      `\\b${FALSE}(?: \\w+){0,2} ${PLACE}\\b.{0,60}\\b(?:password|credentials|log-?in details)\\b`,
      `\\bpassword\\b.{0,40}\\b(?:into|in|on|at|to) (?:an? |the |that |this |some )?${FALSE}\\b`,
      `\\b${CLICKED}\\b.{0,60}\\b${FALSE}(?: \\w+){0,2} ${PLACE}\\b|\\b${FALSE}(?: \\w+){0,2} ${PLACE}\\b.{0,40}\\b${CLICKED}\\b`,
      "\\b(?:i|we|she|he|mum|mom|dad|wife|husband|colleague|and)(?:['’]ve| have| has)? ?(?:\\w+ )?(?:fell for|fallen for|got phished|been phished|was phished|got scammed|been scammed|was scammed|was tricked|been tricked|got tricked)\\b|^(?:got |i am |i['’]m )?(?:phished|scammed)\\b",
      `\\bgave\\b(?: \\w+){0,4} password(?: \\w+){0,2} (?:to|on) (?:an? |the |some )?(?:scammers?|strangers?|hackers?|callers?|fraudsters?|phone)\\b`,
      `${FALSE_ZH}的?(?:网站|网页|页面|链接|连结|邮件|信|登录页|网址)[^。]{0,16}(?:密码|${GIVEN_ZH})|密码[^。]{0,12}${FALSE_ZH}的?(?:网站|网页|页面|链接|网址|的?那|地方)`,
      `(?:点|按|戳)(?:了|进|开|过|击)[^。]{0,10}${FALSE_ZH}|${FALSE_ZH}[^。，]{0,6}(?:邮件|链接|信)[^。]{0,8}(?:点|按|戳)(?:了|进|开|过)`,
      '(?<!同行|客户|别人|人家)被(?:人|他们)?骗(?:了|走)|(?:我|好像|可能|是不是)[^，。]{0,4}(?:上当|中招|受骗|中标|被骗|被钓鱼)|^(?:中招|上当|受骗)|被钓(?:鱼)?了|(?:密码|账号|帐号)(?:被)?骗(?:走|去)',
    ].join('|'),
  ),
);

/** Says it of a link; of a program's window or a certificate the same words mean nothing bad. */
const CLICKED_AND_GAVE = gated(
  new RegExp(
    [
      `\\b${CLICKED}\\b.{0,60}\\b${GAVE}\\b.{0,24}\\b(?:password|details|credentials|log-?in|code|everything|it all)\\b`,
      `\\b${GAVE}\\b(?: \\w+){0,4} (?:password|details|credentials)\\b.{0,40}\\b(?:in|on|at|from|of) (?:the|that|this|a) (?:(?:page|site|form|link)(?: \\w+){0,2} (?:from|in|of) (?:an?|the|that) )?(?:link|mail|e-?mail|message|text)`,
      `(?:点|按|戳)(?:了|进|开|过|击)[^。]{0,14}${GIVEN_ZH}[^。，]{0,6}(?:密码|账号|帐号|资料)`,
      `(?:点|按)(?:了|进去|开|过)[^。]{0,8}密码[^，。]{0,4}(?:输|填|打)`,
      `(?:链接|连结|那封(?:邮件|信)|邮件里的)[^。]{0,12}${GIVEN_ZH}[^。，]{0,6}密码`,
      `${GIVEN_ZH}[^。，]{0,4}密码[^。]{0,14}(?:被盗|被骗|盗号)|(?:已经|我)[^，。]{0,3}点了[^。]{0,6}还?输(?:入)?了?密码`,
    ].join('|'),
  ),
);
const OF_A_PROGRAM =
  /\b(?:imap|smtp|pop3?|servers?|certificate|continue|outlook|thunderbird|foxmail|apple mail|add (?:my|an?|the)|set ?up|install\w*|can(?:not|['’]?t) connect|error)\b|证书|服务器|客户端|添加|设置|报错|连不上/;

/** A mail that frightens or tempts, told of without asking. */
const TRAP_MAIL = gated(
  /\b(?:mail|message|notice|letter|sms|text)\b(?: \w+){0,4} (?:that|saying|says?|said|claim\w*|telling|tells|where|about)\b.{0,60}\b(?:will be|is going to be|gets?|to be|would be|has been|was|is) (?:\w+ )?(?:closed?|deleted|blocked|suspended|deactivated|locked|disabled|terminated|limited|cancell?ed)\b.{0,60}\b(?:click|link|verify|confirm)|\b(?:mail|message)\b.{0,40}\b(?:wants?|asks?|asking|says?|tells?)\b.{0,24}\b(?:click|verify|confirm|update)\b.{0,30}\b(?:link|here|account|password|details)|(?:邮件|短信|一封信?)[^。]{0,24}(?:停用|关闭|冻结|注销|删除|封(?:停|号|掉|禁))[^。]{0,16}(?:点(?!开)|链接|验证|确认)|(?:邮件|短信)(?:里|上)?(?:说|写着?)?[^。，]{0,6}(?:要|让|叫)我[^。，]{0,8}(?:点(?:链接|这里|击)|验证账|确认账)/,
);

/** In a talk of such a mail so little says that it was followed. */
const FOLLOWED = gated(
  new RegExp(
    [
      `\\b(?:i|did|already|we|she|he)\\b.{0,20}\\b(?:${CLICKED}|click)\\b|\\b${GAVE}\\b.{0,24}\\b(?:password|it|there|details|everything|code)\\b`,
      `(?:点|按|戳)(?:了|进|开|过)|${GIVEN_ZH}|密码(?:也|都|已经)?(?:输|填|给)`,
    ].join('|'),
  ),
);

/** What is asked or told when the password is out. */
const AFTERWARDS = gated(
  /\b(?:what|anything|something) (?:else|now|next|more)\b|\b(?:and|so|what) then\b|what (?:do|should|can|must) i do|\b(?:enough|all done)\b|is (?:that|it|this) (?:all|bad|ok|safe)|\bbad\?|\bhow bad\b|\bwhich (?:one )?first\b|\b(?:stolen|steal|hacked|hijack\w*|danger\w*|safe)\b|\bread (?:all )?my (?:e-?)?mails?\b|\b(?:company|work|office|business|school) (?:mail|e-?mail|account|address|mailbox)\b|\bit['’]?s (?:a |my |the )?(?:company|work|school)\b|\b(?:bank|card|paypal)\b|\b(?:changed|change|changing) (?:it|the password|my password|that)\b|still get in|还(?:要|需要|得|应该|用)|然后呢|接下来|下一步|够了|够吗|怎么办|咋办|盗|偷|骗|安全|危险|要紧|有事|没事|公司|单位|学校|企业|银行|(?:改|换)(?:好|完|掉|了)?(?:密码|完)|密码(?:改|换)|(?:看|读)到我的(?:邮件|信)/,
);
/** Another matter than what was given away. */
const OTHER_MATTER =
  /\b(?:imap|smtp|pop3?|servers?|ports?|settings|outlook|thunderbird)\b|服务器|端口|客户端|foxmail|收不到|发不出/;
const SHORT_ENOUGH = 16;

/** Whoever is alarmed says so at once. */
const SEEN = 500;

/** Whether somebody is in danger of losing a mailbox, or fears it. `text` is normalised, `before` what the person wrote, newest first. */
export function alarmIn(whole: string, before: () => readonly string[]): Alarm | undefined {
  const text = whole.slice(0, SEEN);
  if (saysGiven(text)) return before().some(saysGiven) ? 'after' : 'given';
  const short = contentWords(text) <= SHORT_ENOUGH;
  if (short && FOLLOWED.test(text) && !OF_A_PROGRAM.test(text) && before().some(speaksOfTrap)) return 'given';
  if (speaksOfTrap(text)) return 'doubt';
  if (!short || OTHER_MATTER.test(text)) return undefined;
  if (AFTERWARDS.test(text) && before().some(saysGiven)) return 'after';
  if (TAKEN.test(text) && !TROUBLE_SINCE.test(text)) return 'taken';
  return ASKS_WHETHER.test(text) && before().slice(0, 2).some(speaksOfTrap) ? 'doubt' : undefined;
}

/** Of a mailbox; other accounts are not ours. */
const TAKEN = gated(
  /\b(?:e-?mail|mail ?box|inbox|gmail|yahoo|outlook|hotmail|icloud|aol)(?: account| address)? (?:was|is|has been|got|gets|been|may be|might be) (?:\w+ )?(?:hacked|hijacked|compromised|taken over)\b|\b(?:someone|somebody|a stranger) (?:else )?(?:got|is|has been|was|broke|logged|signed) in(?:to)? my (?:e-?mail|mail|inbox|account)|(?:邮箱|信箱|(?<!(?:qq|微信|游戏|抖音|steam|line|facebook|fb|ig) ?)(?:账号|帐号))(?:好像|可能|是不是|已经)?(?:被盗|被黑|被人?(?:入侵|登|破解|盗)|遭盗|被骇)|有(?:陌生)?人(?:登录|登入|进入?|进了|偷用|用)(?:了|过)?我的?(?:邮箱|信箱)|(?:邮箱|信箱)[^，。]{0,6}(?:自己|自动|一直)(?:往外)?(?:发|寄)(?:出)?垃圾/,
);
/** What came of it, where that is the question. */
const TROUBLE_SINCE =
  /\b(?:changed|new) (?:the |my )?password|refus|reject|block(?:ed)? (?:my )?(?:sending|outgoing)|now (?:i )?(?:can|no)|改了密码|被拒|退信|发不|收不|登不|ssl|pop3?|风险/;

/** "Is it real?", of what was told a turn before. */
const ASKS_WHETHER = gated(
  /\b(?:real|genuine|legit\w*|fake|scam|trust(?:ed|worthy)?|phishing|safe|believe)\b|真的|假的|可信|骗|钓鱼|可以点|能点|要不要点/,
);

/** What would come of it, asked beforehand. */
const BEFOREHAND = /\bif i (?:type|enter|put|click|give)\b|(?:如果|要是|假如)我?(?:输|点|填)/;

function saysGiven(text: string): boolean {
  if (BEFOREHAND.test(text)) return false;
  return GIVEN.test(text) || (CLICKED_AND_GAVE.test(text) && !OF_A_PROGRAM.test(text));
}

function speaksOfTrap(text: string): boolean {
  return doubtsMessage(text) || TRAP_MAIL.test(text);
}
