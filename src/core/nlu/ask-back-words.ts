/** What somebody wants who asks back about what we just said. */
export type AskBackKind =
  | 'what'
  | 'meaning'
  | 'where'
  | 'why'
  | 'why-ask'
  | 'safe'
  | 'lose'
  | 'unsure'
  | 'next'
  | 'done'
  | 'own-app'
  | 'back-up'
  | 'not-there'
  | 'cost'
  | 'cloud'
  | 'fact'
  | 'pause'
  | 'direction'
  | 'difference'
  | 'unencrypted'
  | 'access';

/** Words before the question that change nothing about it. */
export const LEADING =
  /^(?:(?:so|and|but|ok(?:ay)?|sorry|um+|hm+|well|yes|no|oh|wait|please|那|那么|但是?|可是?|请问|就是)(?![\p{L}'’])[\s,.!，。]*|(?:那么?|但是?|可是|请问)(?=[\p{Script=Han}]))*/u;

/** "I don't know": of what we asked for. */
const UNSURE = anyOf(
  "^(?:i )?(?:idk|dunno|no (?:idea|clue)|have no (?:idea|clue)|do ?n['’]?t know|(?:am |'m )?not sure|can['’]?t tell)(?: (?:that|it|which|what that is|who that is|how))?[.!?…]*$",
  '^how (?:do|would|should|can) i (?:know|tell)(?: that)?[?]*$',
  '^我?(?:也|真)?(?:不知道|不清楚|不懂|不晓得|不确定|看不懂|不记得|忘了)(?:啊|呀|诶|耶|了|欸)?(?:是?哪[家个]的?)?[。.!！…]*$',
  "^(?:no idea|not sure|dunno|(?:i )?do ?n['’]?t know)[,.;] [^?]{0,50}$",
  '^我?(?:也|真)?(?:不知道|不清楚|不晓得)(?:啊|呀|诶)?[，,。 ][^?]{0,16}$',
  '^weiß (?:ich )?nicht',
  '^je (?:ne )?sais pas',
  '^(?:わからない|分かりません|わかりません)',
);

/** "Why do you need that?" */
const WHY_ASK = anyOf(
  'why (?:do|would|are) you (?:need|ask|want)',
  '(?:为什么|为啥|干嘛)(?:要|还要|非要)?(?:问|知道|告诉你)',
);

/** "Will I lose my mail?" */
const LOSE = anyOf(
  '\\b(?:will|would|do|could|can|might) (?:i|we|it|my|the) .{0,30}(?:los[et]|delet|disappear|vanish|gone)',
  '^(?:我的)?(?:邮件|信|东西|旧的|以前的邮?[件信]?)?(?:会不会|会)(?:丢|没|不见|消失|删)',
);

/** "It is all in": what now? */
export const DONE = anyOf(
  "^(?:i )?(?:['’]?ve )?(?:all )?(?:done|did (?:it|that|this)|finished|changed (?:it|that)|(?:made|typed|entered) it)(?: (?:now|already|all|too))?[.!]*$",
  '^(?:我)?(?:都|已经)?(?:填|改|弄|设|设置|修改|换|做|开|开启|装|生成|输)(?:好|完)(?:了|啦)[。.!！]*$',
  "^(?:ist )?(?:erledigt|gemacht)$|^c['’]est fait$",
);

/** "There is no such button." */
export const NOT_THERE = anyOf(
  "\\b(?:there is|there['’]?s|i see|i have) no (?:such )?(?:option|button|menu|field|setting)",
  "\\b(?:can['’]?t|cannot|don['’]?t) (?:find|see|have) (?:it|that|this|the|any|such)(?: (?:option|button|menu|page|setting))?[.!]*$",
  "\\b(?:there(?:['’]?s| is| are)? no|do ?n['’]?t (?:see|have)|can['’]?t (?:find|see)|not seeing) (?:any |an? |the |such )*(?:(?:app(?:lication)?|file|tools|account|security) (?:passwords?|menu|tab|section)|\\w+ (?:menu|option|button|tab|section|entry))",
  '(?:没有|没看到|看不到|找不到|没找到)(?:这个|那个|什么|你说的)?(?:授权码|[^，。]{0,4}密码|这一?项|那一?项|入口|字样|这个字)(?:啊|呀|呢|的)?[。.!]*$',
  '(?:没有|没|找不到|没看到|看不到)[^，。!]{1,12}(?:选项|按钮|菜单|那一栏|这一栏)',
  '(?:没有|找不到|没看到|看不到)(?:这个|那个|该)?(?:选项|按钮|菜单|地方|入口|设置)|^找不到(?:啊|呀|耶)?$',
);

/** "How do I back it up?" */
const BACK_UP = anyOf(
  '^how (?:do|can|should|would) (?:i|we) (?:make a )?back ?-?(?:up|(?:it|that|this|them|everything|my \\w+(?: \\w+)?) up)',
  '^(?:要|该|应该|具体)?(?:怎么|如何|咋|怎样)备份|^备份(?:要|该)?(?:怎么|如何)',
);

const COST = anyOf(
  '\\b(?:does|will|would) (?:it|that|this) cost|^(?:is|are) (?:it|that|this|they) (?:for )?free\\b|^how much (?:is|does)',
  '(?:要|需要|会|得)(?:不要)?(?:钱|收费|付费|花钱)(?:吗|么|不)?|(?:免费|收费)(?:吗|的吗|么)',
);

/** Rented servers, where port 25 is closed. */
const CLOUD = anyOf(
  '\\b(?:azure|aws|ec2|google cloud|gcp|vps|digitalocean|cloud server|cloud vm)\\b',
  '云服务器|云主机|虚拟主机',
);

/** The program that a phone or computer came with: whose phone is it? */
const OWN_APP = anyOf(
  '自带|内建|内置|预装|原生(?:的|邮件)|系统(?:邮件|邮箱|的)',
  'c[ao]me with (?:the|my|his|her)|built[ -]?in|pre-?installed|(?:stock|default|standard) (?:mail|email|e-mail|app|one)',
  '^(?:on |in )?(?:my |the |his |her )?(?:phone|mobile|cell ?phone)(?: app)?[?.]*$',
  '^(?:在|用)?(?:我的)?手机(?:上|端|里)?(?:的|呢|看)?[?]*$',
);

/** "What does that mean?" */
const MEANING = anyOf(
  '^what (?:do|did|does) (?:you|that|this|it) mean[\\s?.]*$',
  "^(?:i )?do ?n['’]?t (?:understand|get it)[\\s?.]*$",
  '^(?:这|那|它)?(?:个)?(?:是)?(?:什么|啥)意思(?:啊|呀)?[?]*$|^(?:看|听|搞)不(?:懂|明白)(?:啊|了)?$',
);

const WHY = anyOf(
  "^what(?:['’]s| is| went| could be) wrong",

  '^(?:why|how come)\\b',
  '为什么|为啥|为何|怎么会|咋会',
  '^(?:なぜ|なんで|どうして)',
  '^(?:warum|wieso|pourquoi)\\b',
);

const SAFE = anyOf(
  '\\b(?:is|are) (?:that|this|it|they|those) (?:\\w+ )?(?:safe|secure|dangerous|risky|ok to do)',
  '^(?:safe|secure)\\?',
  '^(?:should|can|may|do) i (?:just )?(?:click|press|accept|trust|continue|ignore|proceed|allow)',
  '^(?:我)?(?:可以|能|要|该|能不能|可不可以)(?:点|按|选)?(?:信任|继续|接受|忽略|允许)',
  '^(?:这样?|那|它)?(?:安不安全|安全(?:吗|么|嘛|不)|危险(?:吗|么)|有(?:没有)?风险)',
);

const NEXT = anyOf(
  "^(?:then|then what|what then|what(?:'s| is)? next|next(?: step)?|now what|what now|anything else)[\\s.!?]*$",
  '^what(?: else)? (?:can|could|should|do|must) (?:i|we) (?:do|try|use)(?: now| next| then)?[\\s?]*$',
  '^(?:is|are) there (?:any|an)? ?other (?:ways?|things?|options?)[\\s?]*$',
  '^what (?:else|after that|do i do (?:now|next))[\\s?]*$',
  '^(?:下一步|然后|接下来|接着|之后|再然后|后面)(?:呢|咧|怎么(?:办|做|弄)|要?(?:做|干)(?:什么|嘛|啥))?[?]*$',
  '(?:有|还有)(?:没有)?(?:别的|其他|其它|什么)(?:的)?(?:办法|方法|招)',
  '^(?:现在|该|我该|那)?怎么办[?]*$',
  '^(?:und (?:jetzt|dann)|et (?:après|maintenant)|次は)',
);

/** "Where is that?", "how do I make it?": points to what we spoke of by no name of its own. */
export const WHERE = anyOf(
  "^(?:where(?:abouts)?|where['’]?s)(?: (?:is|are|do|can|could|would|should))?(?: (?:that|this|it|they|those|i|you|one|them|find|get|make|create|do|see|look|turn|switch|enable|open|set|change|put|type|enter|up|on|at|for|in|the|my|settings?|button|menu|page|option|field|app|password|code))*[\\s?.]*$",
  '^how (?:do|can|would|should) i (?:find|get|make|create|turn|switch|enable|open|set|do)(?: (?:that|this|it|one|them|on|up))*[\\s?.]*$',
  '^(?:这个?|那个?|它|按钮|选项)?(?:在|去|到|从)?哪(?:里|儿|边)?(?:可以|能)?(?:弄|找|看|开|开启|打开|申请|生成|获取|拿|改|设|设置|点)?(?:啊|呀|呢|的)?[?]*$',
  '^要?(?:怎么|如何|咋)(?:开|开启|打开|弄|申请|生成|获取|拿|找)(?:啊|呀|呢)?[?]*$',
  '^どこ',
  '^wo(?: (?:ist|finde|mache)|[?]*$)',
  '^où(?: (?:est|ça|je)|[?]*$)',
);

/** "Where do I switch IMAP on?": on the web page, whoever's program was spoken of. */
const ON_ITS_PAGE = '(?:page|web ?site|site|browser|online|seite|webseite|site web|página|网页|网站|官网)';
export const ACCESS = anyOf(
  '\\b(?:where|how)\\b[^!]{0,40}\\b(?:imap|pop3?|access)\\b[^!]{0,20}\\b(?:on|switch|turn|enable|activat|allow)',
  '\\b(?:where|how)\\b[^!]{0,40}\\b(?:switch|turn|enable|activate|allow)\\w*\\b[^!]{0,20}\\b(?:imap|pop3?|access)\\b',
  '\\bwo\\b[^!]{0,40}(?:imap|pop3?|abruf|zugriff)|(?:imap|pop3?|abruf|zugriff)[^!]{0,30}(?:einschalt|aktivier|freischalt|erlaub)',
  '\\boù\\b[^!]{0,30}\\bactiv|\\bd[oó]nde\\b[^!]{0,30}\\bactiv',
  '^(?=.*(?:imap|pop3?|smtp))(?=.*(?:开|启))(?=.*(?:哪|怎么|如何))(?!.*(?:服务器|端口|打不开|开不了))[^。!]*$',
  '(?:imap|pop3?|smtp)(?:服务|功能)?(?:在|去|到)?(?:哪|怎么|如何)[^。!]{0,6}(?:开|启)|(?:哪里|哪儿|怎么|如何|去哪)[^。!]{0,6}(?:开|启)[^。!]{0,4}(?:imap|pop3?|smtp|客户端)',
  `\\b(?:i mean|meine|not in|nicht in)\\b[^!]{0,30}${ON_ITS_PAGE}|${ON_ITS_PAGE}[^!]{0,16}\\b(?:not in|nicht in)\\b|${ON_ITS_PAGE}[^。!]{0,8}不是`,
);

/** Around a thing whose place is asked for: "那个…的". */
export const BESIDE_WHERE = /^(?:那个?|这个?|我的|客户端|第三方|应用|邮箱|the |this |that |my )+|^(?:的|,|，| )+/g;

/** "Which one is the incoming?" */
const DIRECTION = anyOf(
  "^(?:which|what)(?: one| of (?:them|those|the two))?(?:['’]?s| is| are)?(?: it)? (?:the |for |do i (?:use|need) (?:for|to) )?(?:incoming|outgoing|receiv\\w+|send\\w*|in|out)(?: one| server| mail)?[?]*$",
  '^(?:那|所以)?(?:收|发|寄)(?:件|信|邮件)?(?:的|用的)?(?:那个|服务器)?(?:是|用|要用|填)(?:的)?哪(?:一)?(?:个|种)?(?:服务器)?(?:啊|呀|呢)?[?]*$',
  '^[^。!]{0,12}(?:发|寄|收)(?:信|件|送)[^。!]{0,10}(?:这个|一个|另|别的|分开)[^。!]{0,8}?$',
  '\\b(?:one|this one|it) (?:is )?for (?:sending|receiving)\\b.*\\b(?:other|another)\\b',
  '^哪(?:一)?个是(?:收|发|寄)(?:件|信)?(?:的|服务器)?(?:啊|呀|呢)?[?]*$',
);

/** "What is the difference?", of what was just named. */
const DIFFERENCE = anyOf(
  "^(?:what|where)(?:['’]?s| is)? the dif+[a-z]*(?: (?:anyway|then|between (?:them|the two|those|these)))?[?]*$",
  '^(?:这|那)?(?:两个|俩|两者|它们|他们|之间)?(?:有|又有)?(?:什么|啥)(?:区别|差别|不同|不一样)(?:啊|呀|呢|吗)?[?]*$|^(?:区别|差别)(?:呢|在哪|是(?:什么|啥))?[?]*$',
);

/** "Can't I just use none?" */
const UNENCRYPTED = anyOf(
  "(?:can['’]?t|can|could|may|should) i (?:not |just |also )*(?:use|pick|take|choose|select|leave it (?:at|on)|go with) (?:none|no (?:encryption|ssl)|unencrypted)",
  '^(?:without|no) (?:ssl|encryption|tls)(?: (?:too|also|works?))?[?]+$',
  '(?:选|用|设成?)[“"「]?无[”"」]?(?:加密)?(?:可以|行|会怎|不行)|不加密(?:行|可以|会怎|不行|好)|(?:不用|关掉?|不开)(?:加密|ssl)(?:行|可以|会怎|不行)',
);

/** "I'll try that and come back", "等我试试": nothing is to be answered yet. */
export const PAUSE = anyOf(
  '\\b(?:come|be|get) back (?:to you|later|when|if|then|after|once|in a|tomorrow|tonight)|\\band come back[.!]*$',
  "^(?:ok(?:ay)?|k|right|alright|fine|good|great|thanks)?[,.! ]*(?:i['’]?ll|i will|i am going to|i['’]?m going to|i['’]?m gonna|gonna|let me|lemme) (?:just |first |go |have to |now |quickly )*(?:try|do|check|look|ask|see|test|back|make|call|have a (?:look|go)|give it a (?:try|go|shot))\\b",
  '^(?:one|a|just a|give me a|gimme a) (?:sec|second|moment|minute|min|mo)\\b|^(?:hang|hold) on\\b|^wait a (?:sec|second|moment|minute)\\b|^brb\\b',
  '^(?:好的?|嗯+|行|ok)?[，, 。!！]*(?:那)?(?:我)?(?:先|这就|现在|马上|回头|等下|等会儿?|待会儿?|一会儿?|晚点|晚上|明天|稍后|回家|下班)(?:再|去|就|后)*(?:我)?(?:先|再|去)*(?:试|看看|弄|备份|问|改|设|查|找|重新|开通|申请)',
  '^(?:好的?|嗯+|行)?[，, ]*(?:让我|等我|我)(?:先|去|再|来)*(?:试试|试一下|看看|看一下|问问|问一下|想想|去问|找找|查查)|^(?:稍等|等一下|等等|等下)[。.!！]*$|我去问',
  "(?:試|ため|試し|発行し|やっ)て?みます[。]*$|^ich (?:probier|versuch|schau|frag)|^(?:je vais|j['’]vais) (?:essayer|voir|demander)|^voy a (?:probar|intentar|preguntar|ver)",
);

const WHAT_IS = [
  "^(?:what(?:['’]?s| is| are| does| even is)|what (?:do|did) you mean(?: by| with)?|explain|meaning of)\\b",
  '(?:又|到底)?(?:是|叫)(?:什么|啥)(?:东西|玩意)?|^(?:什么|啥)(?:是|叫)|(?:是)?(?:什么|啥)意思',
  '(?:是)?(?:干|做)(?:嘛|什么|啥)(?:的|用)+|有(?:什么|啥)用|用来(?:干|做)(?:嘛|什么|啥)',
  'って何(?:ですか)?|とは',
  '^(?:什么|啥|哪个)码|^(?:what|which) code',
  'never heard of (?:it|that|this|an?)|(?:从)?没(?:有)?听(?:说)?过',
  "^what(?:['’]s| is| are)? (?:\\w+ ){1,3}(?:even |actually |good )?for[?]*$",
  "^(?:was (?:ist|sind|heißt|bedeutet)|c['’]est quoi|qu['’]est-ce qu(?:e c'est|['’]une?))",
];
const WHAT = anyOf(...WHAT_IS);
/** What may stand beside the question and the thing: "the port" or "our server" asks for one's own instead. */
export const BESIDE_WHAT = new RegExp(
  [...WHAT_IS, '\\b(?:an?|means?|that|exactly|ein(?:e|en)?|un|une|le)\\b', '的|呢|啊|呀|那个', '[^\\p{L}]'].join('|'),
  'gu',
);

/** First that fits wins. */
export const KINDS: readonly (readonly [AskBackKind, RegExp])[] = [
  ['unsure', UNSURE],
  ['own-app', OWN_APP],
  ['not-there', NOT_THERE],
  ['back-up', BACK_UP],
  ['cost', COST],
  ['cloud', CLOUD],
  ['why-ask', WHY_ASK],
  ['lose', LOSE],
  ['meaning', MEANING],
  ['why', WHY],
  ['unencrypted', UNENCRYPTED],
  ['direction', DIRECTION],
  ['difference', DIFFERENCE],
  ['safe', SAFE],
  ['next', NEXT],
  ['where', WHERE],
  ['what', WHAT],
];

export function anyOf(...patterns: string[]): RegExp {
  return new RegExp(patterns.join('|'));
}
