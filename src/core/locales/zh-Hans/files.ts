import type { Texts } from '../index.ts';

/** Files that set up a mail program. */
export const files: Texts['files'] = {
  button: '给 iPhone、Mac 或 Thunderbird 的设置文件',
  which: '可以用一个文件替您设好 **{provider}**。给哪个程序用？',
  formats: { mobileconfig: 'iPhone、iPad 或 Mac', autoconfig: 'Thunderbird（雷鸟）' },
  making: '请稍等，正在生成文件…',
  sentPrivately: '文件已经用私信发给您了。',
  notSent: '没能给您发私信。请在平台设置里允许接收私信，然后再试一次。',
  tryAgain: '再试一次',
  intro: {
    mobileconfig:
      '这是 **{account}** 的设置文件。请在 iPhone、iPad 或 Mac 上打开，再到“设置”里确认安装。里面没有密码，设备会向您询问。',
    autoconfig:
      '这是 **{account}** 的设置文件。请把 `{name}` 放到 Thunderbird 程序目录下的 `isp` 文件夹，再在 Thunderbird 里添加账号。里面没有密码，也没有邮箱地址。',
  },
  notSigned: '您的 iPhone 会显示**未签名**。只有这个文件是您自己要的，才可以安装。',
  signed: '文件由运行本助手的人签名。只有这个文件是您自己要的，才可以安装。',
  written: '已写入：{name}',
  no: {
    'no-access': '{provider} 没有设置文件：它不允许普通邮件客户端接入，请用它自己的应用或网页。',
    bridge: '{provider} 没有设置文件：邮件客户端只能通过它的 Bridge 程序接入，设置会显示在您自己的电脑上。',
    'no-servers': '没法为 {provider} 生成文件：我不知道适用于它所有邮箱的、核实过的服务器。请问管理员或它的客服。',
    incomplete: '没法为 {provider} 生成文件：我只知道它收件或发件其中一边的服务器。',
    'oauth2-only':
      '{provider} 不需要设置文件：在 iPhone 或 Mac 的“设置 → 邮件 → 添加账户”里选它的名字，再在弹出的窗口里登录。',
    'domain-needed': '{provider} 不同的邮箱地址用不同的服务器。请告诉我 @ 后面的部分，然后再要一次文件。',
  },
  profile: { description: '在“邮件”中设置 {account}。不含密码。' },
  /** What `doctor` says of the operator's key. */
  signing: {
    good: 'Apple 描述文件会用 {path} 里的证书签名。',
    'certificate-unreadable': '读不了 MOBILECONFIG_CERT_FILE 里的证书，它应是 PEM 文件。',
    'key-unreadable': '读不了 MOBILECONFIG_KEY_FILE 里的密钥，它应是没有口令的 PEM 文件。',
    'key-unsuitable': 'MOBILECONFIG_KEY_FILE 里的密钥不能用来签名，请用 RSA 或 P-256 密钥。',
    'pair-mismatch': 'MOBILECONFIG_KEY_FILE 和 MOBILECONFIG_CERT_FILE 里的证书不是一对。',
    'certificate-expired': 'MOBILECONFIG_CERT_FILE 里的证书已过期，更新之前发出的文件都没有签名。',
  },
};
