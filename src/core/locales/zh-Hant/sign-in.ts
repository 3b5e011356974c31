import type { Texts } from '../index.ts';

/** When signing in fails: which password it is, what is known already, and what to do, in order. */
export const signIn: Texts['signIn'] = {
  cause: {
    special: '**{provider} 在郵件用戶端不接受登入密碼**，要填 **{name}**，這是專門給用戶端用的另一組密碼。',
    specialUsed:
      '**{provider} 要的就是 {name}，您用對了。** 還被拒絕，多半是輸錯了、已失效，或者沒有開啟郵件程式收發。',
    login: '**{provider} 在郵件用戶端就用平常的信箱密碼**，請逐項檢查。',
    oauth2: '**{provider} 不接受直接填在郵件用戶端的密碼**，要在跳出的瀏覽器視窗登入，叫做「OAuth2」或「新式驗證」。',
    bridge:
      '**{provider} 只能透過它的 Bridge 程式接入郵件用戶端。** Bridge 會顯示專用的使用者名稱和密碼，用戶端裡填的是這兩個。',
    own: '**{program} 是 {provider} 自家的程式**，用平常的密碼，在它自己的登入視窗輸入。',
    unknown: '**{provider}**在郵件用戶端用哪種密碼，我沒有查證過的資料；多半是平常的信箱密碼。',
  },
  seen: {
    webmail: {
      special: '網頁登得進去正說明這一點：登入密碼沒錯，只是用戶端要另一組。',
      login: '網頁登得進去，表示地址和密碼都對。剩下的可能是：使用者名稱、沒開啟用戶端存取，或用戶端存著舊密碼。',
      oauth2: '網頁登得進去，表示帳號和密碼都沒問題。',
    },
    passwordRight: '您的密碼可能確實沒錯，不過那是登入網頁用的，郵件用戶端要的是另一組。',
    webmailFails:
      '網頁也登不進去，就要先處理帳號本身：請在登入頁點「忘記密碼」，看看有沒有帳號遭鎖定的訊息。網頁登進去之前，用戶端也登不進去。',
    elsewhere: '別的裝置上正常，表示帳號沒問題，只要看這個用戶端裡存的內容。',
    before: {
      special: '以前能用的話：改過登入密碼或新開了兩步驟驗證，舊的就會失效，請重新產生一組。',
      login: '以前能用，表示有了變化：多半是密碼改了，或登入被擋下。請到網頁信箱看看有沒有通知。',
      oauth2: '以前能用，是因為當時還接受密碼，或原本的登入授權過期了。',
    },
  },
  steps: {
    webmailFirst: '先用瀏覽器登入網頁信箱，看看密碼本身是否還能用。',
    webmail: '用同一個地址和密碼登入 {provider} 的網頁。登不進去，就先在那裡重設密碼。',
    make: '到 {place} 產生 {short}。',
    makeNew: '到 {place} 重新產生一組 {short}：改過登入密碼，舊的往往就失效了。請整段複製，不要帶空格。',
    makeBridge: '在這台電腦安裝並打開 {provider} Bridge，登入後把裡面的伺服器、連接埠、使用者名稱和密碼抄到用戶端。',
    enter: '在 {program} 刪掉存起來的密碼，換成 {short}，收信和寄信**都要**改。不要貼到這裡。',
    enterLogin: '在 {program} 刪掉存起來的密碼，重新輸入一次，收信和寄信**都要**改。不要貼到這裡。',
    user: '使用者名稱填完整的信箱地址。',
    userLocal: '收信的使用者名稱只填 @ 前面的部分，寄信填完整地址。',
    oauth2: '在 {program} 把收信和寄信的驗證方式都改成 **OAuth2**，再在跳出的視窗登入。',
    own: '在 {program} 選擇重新登入（「需要密碼」「修復帳號」之類），密碼只填在跳出的視窗，不要貼到這裡。',
    ownUpdate: '更新 {program}，舊版可能打不開 {provider} 的登入視窗。',
    tooOld: '如果 {program} 沒有 OAuth2，表示它對 {provider} 來說太舊了：請更新，或先用網頁或官方 App。',
  },
  program: '郵件用戶端',
};
