import type { Texts } from '../index.ts';

export const discord: Texts['discord'] = {
  choose: '请选择…',
  getHelp: '邮箱帮助',
  sendToAsker: '发送给提问者',
  commands: {
    mail: '帮您设置邮箱',
    ask: '描述您的邮箱问题',
    settings: '查询邮箱服务器地址和端口',
    check: '检查邮件服务器是否安全、能否连接',
    diagnose: '粘贴设置或报错信息，找出问题',
    compare: 'IMAP 还是 POP3：哪个适合您？',
    human: '转人工客服',
    language: '选择回答使用的语言',
    privacy: '我会保存什么，保存多久',
    help: '我能做什么',
  },
  options: {
    question: '用您自己的话描述，或贴上报错信息',
    provider: '邮箱服务商或邮箱地址',
    server: '服务器地址，例如 imap.example.com',
    topic: '想咨询什么',
    choice: '语言',
  },
  formTitle: '邮箱帮助',
  formAsk: '您想了解什么？',
  formPaste: '请粘贴您的设置或报错信息',
  formHint: '请不要填写密码或授权码。',
  notPublished: '这条内容已经无法再显示了，请用 /mail ask 再问一次。',
  forgotten: '这个按钮已经失效了，请用 /mail ask 再问一次。',
  fieldErrors: '请再看一下这里：',
};
