import type { IntentName, Slots } from '../model.ts';
import { chatKind } from './chat.ts';
import { gated } from './gated.ts';
import { asksWhetherUsed } from './still-used.ts';
import { MAIL } from './lexicon.ts';
import { asksLookUp } from './look-up.ts';
import type { Extraction } from './slots/index.ts';
import { deniesPerson } from './remarks.ts';
import { asksWhoRuns } from './who-runs.ts';
import { contentWords } from './words.ts';

export interface RuleHit {
  id: string;
  intent: IntentName;
  confidence: number;
}

interface Rule extends RuleHit {
  /** `known`: what the conversation remembers, where mail is its subject. */
  when(text: string, extraction: Extraction, known: Slots): boolean;
}

const HUMAN =
  /^(?:请|我要|我想|帮我|快)?(?:转|找|换|接|联系)?(?:个|一下)?(?:人工|真人|人工客服|客服人员|活人|专员)(?:客服|服务|坐席)?(?:吧|啊|呢|谢谢)?$|转人工|转接?(?:到|给)?(?:[一两]?[个位名])?(?:真人|客服|专员)|找真人|人工客服|(?:talk|speak|chat|connect me|put me (?:through|thru)|transfer me) (?:to|with) (?:an? |the |your )?(?:real |actual |live )?(?:human|person|agent|someone|somebody|representative|operator|support|customer)|(?:real|live|actual) (?:human|person|agent)|^(?:human|agent|operator|representative)(?: please)?[.!]*$|有人(?:在)?吗.*人工|オペレーター|担当者と|人と話|상담원|사람이랑|mitarbeiter|mit einem menschen|parler (?:à|avec) (?:un|une|quelqu)|hablar con (?:una?|alguien)|falar com (?:um|uma|algu[eé]m)|atendente|оператор|живым человеком/;
const THANKS =
  /^(?:(?:ok(?:ay)?|好的?|嗯+|行|哦+|great|perfect|awesome|nice|cool|super|yes|yep|k|alright)[\s,.!，。]*)?(?:thanks?(?: you)?|thx|ty|cheers|ta|谢谢(?:您|你|啦|了)?|谢了|谢啦|多谢|感谢|感恩|merci|danke(?: schön)?|gracias|obrigad[oa]|спасибо|ありがとう(?:ございます|ございました)?|감사합니다|고마워요?)(?:[\s,.!，。~～]*(?:a lot|so much|very much|bye|everyone|all|啦|了|哈|!|。)*)*$/;
