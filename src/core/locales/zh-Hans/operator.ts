import type { operator as english } from '../en/operator.ts';

export const operator: typeof english = {
  erased:
    '关于 {person} 的内容已删除。我们发出的 {posts} 条消息会在机器人运行时从平台删除；平台拒绝的，可用“postilion dead-letters”查看。',
  notDeleted: '有 {quiet} 条回答无法删除：只有本人能看到，刷新后消失。',
  stillOpen: '工单 #{number} 还没结束，暂时保留。结束后请再删除一次。',
  noDeadLetters: '所有消息都已回答并送达。',
  textErased: '文本已删除，无法重试',
  retried: '机器人一运行就会重试 {id}。',
  noSuchDeadLetter: '没有可以重试的死信 {id}。',
  retriedAll: '机器人一运行就会重试 {count} 条死信。',
};
