import type { Block } from '../../../src/core/index.ts';

type Sample = { [Kind in Block['kind']]: Extract<Block, { kind: Kind }> };

const actions: Block & { kind: 'actions' } = {
  kind: 'actions',
  actions: [
    { label: 'Set up Outlook', intent: { name: 'client-setup', slots: { client: 'outlook' } }, style: 'primary' },
    { label: 'Talk to a human', intent: { name: 'talk-to-human', slots: {} } },
  ],
};

/** One block of every kind, in each script. */
export const SAMPLES: Record<'en' | 'zh-Hans' | 'zh-Hant', Sample> = {
  en: {
    text: {
      kind: 'text',
      text: '**QQ Mail** works with any mail program.\n- Host: `imap.qq.com`\n- [Help](https://service.mail.qq.com/)',
    },
    settings: {
      kind: 'settings',
      title: 'QQ Mail',
      columns: ['', 'Server', 'Port', 'Encryption'],
      rows: [
        ['IMAP', 'imap.qq.com', '993', 'SSL/TLS'],
        ['POP3', 'pop.qq.com', '995', 'SSL/TLS'],
        ['SMTP', 'smtp.qq.com', '465', 'SSL/TLS'],
      ],
    },
    steps: {
      kind: 'steps',
      title: 'Before you begin',
      items: ['Open **Settings**, then Account.', 'Switch IMAP on.', 'Make an authorization code.'],
    },
    verdict: {
      kind: 'verdict',
      level: 'good',
      title: 'imap.qq.com is safe',
      text: 'TLS 1.3, and the certificate is valid until 2027-01-09.',
    },
    sources: {
      kind: 'sources',
      title: 'Sources',
      items: [
        { label: 'QQ Mail Help, seen 2026-09', url: 'https://service.mail.qq.com/' },
        { label: 'Thunderbird list, seen 2026-08' },
      ],
    },
    file: { kind: 'file', name: 'qq-mail.txt', mime: 'text/plain', content: 'imap.qq.com 993' },
    actions,
  },
  'zh-Hans': {
    text: {
      kind: 'text',
      text: '**QQ邮箱**可以在任何邮件程序里使用。\n- 服务器：`imap.qq.com`\n- [帮助](https://service.mail.qq.com/)',
    },
    settings: {
      kind: 'settings',
      title: 'QQ邮箱',
      columns: ['', '服务器', '端口', '加密'],
      rows: [
        ['IMAP', 'imap.qq.com', '993', 'SSL/TLS'],
        ['POP3', 'pop.qq.com', '995', 'SSL/TLS'],
        ['SMTP', 'smtp.qq.com', '465', 'SSL/TLS'],
      ],
    },
    steps: {
      kind: 'steps',
      title: '先做这几步',
      items: ['打开**设置**，再点“账号”。', '开启 IMAP 服务。', '生成授权码。'],
    },
    verdict: { kind: 'verdict', level: 'risky', title: '这台服务器可以用，但要留意', text: '证书还有 6 天到期。' },
    sources: {
      kind: 'sources',
      title: '来源',
      items: [{ label: 'QQ邮箱帮助中心，2026-09 查看', url: 'https://service.mail.qq.com/' }],
    },
    file: { kind: 'file', name: 'QQ邮箱设置.txt', mime: 'text/plain', content: 'imap.qq.com 993' },
    actions: {
      kind: 'actions',
      actions: [
        { label: '设置 Outlook', intent: { name: 'client-setup', slots: { client: 'outlook' } }, style: 'primary' },
        { label: '转人工', intent: { name: 'talk-to-human', slots: {} } },
      ],
    },
  },
  'zh-Hant': {
    text: {
      kind: 'text',
      text: '**QQ 信箱**可以在任何郵件程式裡使用。\n- 伺服器：`imap.qq.com`\n- [說明](https://service.mail.qq.com/)',
    },
    settings: {
      kind: 'settings',
      title: 'QQ 信箱',
      columns: ['', '伺服器', '連接埠', '加密'],
      rows: [
        ['IMAP', 'imap.qq.com', '993', 'SSL/TLS'],
        ['SMTP', 'smtp.qq.com', '465', 'SSL/TLS'],
      ],
    },
    steps: {
      kind: 'steps',
      title: '先做這幾步',
      items: ['開啟**設定**，再點「帳號」。', '開啟 IMAP 服務。', '產生授權碼。'],
    },
    verdict: { kind: 'verdict', level: 'broken', title: '這台伺服器的憑證過期了' },
    sources: {
      kind: 'sources',
      title: '來源',
      items: [{ label: 'QQ 信箱說明，2026-09 查看', url: 'https://service.mail.qq.com/' }],
    },
    file: { kind: 'file', name: '信箱設定.txt', mime: 'text/plain', content: 'imap.qq.com 993' },
    actions: {
      kind: 'actions',
      actions: [
        { label: '設定 Outlook', intent: { name: 'client-setup', slots: { client: 'outlook' } }, style: 'primary' },
        { label: '轉真人客服', intent: { name: 'talk-to-human', slots: {} } },
      ],
    },
  },
};

export const LANGUAGE_SAMPLES = Object.entries(SAMPLES).map(([language, sample]) => ({
  language,
  blocks: Object.values(sample) as Block[],
}));
