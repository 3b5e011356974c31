import type { Texts } from '../index.ts';

/** What a provider's facts say beside its servers: for whom, since when, and where sources disagree. */
export const facts: Texts['facts'] = {
  forScope: '{protocol}，{scope}',
  scopes: { overseas: '中国大陆以外', bridge: '通过 Bridge' },
  notConfirmed: '{fact}（尚未核实）',
  changes: {
    from: '**{date} 起：**{what}',
    since: '**{date} 起已经：**{what}',
    codes: {
      'smtp-basic-auth-off': '{provider} 停用仅凭密码发信，请在邮件客户端里选 OAuth2。',
      'basic-auth-off': '{provider} 停用仅凭密码登录，请在邮件客户端里选 OAuth2。',
      'imap-off': '{provider} 不提供 IMAP。',
      'pop3-off': '{provider} 不提供 POP3，请用 IMAP。',
      'fetching-off': '{provider} 不再代收其他邮箱的邮件，请把那些邮箱加到邮件客户端里。',
      'plaintext-off': '{provider} 拒绝不加密的连接，请按上表设置。',
      'old-tls-off': '{provider} 拒绝旧的加密方式（TLS 1.0 和 1.1），请更新邮件客户端。',
      'host-replaced': '`{host}` 换成 `{replacement}`。',
      'paid-plan-needed': '{provider} 要付费版才能用邮件客户端。',
      'service-closes': '{provider} 停止服务，请提前把邮件存到别处。',
    },
  },
  disagree: '各来源说法不一：{values}。{reason}',
  reasons: {
    'official-page': '第一个是服务商自己的页面写的。',
    'newer-source': '第一个来自较新的来源。',
    'more-sources': '支持第一个的来源更多。',
    'other-product': '其余的属于另一个产品。',
    'depends-on-region': '用哪个取决于账号是在哪个地区注册的。',
    'both-work': '都可以用。',
    unresolved: '我无法判断哪个对：请先试第一个，或让我检查一下服务器。',
  },
  firstOn: {
    both: '请先在网页邮箱里开启 IMAP 或 POP3，不开启的话邮件客户端会被拒绝。',
    imap: '请先在网页邮箱里开启 IMAP，不开启的话邮件客户端会被拒绝。',
    pop3: '用 POP3 的话，请先在网页邮箱里开启它。',
    pop3Only: '用 POP3 的话，请先在网页邮箱里开启它；IMAP 一直是开启的。',
  },
  passwordNamed: '{name}（网页上叫“{localName}”）',
  stale: '其中有些信息上次核实是在 {year} 年。需要的话我可以检查一下服务器。',
  support: '{provider} 的客服：{ways}',
  possibleTypo: '`{typed}` 和 `{known}`（{provider}）很像，是不是打错了？',
  meantKnown: '是的，{known}',
  meantTyped: '不是，就查 {typed}',
  wrong: {
    which: '谢谢。{provider} 的哪一项不对？',
    noted: '谢谢，已经记下。会有人核实 {provider} 的这一项：{fact}。',
    facts: {
      imap: '收件服务器（IMAP）',
      pop3: '收件服务器（POP3）',
      smtp: '发件服务器（SMTP）',
      username: '用户名',
      password: '密码或登录方式',
      access: '需要先开启的项目',
      other: '其他',
    },
  },
};
