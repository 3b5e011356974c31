import { anyOf } from './ask-back-words.ts';

/** What is asked about, where it is named. */
export type AskedThing =
  | 'app-password'
  | 'protocol'
  | 'port'
  | 'encryption'
  | 'username'
  | 'exchanger'
  | 'two-step'
  | 'bridge'
  | 'server'
  | 'password';

/** The part of an address that some providers take for the user name. */
const BEFORE_THE_AT =
  '\\b(?:bit|part|name|stuff|piece|thing) (?:before|in front of|up to|left of) the (?:@|at\\b)|@ ?(?:号)?(?:前面|之前|以前)(?:的|那)?';

/** What stands in a line of the settings: "which user name?", "端口呢", "just the port". */
export const FACT = anyOf(
  "^(?:(?:what|which)(?:['’]?s| is)? )?(?:just |only )?(?:the |my )?(?:user ?name|login name|user id|(?:normal |usual )?password|(?:outgoing |incoming |imap |pop3? |smtp )?ports?|encryption)(?: (?:do|should|must) i (?:use|type|put|enter)| then)?[?]*$",
  '^(?:只要|只问|就要)?(?:用户名|账户名|账号|帐号|密码|(?:连接)?端口|加密)(?:方式|类型|号)?(?:呢|咧|是(?:什么|多少|啥)|要?(?:填|选|写|用|打)(?:什么|啥|哪个)|多少)?[?]*$',
  '(?:用户名|账号|帐号).{0,6}(?:完整|全名|全称|@)|(?:whole|full|complete) (?:e-?mail )?address\\b.*\\?',
  BEFORE_THE_AT,
);

export const THINGS: readonly (readonly [AskedThing, RegExp])[] = [
  [
    'app-password',
    anyOf(
      'app(?:lication)?[ -]?(?:specific )?[ -]?passw(?:ord|ort)s?',
      '授权码|授权密码|专用密码|应用(?:程序|程式)?密码',
      'アプリ(?:用)?パスワード',
      '^(?:什么|啥|哪个)码|^(?:what|which) code',
    ),
  ],
  [
    'username',
    anyOf(
      'user ?name|user id|login name',
      '用户名|账户名|账号|帐号',
      '(?:whole|full|complete) (?:e-?mail )?address',
      BEFORE_THE_AT,
    ),
  ],
  ['two-step', anyOf('two[ -]?(?:step|factor)|2fa|\\bmfa\\b', '两步骤?验证|二次验证|双重(?:验证|认证)|二步验证')],
  ['bridge', /\bbridge\b/],
  ['exchanger', /\bmx\b/],
  ['port', anyOf('\\bports?\\b|端口', '\\b(?:25|110|143|465|587|993|995|2525)(?!\\d)')],
  ['encryption', anyOf('\\b(?:ssl|tls|starttls)\\b|encrypt', '加密')],
  ['server', anyOf('\\bserver|\\baddress', '服务器|主机|地址')],
  ['protocol', /imap|pop3?|smtp/],
  ['password', anyOf('passwor[dt]|mot de passe', '密码|パスワード')],
];
