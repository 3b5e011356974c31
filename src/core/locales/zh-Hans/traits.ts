import type { Texts } from '../index.ts';

/** What is true of a provider, and the kinds of password. */
export const traits: Texts['traits'] = {
  codes: {
    'no-imap': '{provider} 不提供 IMAP。',
    'no-pop3': '{provider} 不提供 POP3，请用 IMAP。',
    'no-smtp': '{provider} 不支持用邮件客户端发信（SMTP）。',
    'no-direct-access': '{provider} 不能在普通邮件客户端里使用，只能用它自己的应用或网页。',
    'bridge-only': '{provider} 只能通过电脑上的 Bridge 程序接入邮件客户端。',
    'oauth2-only': '{provider} 只接受浏览器窗口登录（OAuth2），不能在客户端里直接填密码。',
    'oauth2-offered': '也可以用浏览器窗口登录（OAuth2），这样就不用另外的密码。',
    'two-step-needed': '请先在 {provider} 账号里开启两步验证，开启后才能生成这个密码。',
    'needs-app-password': '{provider} 在邮件客户端里要用应用专用密码，不是登录密码。',
    'app-password-with-two-step':
      '如果您的 {provider} 账号开了两步验证，邮件客户端里要填在账号里生成的应用专用密码，不是登录密码。',
    'needs-authorization-code': '{provider} 在邮件客户端里要填授权码，不是登录密码。',
    'needs-client-password': '{provider} 在邮件客户端里要填客户端专用密码。',
    'needs-separate-mail-password': '{provider} 给邮件客户端单设了一个密码，请在账号设置里设置。',
    'imap-must-be-on': '请先在网页邮箱里开启 IMAP。',
    'imap-always-on': '{provider} 的 IMAP 一直是开启的，不用再开。',
    'pop3-must-be-on': '请先在网页邮箱里开启 POP3。',
    'pop3-always-on': '{provider} 的 POP3 一直是开启的，不用再开。',
    'smtp-must-be-on': '用邮件客户端发信（SMTP）要先在账号设置里开启。',
    'admin-must-allow': '需要公司管理员先允许使用邮件客户端。',
    'paid-plan-needed': '{provider} 需要付费版才能使用邮件客户端。',
    'needs-imap-id': '{provider} 会以“Unsafe Login”拒绝部分客户端。请更新客户端，或用服务商自己的。',
    'plaintext-refused': '只接受加密连接。',
    'smtp-own-network-only': '只有在 {provider} 自己的网络里（比如家里的宽带）才能发信，在别处发不了。',
    'unreachable-in-region': '{provider} 在 {region} 经常连不上。改设置之前，请先换个网络试试。',
    'no-new-accounts': '{provider} 已不再开放新邮箱，原有的邮箱照常可用。',
    closed: '{provider} 的邮箱服务可能已经停止，请向服务商确认。',
    'product-ask-admin': '{provider} 是公司自己运行的邮件系统，服务器名请问管理员。',
    'own-host-per-customer': '{provider} 给每个客户或域名分配自己的服务器名，请在控制面板或开通邮件里查看。',
    'forwards-only': '{provider} 只把邮件转发到另一个邮箱，请在客户端里设置那个邮箱。',
    'not-a-mailbox': '{provider} 是给程序和网站发信用的服务，不是邮箱。',
    'username-local-part-for-imap': '收件的用户名可以只填 @ 前面的部分，发件要填完整地址。',
    'recent-mail-only':
      '{provider} 可能只让客户端收到最近 30 天的邮件。请在网页邮箱的 POP3/IMAP 设置（或“收发信设置”）里把“收取选项”改成“全部”，保存后重启客户端。',
    'newest-in-folder-only':
      '{provider} 每个文件夹只让客户端看到最新的约 1 万封，更早的仍在网页邮箱里。在网页上把它们移到别的文件夹，就能看到。',
    'own-folders-hidden':
      '{provider} 要在网页上勾选后，客户端才看得到您自己建的文件夹：POP3/IMAP 设置（或“收发信设置”）→“收取我的文件夹”，保存后重启客户端。',
  },
  passwords: {
    login: '登录密码',
    'app-password': '应用专用密码',
    'authorization-code': '授权码',
    'client-password': '客户端专用密码',
    'separate-mail-password': '单独的邮件密码',
    oauth2: '浏览器登录（OAuth2）',
    'bridge-password': 'Bridge 密码',
  },
};
