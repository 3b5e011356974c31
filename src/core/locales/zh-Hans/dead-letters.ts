import type { deadLetters as english } from '../en/dead-letters.ts';

export const deadLetters: typeof english = {
  title: '未能回答的消息：{events} 条。未能送达的回答：{operations} 条。最近一条：{last}。',
  most: '只统计最近的 {count} 条。',
  line: '{count} × {platform}，{kind}：{reason}（最近 {last}）',
  event: '程序出错，未能回答（{reason}）；请反馈给我们',
  reasons: {
    'direct-closed': '对方不接收我们的私信',
    'place-gone': '频道或会话已不存在，或者机器人已被移出',
    'place-archived': '频道已归档；请先取消归档，再重试',
    'place-full': '那里不能再开新的话题；请先关闭一些，再重试',
    'not-a-member': '机器人不在频道里；请先邀请它，再重试',
    'missing-permission': '缺少权限；“postilion doctor”会说明缺哪一项',
    'too-large': '平台不接收这么大的内容',
    rejected: '平台没有接受',
    expired: '三天内都未能送达',
    held: '备份时还在等待发送；如果仍然需要，请重试',
  },
  next: '“postilion dead-letters”可以逐条查看并重试。',
};
