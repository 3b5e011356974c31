import type { Texts } from '../index.ts';

export const slack: Texts['slack'] = {
  formTitle: '信箱協助',
  formSubmit: '檢查',
  formClose: '取消',
  formQuestion: '您想知道什麼？',
  formSettings: '請貼上信箱設定或錯誤訊息',
  formHint: '請不要填寫密碼或授權碼，這裡用不到它們。',
  formProvider: '信箱服務商（知道的話）',
  formProviderHint: '輸入幾個字',
  formNotOpened: '表單沒有開啟。請再試一次，或直接把內容寫在指令後面。',
  postInThread: '貼到討論串',
};
