export const programs = {
  encryption: '加密選 SSL/TLS：IMAP 993，SMTP 465；或 SMTP 587 用 STARTTLS。',
  onlyThere: '信箱地址和密碼只填在程式裡，不要貼到這裡；很多信箱要用授權碼或應用程式密碼。',
  retired: '**{program}** 自 {date} 起已停用。{note}建議改用 **{instead}**。',
  or: ' 或 ',
  stillUsed:
    '**{program}** 是否還在維護，請看開發商的頁面。收發郵件要求它支援現在的加密（TLS 1.2）；Outlook.com 和 Gmail 還要能用瀏覽器視窗登入（OAuth2）。不支援的舊版本最好換掉。',
};
