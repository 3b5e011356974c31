import type { Texts } from '../index.ts';

export const terminal: Texts['terminal'] = {
  greeting: '可以詢問信箱的伺服器、連接埠和錯誤訊息。/help 查看能做什麼，/quit 離開。',
  prompt: '您> ',
  choose: '輸入數字即可選擇，也可以繼續提問。',
  updated: '已更新：',
  removed: '先前的一則回答已收回。',
  file: '檔案「{name}」：',
  levels: { good: '良好', risky: '留意', broken: '有問題', unknown: '不清楚' },
  notKept: '剛才沒能收下您的訊息。請過一分鐘再傳一次。',
  unknownCommand: '沒有 {command} 這個指令。可用的有 {commands}，也可以直接提問。',
  tooLong: '內容太長，一次讀不完。請只傳錯誤訊息那一段。',
  goodbye: '再見。',
  person: '您',
};
