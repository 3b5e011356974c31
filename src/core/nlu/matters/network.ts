import { anyOf, type MatterRule } from './matter.ts';

const FINE = '(?:\\bwork(?:s|ed|ing)?\\b|\\bfine\\b|\\bok(?:ay)?\\b|\\bno (?:problems?|trouble)\\b|\\bgood\\b)';
const NOT =
  "(?:\\bnot\\b|n['’]?t\\b|\\bcannot\\b|\\bfails?\\b|\\bnothing\\b|\\bnever\\b|\\bnope\\b|\\bblock|\\brefus|\\btimes? ?-?out|\\berrors?\\b)";
const OFFICE = '(?:(?<!home )\\boffice\\b|\\bat work\\b|\\bcompany\\b|\\bschool\\b|\\buni(?:versity)?\\b|\\bcampus\\b)';
const OUTSIDE =
  '(?:\\bhome\\b|\\bhotels?\\b|\\boutside\\b|\\babroad\\b|\\belsewhere\\b|\\bother networks?\\b|\\bon the road\\b|\\btravel|\\bcaf[eé]s?\\b|\\bairports?\\b|\\beverywhere else\\b)';
const OFFICE_ZH = '(?:公司|单位|办公室|学校|内网)';
const OUTSIDE_ZH = '(?:家里?|外面|酒店|旅馆|饭店|出差|外网|别处|别的地方|宿舍|国外)';
const FINE_ZH = '(?:(?<!不)能|(?<!不)可以|正常|没问题|没事|好的|好用|(?<!不)行)';
const NOT_ZH = '(?:不|没|无法|失败)';

const SECURITY_SOFTWARE = anyOf(
  '\\b(?:avast|avg|norton|mcafee|kaspersky|bitdefender|eset|nod32|avira|sophos|f-secure|trend ?micro|malwarebytes|webroot|bullguard|zonealarm|totalav|comodo|pc-?cillin|defender)\\b',
  'anti-?virus|virus ?(?:scanner|checker|guard|shield|protection|software|program)|mail (?:shield|guardian|scan(?:ning|ner))|security (?:suite|software|program|app)\\b',
  '(?:windows|my|pc|personal|local|software) firewall|firewall (?:program|software)|(?:is|be|could|does|did|was) (?:it |that )?(?:the |my )?firewall',
  '杀毒|杀软|防毒|防病毒|(?:安全|防护)软件|安全卫士|火绒|电脑管家|卡巴斯基|诺顿|金山毒霸|瑞星|小红伞|趋势科技|邮件防护|邮件监控|(?<!\\d)360(?!\\d|度)',
  '(?:电脑|本机|windows|系统)(?:的|自带的?)?防火墙|防火墙(?:软件|拦|挡|有关|的问题|搞的)',
);
/** It was switched off already, and that changed nothing. */
const OFF =
  '(?:\\b(?:off|disabled|deactivated|paused|stopped|uninstalled|removed|quit)\\b|关(?:了|掉|闭)|退出|卸载|停用|禁用)';
const NO_BETTER =
  "(?:\\bnope?\\b|\\bnot\\b|n['’]?t\\b|\\bsame\\b|\\bstill\\b|\\bnothing\\b|\\bno (?:luck|change|difference|better)\\b|不行|(?:收|发|寄|连|登|用)不|没用|一样|还是|没变|也不|照样|不是它)";

