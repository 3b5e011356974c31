import type { Texts } from '../index.ts';

export const terminal: Texts['terminal'] = {
  greeting: '可以问邮箱的服务器、端口和报错。/help 查看能做什么，/quit 退出。',
  prompt: '您> ',
  choose: '输入数字即可选择，也可以接着提问。',
  updated: '已更新：',
  removed: '之前的一条回答已撤回。',
  file: '文件“{name}”：',
  levels: { good: '良好', risky: '注意', broken: '有问题', unknown: '不清楚' },
  notKept: '刚才没能收下您的消息。请过一分钟再发一次。',
  unknownCommand: '没有 {command} 这个命令。可用的有 {commands}，也可以直接提问。',
  tooLong: '内容太长，一次读不完。请只发报错的那一段。',
  goodbye: '再见。',
  person: '您',
};
