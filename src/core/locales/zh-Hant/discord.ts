import type { Texts } from '../index.ts';

export const discord: Texts['discord'] = {
  choose: '請選擇…',
  getHelp: '信箱協助',
  sendToAsker: '傳送給提問者',
  commands: {
    mail: '協助您設定信箱',
    ask: '描述您的信箱問題',
    settings: '查詢信箱伺服器位址與連接埠',
    check: '檢查郵件伺服器是否安全、能否連線',
    diagnose: '貼上設定或錯誤訊息，找出問題',
    compare: 'IMAP 還是 POP3：哪一種適合您？',
    human: '請真人協助',
    language: '選擇回覆使用的語言',
    privacy: '我會保留什麼、保留多久',
    help: '我能幫什麼忙',
  },
  options: {
    question: '用您自己的話描述，或貼上錯誤訊息',
    provider: '信箱服務商或電子郵件地址',
    server: '伺服器位址，例如 imap.example.com',
    topic: '想詢問什麼',
    choice: '語言',
  },
  formTitle: '信箱協助',
  formAsk: '您想知道什麼？',
  formPaste: '請貼上您的設定或錯誤訊息',
  formHint: '請不要填寫密碼或授權碼。',
  notPublished: '這則內容已經無法再顯示，請用 /mail ask 再問一次。',
  forgotten: '這個按鈕已經失效，請用 /mail ask 再問一次。',
  fieldErrors: '請再看一下這裡：',
};
