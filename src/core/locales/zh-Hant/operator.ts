import type { operator as english } from '../en/operator.ts';

export const operator: typeof english = {
  erased:
    '關於 {person} 的內容已刪除。我們發出的 {posts} 則訊息會在機器人執行時從平台刪除；平台拒絕的，可用「postilion dead-letters」查看。',
  notDeleted: '有 {quiet} 則回答無法刪除：只有本人看得到，重新整理後就會消失。',
  nothingKept: '沒有關於 {person} 的資料。寫法如 slack:T0123456789/U0123456789 或 discord:112233445566778899。',
  noState: '{path} 裡沒有資料。如果 Postilion 以前執行過，請檢查 POSTILION_STATE_DIR 和目前所在的資料夾。',
  stillOpen: '工單 #{number} 還沒結束，暫時保留。結束後請再刪除一次。',
  noDeadLetters: '所有訊息都已回答並送達。',
  textErased: '文字已刪除，無法重試',
  retried: '機器人一執行就會重試 {id}。',
  noSuchDeadLetter: '沒有可以重試的無法投遞項目 {id}。',
  retriedAll: '機器人一執行就會重試 {count} 個無法投遞的項目。',
  backedUp:
    '資料已複製到 {folder}：{tables} 個資料表，{rows} 列。金鑰（POSTILION_SECRET_KEY，或資料夾裡的 secret.key）不在其中，請另外保管。',
  restored: '已從 {folder} 還原資料。有 {lookedFor} 則待送訊息，送出前會先到平台上核對。',
  held: '有 {held} 則訊息太舊，不會自動送出。可用「postilion dead-letters」查看，仍需要的請重試。',
  moved: '資料已移到 {path}：{tables} 個資料表，{rows} 列，已清點核對。舊檔案已做標記，以後不能再用。',
  stopFirst: '請先停止 Postilion。',
  transfer: {
    'not-empty': '那裡已經有內容了。請換一個空資料夾，或先移走現有的資料。',
    'no-backup': '這個資料夾裡沒有備份。',
    damaged: '備份已損壞：與清單不符。',
    differs: '複製的內容與原來的不一致。沒有改動任何資料。',
    'no-state': '沒有可以複製的資料檔案。',
    'no-database': '沒有設定 DATABASE_URL。它說明資料要移到哪裡。',
  },
};
