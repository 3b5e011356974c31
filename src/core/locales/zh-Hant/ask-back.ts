/** Answers to what people ask back: "what is that?", "where?", "why?", "and then?", "I don't know". */
export const askBack = {
  whereAccess:
    '這一步在 {provider} 的網頁上做，不在郵件程式裡。用瀏覽器登入，打開「設定」，找「POP3/IMAP/SMTP」或「郵件程式」那一項，開啟 IMAP 並儲存。',
  unencrypted:
    '請不要這樣選。不加密的話，密碼和信件在路上誰都看得到，用公共 Wi-Fi 時尤其危險。請選 SSL/TLS；沒有這一項就選 STARTTLS，不會多花一毛錢。',
  appPassword: '**{name}**是信箱替您產生的另一組密碼，只給郵件用戶端用：在用戶端的密碼欄填它，代替平常登入的密碼。',
  makeItAt: '{provider}的在 {link} 產生。',
  whyCode:
    '登入密碼能打開整個帳號，而郵件用戶端會把密碼存上好幾年。{short}只能收信寄信，手機遺失之類的時候，可以單獨停用它。',
  safeCode:
    '安全，它就是為此設計的：{short}只能收信寄信，動不了帳號的其他部分，隨時可以停用。只在郵件用戶端輸入，不要貼到這裡。',
  safePassword:
    '只要密碼只填在郵件用戶端，或填在您自己打開的服務商網頁上，就是安全的。不要貼到這裡，也不要填在信裡連結打開的網頁。',
  free: '據我所知，{provider}用這個不另外收費。',
  mostlyFree: '一般不另外收費，少數信箱要付費方案才能用郵件用戶端。告訴我是哪一家，我再細說。',
  whichPhone: '是 iPhone，還是 Android 手機（三星、小米等）？兩種的選單不一樣。',
  whichComputer: '是 Windows 電腦，還是 Mac？兩種的選單不一樣。',
  twoStep:
    '兩步驟驗證：登入時除了密碼，還要再證明一次是您本人，多半是手機上的驗證碼。在網頁信箱的帳號安全設定裡開啟。郵件用戶端沒辦法輸入驗證碼，所以要用專門給它的密碼（應用程式密碼或授權碼）。',
  bridge:
    'Bridge 是{provider}給電腦用的小程式，夾在{provider}和郵件用戶端之間：它替您登入，並給出一組使用者名稱和密碼，填到郵件用戶端裡的就是這一組。',
  lose: '只要舊帳號留著不動，就不會不見。伺服器上的信會自動出現在新帳號裡；用 POP3 收下來的可能只在那台電腦上，更改之前請先備份。',
  whereCode: '在 {link}。像平常一樣登入，然後：',
  adminDoes: '{provider}要由管理員開啟。如果您不是管理員，請找公司裡管信箱的人。',
  whereInProgram: '在您的郵件用戶端裡設定。您用的是哪一個？',
  whyAsk:
    '每家信箱的伺服器和密碼種類都不一樣，知道是哪一家，才能給您正確的那一份。不需要密碼，也不需要完整的信箱地址。',
  test: '都填好以後，手動收一次信，再寄一封信給自己試試。如果被拒絕，請把訊息原封不動地傳給我。',
  findProvider:
    '就是信箱地址裡 @ 後面那一段：`name@example.com` 的話是 `example.com`。只傳這一段就好，我來查是哪一家。',
  findClient: '就是您平常看信的地方：電腦上的程式名稱在視窗最上面或「說明」裡，手機上在圖示下面。是下面哪一個？',
  noError: '沒關係。收信寄信的時候是什麼樣子：跳出要密碼的視窗、一直轉圈，還是什麼反應都沒有？',
  username: '**{provider}**的使用者名稱：{username}。',
  usernameFor: '{protocol}：{username}',
  usernameMostly: '多半是完整的信箱地址，少數信箱只要 @ 前面的部分。',
};
