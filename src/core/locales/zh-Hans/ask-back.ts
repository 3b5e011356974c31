/** Answers to what people ask back: "what is that?", "where?", "why?", "and then?", "I don't know". */
export const askBack = {
  appPassword: '**{name}**是邮箱为您生成的另一个密码，只给邮件客户端用：在客户端的密码栏里填它，代替平时登录用的密码。',
  makeItAt: '{provider}的在 {link} 生成。',
  whyCode:
    '登录密码能打开整个账号，而邮件客户端会把密码存上好几年。{short}只能收发邮件，手机丢了之类的时候，可以单独停用它。',
  safeCode:
    '安全，它就是为此设计的：{short}只能收发邮件，动不了账号的其他部分，随时可以停用。只在邮件客户端里输入，不要发到这里。',
  safePassword:
    '只要密码只填在邮件客户端里，或填在您自己打开的服务商网页上，就是安全的。不要发到这里，也不要填在邮件链接打开的网页里。',
  lose: '只要旧账户留着不动，就不会丢。服务器上的邮件会自动出现在新账户里；用 POP3 收下来的可能只在那台电脑上，改动之前请先备份。',
  whereCode: '在 {link}。像平时一样登录，然后：',
  adminDoes: '{provider}要由管理员开启。如果您不是管理员，请找公司里管邮箱的人。',
  whereInProgram: '在您的邮件客户端里设置。您用的是哪一个？',
  whyAsk: '每家邮箱的服务器和密码种类都不一样，知道是哪家，才能给您准确的那一份。不需要密码，也不需要完整的邮箱地址。',
  test: '都填好以后，手动收一次信，再给自己发一封短信试试。如果被拒绝，请把提示原样发给我。',
  findProvider: '就是邮箱地址里 @ 后面那一段：`name@example.com` 的话是 `example.com`。只发这一段就行，我来查是哪家。',
  findClient: '就是您平时看邮件的地方：电脑上的程序名在窗口最上面或“帮助”里，手机上在图标下面。是下面哪一个？',
  noError: '没关系。收发邮件的时候是什么样子：弹出要密码的窗口、一直转圈，还是什么反应都没有？',
  username: '**{provider}**的用户名：{username}。',
  usernameFor: '{protocol}：{username}',
  usernameMostly: '多半是完整的邮箱地址，少数邮箱只要 @ 前面的部分。',
};
