import type { Texts } from '../index.ts';

/** What is true of a provider, and the kinds of password. */
export const traits: Texts['traits'] = {
  codes: {
    'no-imap': '{provider} 不提供 IMAP。',
    'no-pop3': '{provider} 不提供 POP3，請用 IMAP。',
    'no-smtp': '{provider} 不支援用郵件用戶端寄信（SMTP）。',
    'no-direct-access': '{provider} 不能在一般郵件用戶端使用，只能用它自己的應用程式或網頁。',
    'bridge-only': '{provider} 只能透過電腦上的 Bridge 程式接入郵件用戶端。',
    'oauth2-only': '{provider} 只接受瀏覽器視窗登入（OAuth2），不能在用戶端直接填密碼。',
    'needs-app-password': '{provider} 在郵件用戶端要用應用程式密碼，不是登入密碼。',
    'needs-authorization-code': '{provider} 在郵件用戶端要填授權碼（網頁上寫作「授权码」），不是登入密碼。',
    'needs-client-password': '{provider} 在郵件用戶端要填用戶端專用密碼（網頁上寫作「客户端专用密码」）。',
    'needs-separate-mail-password': '{provider} 為郵件用戶端另設一組密碼，請在帳號設定裡設定。',
    'imap-must-be-on': '請先在網頁信箱開啟 IMAP。',
    'pop3-must-be-on': '請先在網頁信箱開啟 POP3。',
    'admin-must-allow': '需要公司管理員先允許使用郵件用戶端。',
    'paid-plan-needed': '{provider} 需要付費方案才能使用郵件用戶端。',
    'needs-imap-id': '{provider} 會以「Unsafe Login」拒絕部分用戶端。請更新用戶端，或用服務商自己的。',
    'plaintext-refused': '只接受加密連線。',
    'unreachable-in-region': '{provider} 在 {region} 經常連不上。更改設定之前，請先換個網路試試。',
    'smtp-basic-auth-ending': '{provider} 從 {date} 起逐步停用僅憑密碼的 SMTP 登入，請改用 OAuth2。',
    closed: '{provider} 的信箱服務可能已經停止，請向服務商確認。',
    'product-ask-admin': '{provider} 是公司自己運作的郵件系統，伺服器名稱請問管理員。',
    'not-a-mailbox': '{provider} 是給程式和網站寄信用的服務，不是信箱。',
    'username-local-part-for-imap': '收件的使用者名稱可以只填 @ 前面的部分，寄件要填完整地址。',
  },
  passwords: {
    login: '登入密碼',
    'app-password': '應用程式密碼',
    'authorization-code': '授權碼（網頁上寫作「授权码」）',
    'client-password': '用戶端專用密碼（網頁上寫作「客户端专用密码」）',
    'separate-mail-password': '另設的郵件密碼',
    oauth2: '瀏覽器登入（OAuth2）',
    'bridge-password': 'Bridge 密碼',
  },
};
