import type { Texts } from '../index.ts';

/** Files that set up a mail program. */
export const files: Texts['files'] = {
  button: '給 iPhone、Mac 或 Thunderbird 的設定檔',
  which: '可以用一個檔案替您設定好 **{provider}**。要給哪個程式用？',
  formats: { mobileconfig: 'iPhone、iPad 或 Mac', autoconfig: 'Thunderbird（雷鳥）' },
  making: '請稍候，正在產生檔案…',
  sentPrivately: '檔案已經用私訊傳給您了。',
  notSent: '沒辦法傳私訊給您。請在平台設定裡允許接收私訊，然後再試一次。',
  tryAgain: '再試一次',
  intro: {
    mobileconfig:
      '這是 **{account}** 的設定檔。請在 iPhone、iPad 或 Mac 上打開，再到「設定」裡確認安裝。裡面沒有密碼，裝置會向您詢問。',
    autoconfig:
      '這是 **{account}** 的設定檔。請把 `{name}` 放到 Thunderbird 程式目錄下的 `isp` 資料夾，再到 Thunderbird 新增帳號。裡面沒有密碼，也沒有信箱地址。',
  },
  notSigned: '您的 iPhone 會顯示**未簽署**。只有這個檔案是您自己要的，才可以安裝。',
  signed: '檔案由運作本助理的人簽署。只有這個檔案是您自己要的，才可以安裝。',
  written: '已寫入：{name}',
  no: {
    'no-access': '{provider} 沒有設定檔：它不讓一般郵件用戶端接入，請用它自己的應用程式或網頁。',
    bridge: '{provider} 沒有設定檔：郵件用戶端只能透過它的 Bridge 程式接入，設定會顯示在您自己的電腦上。',
    'no-servers': '沒辦法為 {provider} 產生檔案：我不知道適用於它所有信箱、已查證的伺服器。請問管理員或它的客服。',
    incomplete: '沒辦法為 {provider} 產生檔案：我只知道它收件或寄件其中一邊的伺服器。',
    'oauth2-only':
      '{provider} 不需要設定檔：在 iPhone 或 Mac 的「設定 → 郵件 → 加入帳號」選它的名稱，再到跳出的視窗登入。',
    'domain-needed': '{provider} 不同的信箱地址用不同的伺服器。請告訴我 @ 後面的部分，然後再要一次檔案。',
  },
  profile: { description: '在「郵件」中設定 {account}。不含密碼。' },
  /** What `doctor` says of the operator's key. */
  signing: {
    good: 'Apple 描述檔會用 {path} 裡的憑證簽署。',
    'certificate-unreadable': '無法讀取 MOBILECONFIG_CERT_FILE 裡的憑證，它應是 PEM 檔。',
    'key-unreadable': '無法讀取 MOBILECONFIG_KEY_FILE 裡的金鑰，它應是沒有密語的 PEM 檔。',
    'key-unsuitable': 'MOBILECONFIG_KEY_FILE 裡的金鑰不能用來簽署，請用 RSA 或 P-256 金鑰。',
    'pair-mismatch': 'MOBILECONFIG_KEY_FILE 和 MOBILECONFIG_CERT_FILE 裡的憑證不是一對。',
    'certificate-expired': 'MOBILECONFIG_CERT_FILE 裡的憑證已過期，更新之前傳出的檔案都沒有簽署。',
  },
};
