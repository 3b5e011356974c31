import type { Texts } from '../index.ts';

/** What a provider's facts say beside its servers: for whom, since when, and where sources disagree. */
export const facts: Texts['facts'] = {
  forScope: '{protocol}，{scope}',
  scopes: { overseas: '中國大陸以外', bridge: '透過 Bridge' },
  notConfirmed: '{fact}（尚未查證）',
  changes: {
    from: '**{date} 起：**{what}',
    since: '**{date} 起已經：**{what}',
    codes: {
      'smtp-basic-auth-off': '{provider} 停用僅憑密碼寄件，請在郵件用戶端選 OAuth2。',
      'basic-auth-off': '{provider} 停用僅憑密碼登入，請在郵件用戶端選 OAuth2。',
      'imap-off': '{provider} 不提供 IMAP。',
      'pop3-off': '{provider} 不提供 POP3，請用 IMAP。',
      'fetching-off': '{provider} 不再代收其他信箱的郵件，請把那些信箱加到郵件用戶端。',
      'plaintext-off': '{provider} 拒絕未加密的連線，請依上表設定。',
      'old-tls-off': '{provider} 拒絕舊的加密方式（TLS 1.0 和 1.1），請更新郵件用戶端。',
      'host-replaced': '`{host}` 換成 `{replacement}`。',
      'paid-plan-needed': '{provider} 需要付費方案才能用郵件用戶端。',
      'service-closes': '{provider} 停止服務，請提前把信存到別處。',
    },
  },
  disagree: '各來源說法不一：{values}。{reason}',
  reasons: {
    'official-page': '第一個是服務商自己的網頁寫的。',
    'newer-source': '第一個來自較新的來源。',
    'more-sources': '支持第一個的來源較多。',
    'other-product': '其餘的屬於另一項產品。',
    'depends-on-region': '用哪個要看帳號是在哪個地區註冊的。',
    'both-work': '都可以用。',
    unresolved: '我無法判斷哪個對：請先試第一個，或讓我檢查一下伺服器。',
  },
  firstOn: {
    both: '請先在網頁信箱開啟 IMAP 或 POP3，沒開啟的話郵件用戶端會被拒絕。',
    imap: '請先在網頁信箱開啟 IMAP，沒開啟的話郵件用戶端會被拒絕。',
    pop3: '用 POP3 的話，請先在網頁信箱開啟它。',
    pop3Only: '用 POP3 的話，請先在網頁信箱開啟它；IMAP 一直是開啟的。',
  },
  passwordNamed: '{name}（網頁上寫作「{localName}」）',
  stale: '其中有些資訊上次查證是在 {year} 年。需要的話我可以檢查一下伺服器。',
  support: '{provider} 的客服：{ways}',
  possibleTypo: '`{typed}` 和 `{known}`（{provider}）很像，是不是打錯了？',
  meantKnown: '是的，{known}',
  meantTyped: '不是，就查 {typed}',
  wrong: {
    which: '謝謝。{provider} 的哪一項不對？',
    noted: '謝謝，已經記下。會有人查證 {provider} 的這一項：{fact}。',
    facts: {
      imap: '收件伺服器（IMAP）',
      pop3: '收件伺服器（POP3）',
      smtp: '寄件伺服器（SMTP）',
      username: '使用者名稱',
      password: '密碼或登入方式',
      access: '需要先開啟的項目',
      other: '其他',
    },
  },
};
