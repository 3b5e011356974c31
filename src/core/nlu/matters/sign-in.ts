import { anyOf, type MatterRule } from './matter.ts';

const CODE = '(?:app(?:lication)?[ -]?(?:specific )?passwords?|authori[sz]ation codes?)';
const CODE_ZH = '(?:授权码|授权密码|专用密码|应用(?:程序|程式)?密码|安全密码)';
const TWO_STEP =
  '(?:\\bmfa\\b|\\b2fa\\b|\\btwo[ -]?(?:step|factor)|\\bmulti[ -]?factor|\\b2[ -]?step|\\bauthenticator\\b)';
const TWO_STEP_ZH =
  '(?:mfa|2fa|两步骤?(?:验证|认证|登录)|二(?:步|次)(?:验证|认证)|双重(?:验证|认证)|双因素|多(?:重|因素|因子)(?:身份)?(?:验证|认证)?|两阶段)';
const OLD_PROGRAM =
  '(?:\\b(?:outlook|office) ?(?:20)?(?:03|07|10|13)\\b|\\bwin(?:dows)? ?(?:7|8|xp|vista)\\b|\\bandroid (?:is |version |os )*[2-6]\\b|\\bios ?(?:[4-9]|1[0-2])\\b)';

/** Where such a password was spoken of. */
const SIGN_IN = ['auth-failure', 'provider-settings', 'client-setup', 'why-it-matters'] as const;

