import { anyOf, type MatterRule } from './matter.ts';

/** What a certificate warning or a wrong server may do. */
export const SERVER_MATTERS: MatterRule[] = [
  {
    topic: 'certificate-continue',
    intents: ['check-tls'],
    within: ['check-tls'],
    words: anyOf(
      '\\bwhat(?: \\w+){0,3} happens?\\b|\\banything (?:bad )?happen|\\bif i (?:just )?(?:click|press|accept|continue|hit|say|trust|allow|proceed|choose)',
      '\\b(?:can|could|should|shall|do|may) i (?:\\w+ ){0,2}(?:click|press|accept|continue|ignore|trust|proceed|hit|allow|choose)\\b',
      '\\bi (?:already |just )?did (?:it|that|so)\\b|\\b(?:just|always|keep|already) (?:click|press|accept|continue|ignor|hit)\\w*|\\b(?:clicked|pressed|accepted|hit|trusted|tapped) (?:on )?(?:yes|ok|continue|trust|accept|it|that|anyway|already)\\b',
      '(?:点|按|选|接受|信任|继续|允许|忽略)(?:了|过|下去)?[^，。]{0,8}(?:会怎|会不会|怎么样|怎样|可以吗|行吗|行不行|有事|没事|安全吗|危险|后果|有影响)',
      '(?:可以|能|能不能|可不可以|要不要|该不该|直接)(?:点|按|选|接受|信任|继续|忽略|允许)|(?:点|按|选)了(?:继续|信任|是|接受|确定|允许)|如果(?:我)?(?:点|按|继续|信任)|一直(?:点|按)(?:继续|是|确定)',
    ),
    first: anyOf(
      '\\bcertificate\\b.{0,80}\\bwhat(?: \\w+){0,2} happens?\\b|\\bwhat(?: \\w+){0,2} happens?\\b.{0,60}\\bcertificate\\b',
      '证书[^。]{0,30}(?:点|按)了?(?:继续|信任|是)[^。]{0,6}(?:会怎|会不会)',
    ),
  },
  {
    topic: 'certificate-whom',
    intents: ['check-tls'],
    within: ['check-tls'],
    words: anyOf(
      '\\bexpired\\b|\\bout of date\\b|\\bnot (?:been )?renewed\\b|\\bwhose (?:job|fault|problem)\\b',
      '\\bwho(?:m)? (?:do|should|can|must|shall|would|to)\\b.{0,12}(?:tell|ask|contact|call|write|turn|complain|speak|talk|inform|report)|\\bwho (?:can|must|should|has to|will|needs to) (?:fix|mend|repair|renew|do)\\b|\\b(?:can(?:.?t)?|could(?:n.?t)?|must|should|do) i (?:\\w+ ){0,3}(?:fix|renew|mend|repair)\\b',
      '过期|到期|(?:找|问|联系|告诉|通知|反映)(?:谁|哪个|哪里|哪位|什么人)|谁(?:来|能|可以|负责|该)?(?:处理|修|管|弄|续|更新)|(?:我)?(?:能|可以)(?:自己)?(?:修|续|更新)',
    ),
  },
  {
    topic: 'certificate-only-me',
    intents: ['check-tls'],
    within: ['check-tls'],
    words: anyOf(
      '\\b(?:only|just) (?:me|mine|i\\b|(?:on )?(?:my|this) (?:phone|computer|laptop|pc|mac|outlook|i ?pad|i ?phone|device))|\\bnot on (?:my|the) (?:other|phone|laptop|computer|pc)',
      "\\b(?:colleagues?|co-?workers?|everybody|everyone|others|nobody|no one|the rest|wife|husband)\\b.{0,30}(?:\\belse\\b|n['’]?t\\b|\\bnot\\b|\\bfine\\b|\\bok\\b|\\bno (?:warning|problem)|\\bnever\\b)",
      '(?:只有|就|仅|单单|偏偏)我(?!们)|(?:同事|别人|其他人|大家|家人|他们|别的(?:电脑|手机)|其他(?:设备|电脑|手机)|手机上)(?:的)?[^，。]{0,6}(?:没|不|正常|好的)',
    ),
  },
  {
    topic: 'password-seen',
    intents: ['why-it-matters', 'wrong-server-address', 'check-tls', 'auth-failure'],
    words: anyOf(
      '\\bpassword.{0,50}\\b(?:leak|stolen|exposed|visible|compromised|captured|out there|in danger|at risk)|\\b(?:leak|stole|steal|expos)\\w*(?: \\w+){0,3} passwords?\\b',
      '\\b(?:they|someone|somebody|anyone|anybody|others|people|hackers?|strangers?|who)\\b.{0,20}\\b(?:see|seen|read|know|have|got|get)\\b(?: \\w+){0,3} password',
      '密码[^，。]{0,12}(?:泄露|泄漏|外泄|外泄|被看|被偷|被盗|暴露|传出去|送出去|发出去)|(?:泄露|泄漏|外泄|外泄|偷|盗)(?:了|走)?(?:我的)?密码|会不会泄',
    ),
    within: ['why-it-matters', 'wrong-server-address', 'check-tls', 'ports-and-encryption', 'what-is-server-address'],
    first: anyOf(
      '\\bwrong (?:server|host|address).{0,60}\\bpassword.{0,40}\\b(?:leak|stolen|exposed|visible|seen|compromised|safe)|\\bpassword.{0,40}\\b(?:leak|stolen|exposed|visible|seen|compromised)\\w*.{0,60}\\bwrong (?:server|host|address)',
      '^(?=.*(?:服务器|地址|主机))(?=.*错).*(?:密码[^。]{0,8}(?:泄|外泄|偷|被看|看到)|泄[^。]{0,3}密码)',
    ),
  },
  {
    topic: 'password-seen',
    intents: ['wrong-server-address', 'why-it-matters', 'check-tls'],
    within: ['why-it-matters', 'wrong-server-address', 'check-tls', 'ports-and-encryption'],
    words: anyOf(
      '\\b(?:(?:must|should) i|(?:need|have) to) (?:now )?(?:change|reset) (?:my|the) password\\b|\\bchange my password now\\b',
      '(?:要不要|需不需要|需要|是不是要|用不用|要)(?:马上)?(?:改|换)密码',
    ),
    asks: true,
  },
];
