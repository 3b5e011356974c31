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
    'oauth2-offered': '也可以用瀏覽器視窗登入（OAuth2），這樣就不需要另外的密碼。',
    'two-step-needed': '請先在 {provider} 帳號開啟兩步驟驗證，開啟後才能產生這組密碼。',
    'needs-app-password': '{provider} 在郵件用戶端要用應用程式密碼，不是登入密碼。',
    'app-password-with-two-step':
      '如果您的 {provider} 帳號開啟了兩步驟驗證，郵件用戶端要填在帳號裡產生的應用程式密碼，不是登入密碼。',
    'needs-authorization-code': '{provider} 在郵件用戶端要填授權碼（網頁上寫作「授权码」），不是登入密碼。',
    'needs-client-password': '{provider} 在郵件用戶端要填用戶端專用密碼（網頁上寫作「客户端专用密码」）。',
    'needs-separate-mail-password': '{provider} 為郵件用戶端另設一組密碼，請在帳號設定裡設定。',
    'imap-must-be-on': '請先在網頁信箱開啟 IMAP。',
    'imap-always-on': '{provider} 的 IMAP 一直是開啟的，不需要再開。',
    'pop3-must-be-on': '請先在網頁信箱開啟 POP3。',
    'pop3-always-on': '{provider} 的 POP3 一直是開啟的，不需要再開。',
    'smtp-must-be-on': '用郵件用戶端寄件（SMTP）要先在帳號設定裡開啟。',
    'admin-must-allow': '需要公司管理員先允許使用郵件用戶端。',
    'paid-plan-needed': '{provider} 需要付費方案才能使用郵件用戶端。',
    'needs-imap-id': '{provider} 會以「Unsafe Login」拒絕部分用戶端。請更新用戶端，或用服務商自己的。',
    'plaintext-refused': '只接受加密連線。',
    'smtp-own-network-only': '只有在 {provider} 自己的網路裡（例如家裡的寬頻）才能寄件，在別處無法寄。',
    'unreachable-in-region': '{provider} 在 {region} 經常連不上。更改設定之前，請先換個網路試試。',
    'no-new-accounts': '{provider} 已不再開放新信箱，原有的信箱照常可用。',
    closed: '{provider} 的信箱服務可能已經停止，請向服務商確認。',
    'product-ask-admin': '{provider} 是公司自己運作的郵件系統，伺服器名稱請問管理員。',
    'own-host-per-customer': '{provider} 給每個客戶或網域各自的伺服器名稱，請在控制台或開通信裡查看。',
    'forwards-only': '{provider} 只把郵件轉寄到另一個信箱，請在用戶端設定那個信箱。',
    'not-a-mailbox': '{provider} 是給程式和網站寄信用的服務，不是信箱。',
    'username-local-part-for-imap': '收件的使用者名稱可以只填 @ 前面的部分，寄件要填完整地址。',
    'recent-mail-only':
      '{provider} 可能只讓郵件程式收到最近 30 天的郵件。請在網頁信箱的 POP3/IMAP 設定（或「收发信设置」）裡把「收取选项」改成「全部」，儲存後重開郵件程式。',
    'newest-in-folder-only':
      '{provider} 每個資料夾只讓郵件程式看到最新的約 1 萬封，更早的仍在網頁信箱裡。在網頁上把它們移到別的資料夾，就看得到。',
    'own-folders-hidden':
      '{provider} 要在網頁上勾選後，郵件程式才看得到您自己建的資料夾：POP3/IMAP 設定（或「收发信设置」）→「收取我的文件夹」，儲存後重開郵件程式。',
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
