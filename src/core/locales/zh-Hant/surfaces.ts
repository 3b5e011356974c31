import type { Texts } from '../index.ts';

export const surfaces: Texts['surfaces'] = {
  invited:
    '大家好！我可以協助設定信箱：伺服器位址、連接埠、加密、密碼和各種錯誤訊息。@ 我提問，或輸入 `/mail`。其他時候我不會打擾。',
  homeTitle: '信箱設定助手',
  request: '您的請求',
  requestOpen: '{number} 號請求已轉給專人，會在訊息裡回覆您。',
  language: '語言',
  privacy: '隱私',
  privacyShort: '請不要傳送密碼：從來用不到，看起來像密碼的內容也不會保存。',
  privacyMore: '我會保存什麼',
  promptsTitle: '可以這樣問',
  prompts: ['Gmail 的 IMAP 伺服器是什麼？', '用 IMAP 還是 POP3？', '密碼沒錯，但登入失敗', '怎麼找到郵件伺服器位址？'],
  promptsFor: [
    '{provider}的寄件伺服器怎麼填？',
    '{provider}用 IMAP 還是 POP3？',
    '{provider}顯示密碼錯誤',
    '怎麼在 iPhone 上設定{provider}？',
  ],
  notHere: '這裡不能這樣做。',
  formEmpty: '請選擇服務商，或貼上您的設定。',
  late: '抱歉讓您久等：您提問時我不在線上。',
  writeHere: '請直接寫在這裡，用您自己的話就好。',
  emptyCall: '我沒有看到文字內容。請按下面的按鈕填寫，或者 @我 並寫上您的問題。',
  emptyCallButton: '填寫問題',
};
