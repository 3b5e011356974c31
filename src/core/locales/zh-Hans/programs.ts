export const programs = {
  encryption: '加密选 SSL/TLS：IMAP 993，SMTP 465；或 SMTP 587 用 STARTTLS。',
  onlyThere: '邮箱地址和密码只填在程序里，不要发到这里；很多邮箱要用授权码或应用专用密码。',
  retired: '**{program}** 自 {date} 起已停用。{note}建议改用 **{instead}**。',
  or: ' 或 ',
  stillUsed:
    '**{program}** 是否还在维护，请看开发商的页面。收发邮件要求它支持现在的加密（TLS 1.2）；Outlook.com 和 Gmail 还要能用浏览器窗口登录（OAuth2）。不支持的旧版本最好换掉。',
};
