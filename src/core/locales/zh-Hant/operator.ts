import type { operator as english } from '../en/operator.ts';

export const operator: typeof english = {
  erased:
    '關於 {person} 的內容已刪除。我們發出的 {posts} 則訊息會在機器人執行時從平台刪除；平台拒絕的，可用「postilion dead-letters」查看。',
  notDeleted: '有 {quiet} 則回答無法刪除：只有本人看得到，重新整理後就會消失。',
  stillOpen: '工單 #{number} 還沒結束，暫時保留。結束後請再刪除一次。',
  noDeadLetters: '所有訊息都已回答並送達。',
  textErased: '文字已刪除，無法重試',
  retried: '機器人一執行就會重試 {id}。',
  noSuchDeadLetter: '沒有可以重試的無法投遞項目 {id}。',
  retriedAll: '機器人一執行就會重試 {count} 個無法投遞的項目。',
};