/** And that it did. */
const HELPED =
  /\b(?:gone|worked|fixed|solved)\b|\bworks\b(?! (?:not|no))|\b(?:is|it['’]s|now) working\b|no more (?:warning|error)|好了|没了|不弹了|正常了|可以了/;

const TROUBLES = [
  'connection-error',
  'send-receive-problem',
  'auth-failure',
  'sync-or-missing-mail',
  'client-setup',
] as const;

/** What a scanner found is another matter than what it blocks. */
const FOUND =
  '(?!.*(?:\\bvirus(?:es)?\\b(?! ?(?:scan|check|guard|shield|protect|soft|prog))|\\battachment|\\binfected|病毒(?!软件)|附件|木马))';

/** Is it the provider, and not me? */
const DOWN = anyOf(
  '^(?:so |but |and |or |maybe |perhaps )*(?:is|are) (?:(?:the |your |my )?[\\w.@-]+ ){1,3}(?:down|offline|broken|out)(?: (?:maybe|today|now|right now|at the moment|again|for everyone))?[?]*$',
  '\\b(?:is there|do they have|does \\w+ have) (?:an? )?(?:outage|breakdown|server (?:problem|issue)s?)|\\b(?:outlook|gmail|yahoo|hotmail|icloud|mail|e-?mail|server|provider|service)(?:\\.com)? (?:outage|down[?]|is down)',
  '(?:是不是|会不会是|是)?(?:你们|他们|邮箱|服务器|官方|qq|163|126|网易|腾讯|gmail|outlook)[^，。]{0,8}(?:崩了|宕机|挂了|瘫痪|在维护|故障了?)(?:吗|么|吧|没|了)*[?]*$|服务器(?:是不是)?(?:崩|挂|出问题)了?(?:吗|么|吧)?[?]*$',
);

/** The network that somebody is in, and what stands between it and the mail server. */
export const NETWORK_MATTERS: MatterRule[] = [
  {
    topic: 'is-it-down',
    intents: ['connection-error', 'send-receive-problem', 'auth-failure', 'sync-or-missing-mail'],
    words: DOWN,
    surely: DOWN,
  },
  {
    topic: 'vpn',
    intents: ['connection-error', 'send-receive-problem', 'auth-failure'],
    within: [...TROUBLES, 'ports-and-encryption', 'check-tls'],
    words: /\bvpn\b|翻墙|梯子|(?<!公司)代理(?:服务器|软件)?/,
  },
  {
    topic: 'security-software-off',
    intents: ['connection-error', 'send-receive-problem', 'auth-failure', 'sync-or-missing-mail'],
    always: true,
    within: TROUBLES,
    words: new RegExp(`^(?=.*(?:${SECURITY_SOFTWARE.source}))(?=.*${OFF})(?=.*${NO_BETTER})`),
    unless: HELPED,
  },
  {
    topic: 'security-software',
    intents: ['connection-error', 'send-receive-problem', 'check-tls', 'sync-or-missing-mail'],
    always: true,
    words: new RegExp(`^${FOUND}.*(?:${SECURITY_SOFTWARE.source})`),
  },
  {
    topic: 'works-in-one-place',
    intents: ['connection-error', 'send-receive-problem', 'auth-failure'],
    always: true,
    within: TROUBLES,
    despiteError: true,
    words: anyOf(
      `^(?=.*${OFFICE})(?=.*${OUTSIDE})(?=.*(?:${FINE}|${NOT}))`,
      '\\bonly (?:works? )?(?:in|from|at|inside) (?:the |our |my )?(?:office|company|school|building)\\b|\\b(?:outside|away from) (?:of )?(?:the |our |my )?(?:office|company|building|school)\\b',
      `${NOT}[^.]{0,20}(?:from|at|in) (?:the |a |any )?(?:outside|hotels?)\\b`,
      `${OFFICE_ZH}[^。]{0,10}${FINE_ZH}[^。]{0,14}${OUTSIDE_ZH}|${OUTSIDE_ZH}[^。]{0,10}${FINE_ZH}[^。]{0,14}${OFFICE_ZH}[^。]{0,8}${NOT_ZH}`,
      `${OUTSIDE_ZH}[^。]{0,10}${NOT_ZH}[^。]{0,14}${OFFICE_ZH}[^。]{0,10}${FINE_ZH}|${OFFICE_ZH}[^。]{0,10}${NOT_ZH}[^。]{0,14}${OUTSIDE_ZH}[^。]{0,10}${FINE_ZH}`,
      `(?:只有?|就)(?:能)?在?${OFFICE_ZH}(?:里|内)?(?:才)?(?:能|可以|行|有用)|(?:出了|离开|一出|不在)${OFFICE_ZH}`,
      `^(?:but |and )?(?:in|at|from) (?:the |our |my )?(?:office|work|company|home)\\b.{0,16}${FINE}.{0,8}$`,
      `^(?:但是?|可是)?(?:在|从)?(?:家里?|${OFFICE_ZH})(?:里)?(?:就|都|是)?(?:可以|能(?:收|发|用|连|登)|正常|没问题)(?:的|啊|呀|了)?$`,
      `(?:出差|酒店|外面|外网|旅馆)(?:里|的时候|时)?(?:就|却|都)?(?:连不|收不|发不|登不|不行|不能|用不|上不)`,
    ),
    first: anyOf(
      `^(?=.*mail|.*outlook|.*imap|.*smtp)(?=.*${OFFICE})(?=.*${OUTSIDE})(?=.*${FINE})(?=.*${NOT})`,
      `(?=.*(?:邮|信))${OFFICE_ZH}[^。]{0,10}${FINE_ZH}[^。]{0,14}${OUTSIDE_ZH}[^。]{0,8}${NOT_ZH}`,
    ),
  },
  {
    topic: 'sending-from-other-networks',
    intents: ['send-receive-problem', 'connection-error'],
    within: ['send-receive-problem'],
    words: anyOf(
      "\\b(?:another|different|other|foreign|someone else['’]?s|(?:a |my )?friend['’]?s|my parents['’]?|neighbou?r['’]?s) (?:isp|network|line|internet|connection|wi-?fi|broadband|internet provider)\\b",
      '\\b(?:changed|switched|new|moved to)(?: \\w+){0,3} (?:isp|internet provider|broadband|internet line|fibre|fiber)\\b',
      "(?:is ?n['’]?t|not) (?:on |in |via )?(?:my|their|our|the provider['’]?s) (?:own )?(?:network|line|isp)\\b|\\b(?:vodafone|comcast|telekom|o2|at&t|verizon) (?:line|internet|wi-?fi|network|broadband)\\b",
      '(?:别家|别的|其他|其它|另一家|不同|别人家?|朋友家?|人家)(?:的)?(?:网|宽带|宽频|运营商|wifi|电信)',
      '(?:换|改)(?:了)?(?:家)?(?:宽带|宽频|运营商|网络|电信|联通|移动|光纤)|不是(?:用)?[^，。]{0,8}(?:的网|的宽带|自家网)',
    ),
    first: anyOf(
      "(?:n['’]?t|\\bnot|\\bunable to|\\bwon['’]?t) send(?: \\w+){0,4} (?:from|at|in|on) (?:my |the |a |our )?(?:hotel|parents|friend|holiday|caf[eé]|airport|another|other|different|someone)",
      '(?:出差|酒店|旅馆|饭店|外面|别人家|朋友家|父母家|老家)[^。]{0,10}(?:发|寄)(?:不|信失败|邮件失败)|换(?:了)?(?:宽带|宽频|运营商|网络)[^。]{0,10}(?:发|寄)不',
    ),
  },
  {
    topic: 'public-wifi',
    intents: ['why-it-matters', 'check-tls', 'ports-and-encryption'],
    words: anyOf(
      '\\b(?:safe|secure|risky|dangerous)\\b.{0,40}\\b(?:wi-?fi|wlan|hotspots?|hotels?|airports?|caf[eé]s?)\\b|\\b(?:wi-?fi|wlan|hotspots?|hotels?|airports?|caf[eé]s?)\\b.{0,40}\\b(?:safe|secure|risky|dangerous)\\b',
      '(?:wifi|无线网?|热点|公共网络|酒店|旅馆|机场)[^。]{0,12}(?:安全|危险|风险)',
    ),
  },
  {
    topic: 'public-wifi',
    intents: ['why-it-matters', 'ports-and-encryption', 'check-tls'],
    within: ['why-it-matters', 'ports-and-encryption', 'check-tls'],
    words: anyOf(
      '\\b(?:public|hotel|caf[eé]|airport|open|free|train|starbucks|library|hostel)(?: \\w+)? (?:wi-?fi|wlan|network|hotspot|internet)\\b|\\b(?:in|at|from) (?:a |the )?(?:hotels?|caf[eé]s?|airports?)\\b|\\bhotspots?\\b',
      '(?:公共|公用|酒店|旅馆|饭店|咖啡(?:店|厅|馆)|机场|免费|商场|车站)(?:的)?(?:wifi|无线|网|热点)',
    ),
    surely: anyOf(
      '^(?=.*mail)(?=.*\\b(?:safe|secure|risky|dangerous|read|see|spy|listen)\\b).*\\b(?:public|hotel|caf[eé]|airport|open|free)(?: \\w+)? (?:wi-?fi|wlan|networks?|hotspots?)',
      '^(?=.*(?:邮|信)).*(?:公共|公用|酒店|旅馆|机场|咖啡(?:店|厅|馆)|免费)(?:的)?(?:wifi|无线|网|热点)[^。]{0,20}(?:安全|危险|风险|泄露|偷|看到|看光)',
    ),
  },
  {
    topic: 'wifi-or-firewall',
    intents: ['connection-error', 'send-receive-problem', 'auth-failure'],
    always: true,
    within: [...TROUBLES, 'ports-and-encryption'],
    words: anyOf(
      '(?:block|forbid|disallow|filter|clos(?:e|ed)|not allow)\\w*(?: \\w+){0,3} (?:at|by|in|on|from) (?:my |the |our |a )?(?:work|office|school|uni|company|hotel|network|router|isp|firewall)\\b',
      "\\b(?:company|corporate|work|office|school|uni|university|campus|hotel|guest)(?:['’]s)? (?:network|wi-?fi|firewall|internet|lan|proxy)\\b|\\bi['’]?m (?:at|in) (?:work|the office|a hotel|school)\\b|^(?:at|in|from) (?:work|the office|a hotel|school|the hotel)\\b[.!]*$",
      '(?:公司|单位|学校|校园|酒店|宾馆|旅馆|饭店|咖啡(?:店|厅|馆)|机场|宿舍|办公室)(?:里|内)?(?:的|用的)?(?:网|wifi|无线|热点|局域网|内网|防火墙)|校园网|宿舍网',
    ),
  },
];
