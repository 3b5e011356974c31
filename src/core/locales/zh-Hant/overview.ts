import type { Texts } from '../index.ts';

export const overview: Texts['overview'] = {
  title: '未結請求',
  none: '沒有未結請求，大家都得到答覆了。',
  nobody: '無人認領',
  since: '從 {time} 起等待',
  more: '……還有 {count} 個：`/desk queue`',
  states: {
    open: '新請求',
    claimed: '處理中',
    'waiting-for-asker': '等對方回覆',
    'waiting-for-agent': '等我們回覆',
    snoozed: '已延後',
    resolved: '已解決',
    closed: '已關閉',
  },
};
