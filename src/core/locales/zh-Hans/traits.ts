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
    'needs-app-password': '{provider} 在邮件客户端里要用应用专用密码，不是登录密码。',
    'needs-authorization-code': '{provider} 在邮件客户端里要填授权码，不是登录密码。',
    'needs-client-password': '{provider} 在邮件客户端里要填客户端专用密码。',
    'needs-separate-mail-password': '{provider} 给邮件客户端单设了一个密码，请在账号设置里设置。',
    'imap-must-be-on': '请先在网页邮箱里开启 IMAP。',
    'pop3-must-be-on': '请先在网页邮箱里开启 POP3。',
    'admin-must-allow': '需要公司管理员先允许使用邮件客户端。',
    'paid-plan-needed': '{provider} 需要付费版才能使用邮件客户端。',
    'needs-imap-id': '{provider} 会以“Unsafe Login”拒绝部分客户端。请更新客户端，或用服务商自己的。',
    'plaintext-refused': '只接受加密连接。',
    'unreachable-in-region': '{provider} 在 {region} 经常连不上。改设置之前，请先换个网络试试。',
    'smtp-basic-auth-ending': '{provider} 从 {date} 起逐步停用仅凭密码的 SMTP 登录，请改用 OAuth2。',
    closed: '{provider} 的邮箱服务可能已经停止，请向服务商确认。',
    'product-ask-admin': '{provider} 是公司自己运行的邮件系统，服务器名请问管理员。',
    'not-a-mailbox': '{provider} 是给程序和网站发信用的服务，不是邮箱。',
    'username-local-part-for-imap': '收件的用户名可以只填 @ 前面的部分，发件要填完整地址。',
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
