import type { deadLetters as english } from '../en/dead-letters.ts';

export const deadLetters: typeof english = {
  title: '未能回答的訊息：{events} 則。未能送達的回答：{operations} 則。最近一則：{last}。',
  most: '只統計最近的 {count} 則。',
  line: '{count} × {platform}，{kind}：{reason}（最近 {last}）',
  event: '程式出錯，未能回答（{reason}）；請回報給我們',
  reasons: {
    'direct-closed': '對方不接收我們的私訊',
    'place-gone': '頻道或對話已不存在，或機器人已被移出',
    'place-archived': '頻道已封存；請先解除封存，再重試',
    'place-full': '那裡不能再開新的討論串；請先關閉一些，再重試',
    'not-a-member': '機器人不在頻道裡；請先邀請它，再重試',
    'missing-permission': '缺少權限；「postilion doctor」會說明缺哪一項',
    'too-large': '平台不接收這麼大的內容',
    rejected: '平台沒有接受',
    expired: '三天內都未能送達',
    held: '備份時還在等待送出；如果仍然需要，請重試',
  },
  next: '「postilion dead-letters」可以逐則查看並重試。',
};
