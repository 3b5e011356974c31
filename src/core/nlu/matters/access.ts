import { anyOf, type MatterRule, unmistakable } from './matter.ts';

const CLOUD_OFFICE = '(?:\\b(?:microsoft ?365|office ?365|[om]365|exchange|tenant|azure|entra)\\b|微软 ?365|租户)';
const SMTP_AUTH =
  '(?:smtp[ -]?auth\\w*|authenticated smtp|smtp authentication|smtpclientauth\\w*|smtp ?(?:身份)?(?:验证|认证)|已验证的 ?smtp)';
const CODE = '(?:code|confirm\\w*|verif\\w*|approv\\w*|2fa|mfa|two[ -]?(?:step|factor)|authenticator|prompt)';
const GONE = '(?:old|lost|broken|stolen|dead|previous|former|smashed)';

/** Doors that somebody has to open: the administrator, or whoever lost the second key. */
export const ACCESS_MATTERS: MatterRule[] = [
  {
    topic: 'allow-smtp-auth',
    intents: ['auth-failure', 'client-setup', 'send-receive-problem'],
    within: ['auth-failure', 'client-setup', 'send-receive-problem', 'connection-error', 'provider-settings'],
    at: ['office365'],
    words: anyOf(
      "\\b(?:i am|i['’]?m|am) (?:the |an? |our )?(?:it |company['’]?s? )?admin|\\badmin(?:istrator)? (?:cent\\w+|portal|page)\\b|\\bwhere (?:do|can) (?:i|we) (?:allow|enable|switch|turn|permit|activate)|\\b(?:an)?other ways?\\b|\\balternative|\\b(?:without|no|not do|not support) oauth|\\bdirect send\\b|\\bconnector\\b|\\brelay\\b",
      '我(?:就)?是管理员|管理(?:中心|后台)|在哪(?:里|儿)?(?:允许|开启|打开|启用|设)|(?:别|其他|其它|另)的?(?:办法|方法)|替代|直接发送|连接器|不支持oauth',
      SMTP_AUTH,
    ),
    surely: unmistakable(
      `${CLOUD_OFFICE}.{0,60}${SMTP_AUTH}|${SMTP_AUTH}.{0,60}${CLOUD_OFFICE}`,
      `\\bdirect send\\b.{0,40}(?:${CLOUD_OFFICE}|\\b(?:printer|scanner|port|server|mx)\\b)|${CLOUD_OFFICE}.{0,40}\\b(?:direct send|relay|connector)\\b|\\bmanage email apps\\b`,
    ),
    unless: /\b[45]\d\d[ -]\d|\b5\.7\.\d+/,
  },
  {
    topic: 'second-step-lost',
    intents: ['auth-failure'],
    within: ['auth-failure', 'client-setup'],
    words: anyOf(
      `\\b${GONE} (?:phone|mobile|number|sim)\\b|\\bback-?up codes?\\b|\\brecovery (?:address|e-?mail|code|mail ?box)|\\btry another way\\b`,
      '(?:旧|老|原来的)(?:手机|号码)|备用(?:邮箱|信箱|码|验证码)|(?:试试)?其他方式|手机(?:坏|丢)',
    ),
    unless:
      /certificate|\bservers?\b|\bimap\b|\bpop3?\b|move|transfer|证书|服务器|paypal|facebook|instagram|github|portal|game|授权码/,
    surely: unmistakable(
      '(?:换|改)(?:了)?(?:手机)?号(?:码)?(?:了)?[^。]{0,6}收不到[^。]{0,8}验证码',
      `\\b${GONE} (?:phone|mobile|i ?phone|device|number|sim)\\b.{0,80}\\b${CODE}\\b|\\b${CODE}\\b.{0,60}\\b${GONE} (?:phone|mobile|i ?phone|device|number|sim)\\b`,
      `\\b(?:lost|broke|smashed|no longer have|(?:do|did) ?n['’]?t have|without|changed) (?:my |the )?(?:phone|mobile|phone number|number|authenticator)\\b.{0,60}\\b${CODE}\\b|\\bphone (?:is |was )?(?:lost|broken|stolen|dead|gone)\\b.{0,80}\\b${CODE}\\b|\\b${CODE}\\b.{0,60}\\b(?:phone|number)(?: \\w+){0,3} (?:lost|broken|stolen|gone|any ?more|no longer)\\b`,
      '\\bauthenticator\\b.{0,40}\\b(?:lost|gone|new phone|deleted|uninstalled)\\b',
      '(?:旧|老|原来的?|以前的?)手机[^。]{0,14}(?:确认|验证|按(?:是|确)|批准)|(?:确认|验证|验证码)[^。]{0,14}(?:旧|老|原来的?|以前的?)(?:手机|号码|手机号)',
      '手机(?:号码?)?(?:已经|又)?(?:坏|丢|掉|没|停机|停用|换号|注销|不用)(?:了)?[^。]{0,14}(?:验证码|验证|两步|二次|登不|登录不)|(?:验证码|两步验证|双重认证)[^。]{0,12}手机(?:号码?)?(?:已经)?(?:坏|丢|停|没|不用|换)',
    ),
  },
];