const FIXED = gated(
  /(?:换|改|弄|调|设).{0,10}(?:就好了|好使|好了|可以了|行了|能用了)|搞定|解决了|弄好|好使了|可以(?:收|发|寄)了|能(?:收|发|用|登)了|(?<!\bi )(?<!\bi already )did it|(?:solved|fixed|sorted) (?:it|now)|(?:did|does) the trick|(?:it )?works (?:now|again|fine now)|working now|all good now|geht jetzt|klappt jetzt|ça marche maintenant|ya (?:qued[oó]|funciona)|funcionou|заработал|直りました|できました|됐어요|해결/,
);
const STILL_WRONG = /不|没|还是|一样|(?<!搞)不定|\bsame\b|\bnot\b|n['’]t|still|but|nicht|\bno\b|吗|\?/;
/** The three questions that everybody asks. */
const IS_IT_SAFE = gated(
  /(?:邮件|邮箱|信箱|mail|imap|smtp).{0,12}(?:安全|加密)(?:吗|么|嘛|不|没)|is (?:my|this|the|our) (?:e?-?mail )?server (?:safe|secure|encrypted)/,
);
/** Not the server is asked about, but the way to it. */
const PUBLIC_NETWORK = /wi-?fi|wlan|hotspot|无线网|热点|公共网/;
const ADDRESS_WRONG = gated(
  /(?:服务器|主机)的?(?:地址|名称|名字)?.{0,6}(?:错了|填错|不对|写错|输错|有误|不正确)|server (?:address|name) (?:is|seems|looks|must be|might be) (?:wrong|incorrect|invalid)|wrong server (?:address|name)/,
);
/** Whoever changes over must hear of the back-up first, whatever else is asked. */
const CHANGES_PROTOCOL = gated(
  /(?:switch|chang|convert|mov|migrat)[a-z]*\b.{0,40}\b(?:pop3?.{0,20}\bto imap|imap.{0,20}\bto pop)|pop3?.{0,6}(?:改|换|转|切换?)(?:成|到|为)? ?imap|imap.{0,6}(?:改|换|转|切换?)(?:成|到|为)? ?pop/,
);
/** Beside praise or a complaint: the mail is what to speak of. */
const TROUBLE =
  /\bbut\b|\?|\bhow\b|\bwhy\b|\bcan(?:not|['’]?t)\b|(?:do|does|wo)n['’]?t\b|但|不过|怎么|为什么|吗|收不|发不|登不|连不/;
const GREETING =
  /^(?:hi|hello|hey|good (?:morning|evening|afternoon)|你好|您好|早上好|晚上好|在吗|在不在|哈喽|嗨|hallo|guten tag|bonjour|hola|olá|oi|привет|здравствуйте|こんにちは|안녕하세요)(?: there)?[\s!,.。！~～?？]*$/;
/** Says that it was read, and no more. */
const NOTED =
  /^(?:嗯+|哦+|喔+|噢+|好(?:的|吧|啊)?|行(?:吧)?|收到|明白了?|知道了|懂了|了解了?|ok(?:ay)?|k|got it|i see|understood|noted|aha)[\s.!。！~]*$/;
const NEVER_MIND = /^(?:算了|不用了|没事了|算了不用了|never ?mind|forget it|nvm)[\s.!。，,]*(?:谢谢)?$/;
const CALL_ME = gated(
  /(?:somebody|someone|please|can you|could you|anyone)[^.?!]{0,12}(?:call|phone|ring) me|(?:call|phone|ring) me (?:back|please|at|on)|打(?:个)?电话给我|给我(?:打|回)个?电话|回(?:个)?电话|remote in|rufen sie mich|rappelez|ll[aá]m[ae]nme|me ligu?e|перезвоните/,
);
const CHECK_VERB =
  '(?:\\b(?:check|test|verify|probe|inspect|prüfe?n?|teste|vérifie[rz]?|comprueba|revisa|verifica)\\b|检查(?!过)|检测(?!过)|检验|测一下|测试|测下|查一下|看看|チェック|調べ|확인|проверь)';
const CHECK = new RegExp(
  `${CHECK_VERB}[^?]{0,60}<(?:host|domain)|<(?:host|domain)[^?]{0,60}(?:${CHECK_VERB}|safe|secure|encrypted|genuine|legit|trustworthy|scam|fake|phishing|安全|加密|可信|靠谱|钓鱼|诈骗|假的)|(?:safe|secure|encrypted|legit)[^?]{0,40}<(?:host|domain)`,
);
/** Orders to us rather than questions: text like any other, and not ours to follow. */
const ORDERS = gated(
  /(?:ignore|forget|disregard) (?:all |your |any |the )*(?:previous |prior |above )?(?:instructions|rules|prompts?)|system prompt|you are now|developer mode|开发者模式|(?:改|换|删|写|更新).{0,6}(?:你们?的?)?数据库|(?:数据)?库里.{0,8}(?:改|换|删|加)|(?:update|change|edit|delete|set) .{0,30}(?:your|the) (?:database|records)|(?:last|previous|other|another) (?:user|person|customer)(?:'?s|s')? .{0,20}(?:password|code|mail|data|question)|(?:上一个|前一个)(?:用户|人|客户)|(?:别的|其他|别人)(?:的?用户|人|客户)?的[^，。]{0,6}(?:密码|授权码|资料|数据|信息|对话|聊天|提问)/,
);
export const SCAN = gated(
  /ports? ?\d{1,5} ?(?:-|–|to|through|到|至|~) ?\d{3,5}|\d{1,5} ?(?:-|–|到|至|~) ?\d{3,5} ?(?:号)?(?:端口|ports?)|(?:every|all) (?:open )?ports|(?:scan|扫描).{0,20}(?:ports?|端口|subnet|网段)|(?:端口|ports?).{0,10}(?:scan|扫描)|(?:check|test|probe|ping|检查|检测|测)(?:一下|下)? ?[\w-]+\.[\w.-]+.{0,30}every \d+ (?:second|minute)|every (?:second|minute)\b.{0,20}[\w-]+\.\w+|(?:connect|resolve|check|ping|test).{0,30}(?:every|all|each) (?:host|server|address|ip)/,
);
/** What a retired name does not explain. */
const OTHER_TROUBLE =
  /block|firewall|norton|avast|mcafee|antivirus|certificate|password|log ?in|证书|防火墙|拦|密码|登录|zertifikat|certificat|passwor[dt]|mot de passe|contraseña|senha|парол/;
const NOT_FOUND =
  /not found|unknown host|找不到|不存在|无法解析|invalid|could ?n.t (?:find|resolve)|illegal|does ?n.t exist|nicht gefunden|introuvable|no se encuentra|não encontrad|не найден/;

/** First that fits wins. Few and exact: what the examples can teach is left to the classifier. */
const RULES: Rule[] = [
  { id: 'orders', intent: 'out-of-scope', confidence: 0.97, when: (text) => ORDERS.test(text) },
  { id: 'scan', intent: 'out-of-scope', confidence: 0.97, when: (text) => SCAN.test(text) },
  {
    id: 'no-person',
    intent: 'smalltalk',
    confidence: 0.95,
    when: (text) => contentWords(text) < 8 && deniesPerson(text),
  },
  {
    id: 'call-me',
    intent: 'talk-to-human',
    confidence: 0.93,
    when: (text) => CALL_ME.test(text) && !deniesPerson(text),
  },
  {
    id: 'real-person',
    intent: 'smalltalk',
    confidence: 0.95,
    when: (text) => contentWords(text) < 12 && chatKind(text) === 'realPerson',
  },
  {
    id: 'human',
    intent: 'talk-to-human',
    confidence: 0.97,
    when: (text) => text.length < 200 && HUMAN.test(text) && !deniesPerson(text),
  },
  {
    id: 'is-it-safe',
    intent: 'check-tls',
    confidence: 0.93,
    when: (text) => contentWords(text) < 12 && IS_IT_SAFE.test(text) && !PUBLIC_NETWORK.test(text),
  },
  {
    id: 'address-is-wrong',
    intent: 'wrong-server-address',
    confidence: 0.93,
    when: (text) => contentWords(text) < 14 && ADDRESS_WRONG.test(text) && MAIL.test(text),
  },
  {
    id: 'changes-protocol',
    intent: 'imap-vs-pop3',
    confidence: 0.9,
    when: (text, { slots }) => slots.error === undefined && contentWords(text) < 14 && CHANGES_PROTOCOL.test(text),
  },
  {
    id: 'retired-host',
    intent: 'wrong-server-address',
    confidence: 0.9,
    when: (text, { providers, slots }) =>
      contentWords(text) < 12 &&
      !slots.error &&
      !slots.ports &&
      !OTHER_TROUBLE.test(text) &&
      providers.some((p) => p.via === 'retired-host'),
  },
  { id: 'thanks', intent: 'smalltalk', confidence: 0.98, when: (text) => THANKS.test(text) },
  {
    id: 'fixed',
    intent: 'smalltalk',
    confidence: 0.93,
    when: (text) => contentWords(text) < 10 && FIXED.test(text) && !STILL_WRONG.test(text),
  },
  {
    id: 'chat',
    intent: 'smalltalk',
    confidence: 0.93,
    when: (text, { slots }) =>
      contentWords(text) < 12 && Object.keys(slots).length === 0 && chatKind(text) !== undefined && !TROUBLE.test(text),
  },
  { id: 'greeting', intent: 'smalltalk', confidence: 0.98, when: (text) => GREETING.test(text) },
  { id: 'noted', intent: 'smalltalk', confidence: 0.95, when: (text) => text.length < 16 && NOTED.test(text) },
  { id: 'never-mind', intent: 'smalltalk', confidence: 0.97, when: (text) => NEVER_MIND.test(text) },
  {
    id: 'mistyped-host',
    intent: 'wrong-server-address',
    confidence: 0.93,
    when: (text, { providers, slots }, known) =>
      slots.hosts !== undefined &&
      text.length < 240 &&
      providers.some(
        ({ via, value }) =>
          via === 'typo' && (value === known.provider || NOT_FOUND.test(text) || contentWords(text) < 6),
      ),
  },
  {
    id: 'check-host',
    intent: 'check-tls',
    confidence: 0.92,
    when: (text, { slots, typed }) =>
      slots.hosts !== undefined && !slots.error && text.length < 160 && CHECK.test(typed),
  },
  {
    id: 'mailbox-into-program',
    intent: 'client-setup',
    confidence: 0.9,
    when: (text, { slots }) =>
      slots.client !== undefined &&
      (slots.provider ?? slots.email ?? slots.domain) !== undefined &&
      !slots.error &&
      !slots.hosts &&
      contentWords(text) < 14 &&
      SETS_UP.test(text) &&
      !GOES_WRONG.test(text),
  },
  {
    id: 'program-still-used',
    intent: 'client-setup',
    confidence: 0.9,
    when: (text, { slots }) =>
      slots.client !== undefined && !slots.error && contentWords(text) < 12 && asksWhetherUsed(text),
  },
  {
    id: 'new-device',
    intent: 'client-setup',
    confidence: 0.88,
    when: (text, { slots }) =>
      (slots.provider ?? slots.email ?? slots.domain) !== undefined &&
      !slots.error &&
      !slots.hosts &&
      contentWords(text) < 36 &&
      MAIL.test(text) &&
      NEW_DEVICE.test(text) &&
      !WRONG_ON_IT.test(text),
  },
  {
    id: 'who-runs',
    intent: 'provider-settings',
    confidence: 0.9,
    when: (text, { slots }) =>
      slots.provider !== undefined &&
      (slots.client ?? slots.hosts) === undefined &&
      slots.error === undefined &&
      contentWords(text) < 14 &&
      asksWhoRuns(text),
  },
  {
    id: 'what-then',
    intent: 'provider-settings',
    confidence: 0.9,
    when: (text, _, known) => known.provider !== undefined && contentWords(text) < 9 && WHAT_THEN.test(text),
  },
  {
    id: 'provider-and-protocol',
    intent: 'provider-settings',
    confidence: 0.92,
    when: asksLookUp,
  },
];

/** "Add my GMX to the iPhone": whose mailbox and in which program is said; only the steps are wanted. */
const SETS_UP =
  /\b(?:add|set ?up|install)\b|添加|加上|加个|加一个|上加|里加|绑定|新增|einrichten|hinzufügen|ajouter|agregar|adicionar|добавить|追加|추가/;
const GOES_WRONG =
  /n['’]t|\b(?:cannot|cant|wont|doesnt|not|fails?|failed|error|stuck|refus\w*|server|settings|ports?|password)\b|不|没|失败|错|服务器|参数|端口|密码|nicht|fehl|pas |erreur|no |não|error|не |ошиб|ない|できません|안 |오류/;

/** "I bought a new iPad, my mail is not on it": to be set up there. */
const NEW_DEVICE =
  /\bnew (?:\w+ )?(?:phone|mobile|i ?phone|i ?pad|tablet|laptop|computer|pc|mac(?:book)?|android|samsung|galaxy|pixel)\b|\bneue[srn]? (?:\w+ )?(?:handy|telefon|smartphone|iphone|ipad|tablet|laptop|rechner|pc|computer)|\bnouve(?:au|l|lle) (?:\w+ )?(?:téléphone|portable|ordinateur|iphone|mobile|tablette)|\bnuevo (?:\w+ )?(?:m[oó]vil|tel[eé]fono|celular|ordenador|port[aá]til|iphone)|新(?:的|买的)?(?:手机|电脑|平板|ipad|iphone)|换(?:了)?(?:个|台|部)?(?:新)?(?:的)?(?:手机|电脑)/;
/** The old mail, the password or something that fails is another matter. */
const WRONG_ON_IT =
  /passw|contraseña|mot de passe|kennwort|密码|授权码|old (?:mail|e-?mail|message)|all (?:my|the) (?:old )?(?:mail|e-?mail)|旧邮件|以前的|原来的邮|迁移|搬|导|弄过|error|fail|reject|stop|错误|失败|报错|收不到|发不出|登不/;

/** "So what should it be?", after a wrong one. */
const WHAT_THEN =
  /what (?:should|would|must|do) (?:it|that|i) (?:be|put|use|enter|type)|which server (?:do|should|must|is|for)\b|(?:what|which)(?:'s| is|s)? the (?:incoming|outgoing|imap|pop3?|smtp) server|(?:incoming|outgoing|imap|smtp) server (?:name )?(?:please|only|pls)|what(?:'s| is) the right (?:one|server|host)|应该(?:填|写|是|用)(?:什么|啥|哪个)|(?:服务器|主机)[^，。]{0,6}(?:填|写|输)(?:什么|啥|哪个)|那(?:该|应该|要)(?:填|写|用)(?:什么|啥|哪)|正确的(?:是|呢)/;

/** Rules are for what is said in a line or two; of a long text they see the beginning. */
const SEEN = 500;

export function applyRules(text: string, extraction: Extraction, known: Slots = {}): RuleHit | undefined {
  const seen = text.slice(0, SEEN);
  return RULES.find((rule) => rule.when(seen, extraction, known));
}
