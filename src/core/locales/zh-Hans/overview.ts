import type { Texts } from '../index.ts';

export const overview: Texts['overview'] = {
  title: '未结请求',
  none: '没有未结请求，大家都得到答复了。',
  nobody: '无人认领',
  since: '从 {time} 起等待',
  more: '……还有 {count} 个：`/desk queue`',
  states: {
    open: '新请求',
    claimed: '处理中',
    'waiting-for-asker': '等对方回复',
    'waiting-for-agent': '等我们回复',
    snoozed: '已推迟',
    resolved: '已解决',
    closed: '已关闭',
  },
};
