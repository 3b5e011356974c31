import type { Texts } from '../index.ts';

export const surfaces: Texts['surfaces'] = {
  invited:
    '大家好！我可以帮忙设置邮箱：服务器地址、端口、加密、密码和各种报错。@ 我提问，或输入 `/mail`。其他时候我不会打扰。',
  homeTitle: '邮箱设置助手',
  request: '您的请求',
  requestOpen: '{number} 号请求已转给人工客服，会在消息里回复您。',
  language: '语言',
  privacy: '隐私',
  privacyShort: '请不要发送密码：从来用不到，看起来像密码的内容也不会保存。',
  privacyMore: '我会保存什么',
  promptsTitle: '可以这样问',
  prompts: ['QQ 邮箱的 IMAP 服务器是什么？', '用 IMAP 还是 POP3？', '密码没错，但登录失败', '怎么找到邮件服务器地址？'],
  promptsFor: [
    '{provider}的发件服务器怎么填？',
    '{provider}用 IMAP 还是 POP3？',
    '{provider}提示密码错误',
    '怎么在 iPhone 上设置{provider}？',
  ],
  notHere: '这里不能这样做。',
  formEmpty: '请选择服务商，或粘贴您的设置。',
  late: '抱歉让您久等：您提问时我不在线。',
  writeHere: '请直接写在这里，用您自己的话就好。',
  emptyCall: '我没有看到文字内容。请点下面的按钮填写，或者 @我 并写上您的问题。',
  emptyCallButton: '填写问题',
};
