import type { privacy as english } from '../en/privacy.ts';

export const privacy: typeof english = {
  kept: '目前保存着您的：{messages} 条消息、{conversations} 个对话、{tickets} 个人工请求、{files} 个文件。消息过几天、对话过几周会自动删除。',
  erase: '全部删除',
  sure: '要删除我保存的关于您的全部内容吗？平台允许的话，我给您的回答也会一并删除。删除后无法恢复。您自己发的消息会留在平台上，要由您自己删除。',
  yes: '是的，删除',
  erased: '已经删除我保存的关于您的内容，之前的回答也正在删除。只有您能看到的回答无法删除，刷新后就会消失。',
  openTicket: '您的请求 #{number} 还没结束，要等它结束。之后您也可以删除它。',
};