/** Passwords made for mail programs, second steps, and programs too old for either. */
export const SIGN_IN_MATTERS: MatterRule[] = [
  {
    topic: 'why-app-passwords',
    intents: ['why-it-matters'],
    within: SIGN_IN,
    words: anyOf(
      "\\bwhat(?:['’]?s| is| was) wrong with (?:my|the) (?:\\w+ )?password\\b|\\bwhy (?:not|can['’]?t i|can i not|may i not) (?:just )?use (?:my|the) (?:\\w+ )?password\\b|\\bwhy (?:do i need|is there) (?:a second|another|a different) password\\b",
      '为什么不能(?:直接)?用(?:登录|自己的?|原来的?|平时的?|qq|普通)?密码|(?:登录|自己的|原来的|平时的)密码(?:为什么|怎么)不(?:行|能用)|为什么要(?:两个|另一个|别的)密码',
    ),
  },
  {
    topic: 'change-saved-password',
    intents: ['client-setup', 'auth-failure'],
    words: anyOf(
      '\\b(?:how|where)\\b.{0,24}\\b(?:chang|updat|edit|enter|replac|put|typ|renew|correct|delet|remov)\\w*(?: \\w+){0,4} password(?: \\w+){0,4} (?:in|on|for|from|into) (?:my |the |this )?(?:new |classic |old )?(?:outlook|thunderbird|mail|apple|foxmail|program|app|i ?phone|i ?pad|client|samsung|android)\\b',
      '\\bpassword\\b.{0,40}\\b(?:how|where)\\b.{0,30}\\b(?:tell|chang|updat|enter|put)\\w*(?: \\w+){0,4} (?:outlook|thunderbird|mail|foxmail|program|app|i ?phone|i ?pad|client|there)\\b',
      '(?:outlook|foxmail|thunderbird|邮箱大师|客户端|软件|手机)(?:里|上|中)?[^，。]{0,6}(?:怎么|在哪|哪里|如何|哪儿)[^，。]{0,6}(?:改|换|更新|修改|重新(?:填|输)|删)[^，。]{0,8}密码',
      '(?:怎么|在哪|哪里|如何|哪儿)[^，。]{0,6}(?:改|换|更新|修改|重新(?:填|输)|删)[^，。]{0,4}(?:outlook|foxmail|thunderbird|客户端|软件)[^，。]{0,8}密码|(?:怎么|如何)在(?:outlook|foxmail|thunderbird|客户端|软件)[^，。]{0,8}密码|密码改了[^。]{0,12}(?:outlook|foxmail|thunderbird|客户端|软件)[^，。]{0,8}(?:怎么|在哪|哪里)',
    ),
  },
  {
    topic: 'authorization-code-sms',
    intents: ['auth-failure'],
    within: SIGN_IN,
    words: anyOf(
      '(?:短信|简讯|验证码)[^，。]{0,12}(?:没|不|失败|一直|卡)|(?:没|不|失败)[^，。]{0,8}(?:短信|简讯|验证码)|发(?:了|的)?(?:短信|简讯)|我已发送',
      '\\b(?:qq|163|126|netease|authori[sz]ation)\\b.{0,40}\\b(?:sms|text message)|\\bsend(?:ing)? (?:an? |the )?(?:sms|text message)',
    ),
  },
  {
    topic: 'app-password-spaces',
    intents: ['auth-failure'],
    within: SIGN_IN,
    words: anyOf(
      '\\b(?:spaces|blanks|gaps|hyphens|dashes)\\b|\\bspace (?:between|in|after)\\b|\\b(?:four|4) (?:groups|blocks)\\b|\\bin one (?:go|word|piece)\\b',
      '空格|连字符|横杠|短横|四个一组|分(?:成)?四(?:组|段)|连(?:在一起|着)(?:写|填|输)',
    ),
  },
  {
    topic: 'app-password-lost',
    intents: ['auth-failure'],
    within: SIGN_IN,
    words: anyOf(
      '\\b(?:shown|seen?|show|displayed|find|view|look|read)(?: \\w+){0,4} (?:once|a second time)\\b|\\b(?:see|show|view|look at|find|read)(?: \\w+){0,3} again\\b',
      "\\b(?:did|have|had)(?:n['’]?t| not) (?:write|wrote|copy|copied|save|saved|note|noted)\\b|\\b(?:closed|left) (?:the|that) (?:page|window|tab)\\b|\\bi(?:['’]?ve| have)?(?: already)? (?:lost|misplaced) it\\b",
      `\\b(?:forgot|forgotten|lost|lose|misplaced)(?: \\w+){0,3} (?:${CODE}|code)`,
      `只(?:显示|出现|能看)(?:一|1)次|(?:忘|丢|找不到)(?:了|记了?)?[^，。]{0,4}${CODE_ZH}|${CODE_ZH}[^，。]{0,6}(?:忘|丢|不记得|没记|没保存|没抄|没存|找不到|不见|看不到)`,
      '没(?:有)?(?:记|抄|保存|存|复制)(?:下来|住|下)|关(?:掉|了)(?:那?个?)?(?:页面|网页|窗口)|(?:页面|网页|窗口)(?:已经|被我)?关|(?:再|重新)看(?:一遍|一次|到)',
    ),
  },
  {
    topic: 'app-password-ends',
    intents: ['auth-failure'],
    within: SIGN_IN,
    words: anyOf(
      '\\b(?:does|do|will|can|would) (?:it|they|that|this|these|those|the (?:code|password))(?: ever| also| then)? (?:expire|run out|end|time out)\\b|\\bhow long(?: \\w+){0,4} (?:valid|last|good|work|keep)',
      `${CODE}.{0,20}(?:expire|valid)|\\b(?:chang|reset)\\w*(?: \\w+){0,4} (?<!app )(?<!specific )passwords?\\b.{0,40}(?:${CODE}|\\bcodes?\\b|new ones?\\b)|(?:${CODE}|\\bcode\\b).{0,30}\\b(?:if|when|after|once) i (?:chang|reset)`,
      '\\b(?:again|new one|another one)(?: \\w+){0,3} (?:every|each) (?:month|year|time|few|so often|week)',
      '^(?:and |what |so |but )*(?:if|when|what if|after|once) i chang\\w*(?: \\w+){0,3} password[?]*$',
      `${CODE_ZH}[^，。]{0,10}(?:有效期|多久|永久|期限|会过期|会失效|一直能)|会(?:不会)?(?:过期|失效)|多久(?:过期|失效)|有(?:没有)?(?:有效期|期限)|(?:有效期|能用|有效)多(?:久|长)`,
      `(?:改|换)(?:了)?(?:登录|qq|主|邮箱)?密码[^。]{0,12}(?:${CODE_ZH}|还能用|失效|还有效)`,
    ),
    asks: true,
  },
  {
    topic: 'app-password-devices',
    intents: ['auth-failure'],
    within: SIGN_IN,
    words: anyOf(
      `\\b(?:same|another|second|new|separate|different|own|extra|one) (?:${CODE}|password|code|one)s?(?: \\w+){0,4} (?:each|every|both|all|phone|device|laptop|computer|i ?pad|i ?phone|tablet|mac|program)s?\\b`,
      '\\bone (?:per|for (?:each|every|both|all))\\b|\\b(?:for|on) (?:each|every|both|all|two|several)(?: my| of my| the)? (?:device|phone|computer|program)s?\\b|\\bhow many(?: \\w+){0,4} (?:can|may) i (?:make|have|create)\\b',
      '\\buse (?:it|that|this|the same(?: one| code| password)?)(?: \\w+){0,3} (?:on|for) (?:the |my )?(?:other|second|both|all|several|two|phone|laptop|i ?pad|tablet|another)\\b',
      `(?:[几两多每]|另一?|换一?)(?:台|个|部)(?:设备|手机|电脑|客户端|软件)?[^，。]{0,8}(?:${CODE_ZH}|密码|通用|共用|同一个|一个)|${CODE_ZH}[^，。]{0,12}(?:通用|共用|同一个|几个|多个|两个|每台|另一台|别的设备|都能用)`,
      `\\b(?:phone|mobile|laptop|computer|i ?pad|i ?phone|tablet|mac|other device)\\b[^.?!]{0,12}\\b(?:same|another|new|separate|different|own) (?:${CODE}|password|code|one)\\b`,
      `(?:手机|电脑|平板|另一?台|别的设备)(?:上|端|里)?(?:也|还|是不是也)(?:要|得|需要|用|填)[^，。]{0,6}(?:${CODE_ZH}|同一个|这个密码)`,
      '一台(?:设备)?一个|能(?:生成|有|申请)(?:几|多少)个|共用(?:一个)?|通用(?:吗|的)',
    ),
    asks: true,
  },
  {
    topic: 'forgotten-password',
    intents: ['auth-failure'],
    words: anyOf(
      "\\b(?:forgot|forgotten|lost|(?:do ?n['’]?t|do not|can['’]?t|cannot) (?:know|remember))(?: \\w+){0,4} password\\b|\\b(?:how|where|can|could)\\b.{0,20}\\breset (?:my|the|his|her) password",
      '(?:忘记?|不记得|想不起)[^，。]{0,6}密码|密码[^，。]{0,4}(?:忘|不记得|想不起)|(?:怎么|如何|哪里|在哪)(?:重置|重设|找回)密码|密码(?:怎么|如何|在哪)(?:重置|重设|找回)',
    ),
  },
  {
    topic: 'two-step-switched-on',
    intents: ['auth-failure'],
    words: anyOf(
      `\\b(?:it (?:dept|department|guys?|people|desk|says?|said|has|have|had|switched|turned|told|made|forces?|rolled)|admins?|company|employer|school|they|we)\\b.{0,40}${TWO_STEP}`,
      `\\b(?:since|after|because of|ever since|now that)\\b.{0,30}${TWO_STEP}`,
      `${TWO_STEP}.{0,40}\\b(?:reason|cause|problem|related|to do with|why|because|yesterday|last week|recently|mandatory|forced|required)\\b`,
      `(?:it|网管|管理员|公司|单位|学校|他们|老板|我们)[^，。]{0,12}${TWO_STEP_ZH}|${TWO_STEP_ZH}[^。]{0,14}(?:关系|关事|有关|原因|影响|导致|之后|以后|搞的)`,
      `(?:开|启用|打开|上|强制|要求|换)(?:了|咗)?${TWO_STEP_ZH}[^。]{0,6}(?:后|之后|以后|就)`,
    ),
  },
  {
    topic: 'program-too-old',
    intents: ['auth-failure', 'connection-error', 'client-setup', 'send-receive-problem', 'check-tls'],
    within: ['auth-failure', 'connection-error', 'client-setup', 'send-receive-problem', 'ports-and-encryption'],
    despiteError: true,
    words: anyOf(
      '\\btoo (?:old|ancient|outdated)\\b|\\b(?:outdated|obsolete|no longer supported|unsupported|end of life)\\b',
      `\\bold(?:er)? (?:versions?|outlook|programs?|windows|systems?)\\b|\\b(?:that|so|is|pretty|very|quite) (?:old|ancient)\\b|${OLD_PROGRAM}`,
      '(?:太|过于|有点|比较|是不是)(?:旧|老)|版本(?:太|过|比较)?(?:旧|低|老)|过时|淘汰|不支持(?:tls|oauth)',
      '(?:旧|老)(?:版本?|系统|手机|outlook)[^，。]{0,10}(?:不支持|不行|不能|还能|行不行|关系)|安卓 ?[2-6](?!\\d)',
    ),
    asks: true,
    first: anyOf(
      `${OLD_PROGRAM}.{0,40}\\b(?:too old|still (?:work|usable|ok|supported|use)|outdated)|\\b(?:too old|still (?:work|usable|supported|use))\\b.{0,40}${OLD_PROGRAM}`,
      `${OLD_PROGRAM}[^。]{0,14}(?:太旧|太老|还能用|能不能用|还支持)`,
    ),
  },
];
