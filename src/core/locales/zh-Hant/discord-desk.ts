import type { Texts } from '../index.ts';

/** The desk as Discord shows it: `/desk`, tags of a forum, limits of threads. */
export const discordDesk: Texts['discordDesk'] = {
  /** Names that a forum may give to the tag of a state. */
  tags: {
    open: ['待處理', '新'],
    claimed: ['處理中', '已認領'],
    'waiting-for-asker': ['等待使用者', '等待回覆'],
    'waiting-for-agent': ['待回覆'],
    snoozed: ['稍後處理', '已延後'],
    resolved: ['已解決'],
    closed: ['已關閉', '已完成'],
  },
  desk: '處理需要真人協助的請求',
  commands: {
    mine: '我的請求，等最久的在前',
    queue: '還沒有人認領的請求',
    claim: '認領一個請求',
    release: '把請求退回佇列',
    hand: '把請求轉給別人或其他佇列',
    note: '寫一則只有客服看得到的備註',
    send: '把內容傳給提問者',
    canned: '傳送一則常用回覆',
    snooze: '把請求延後一段時間',
    wake: '恢復延後的請求',
    resolve: '標記為已解決',
    close: '關閉請求',
    reopen: '重新開啟已關閉的請求',
    direct: '我在討論串寫的內容直接傳出，或停止直接傳出',
    block: '不再接受此人的請求',
    unblock: '重新接受此人的請求',
    away: '我暫時離開，不再分派新請求',
    back: '我回來了',
    help: '這裡可以做什麼',
  },
  options: {
    ticket: '請求編號；不填就是目前討論串的請求',
    text: '要寫的內容',
    to: '成員或佇列的名稱',
    reply: '常用回覆的名稱',
    span: '延後多久',
    on: '開或關',
  },
  spans: {
    hour: '一小時',
    morning: '到下一個早上',
    'three-days': '三個工作天',
    week: '一週',
  },
  on: '開',
  off: '關',
  threadsNearlyFull: '⚠️ 本伺服器已有 {count}/{most} 個活躍討論串。請關閉已完成的請求，否則很快就無法新增請求了。',
};
