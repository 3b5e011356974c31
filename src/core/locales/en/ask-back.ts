/** Answers to what people ask back: "what is that?", "where?", "why?", "and then?", "I don't know". */
export const askBack = {
  whereAccess:
    'That is done on the web page of {provider}, not in your mail program. Sign in there in a browser, open its settings (often a gear), and look for “IMAP”, “POP3”, “mail programs” or “mail client”. Switch IMAP on and save.',
  unencrypted:
    'Please don’t. Without encryption everybody on the way can read your password and your mail, above all on a Wi-Fi that others use too. Choose SSL/TLS, or STARTTLS where it is not offered: it costs you nothing.',
  appPassword:
    'The **{name}** is a second, long password that your mail account makes for you. Only mail programs use it: you type it there in place of the one you sign in with.',
  makeItAt: 'For {provider} you make it at {link}.',
  whyCode:
    'Your login password opens the whole account, and a mail program keeps its password for years. The {short} opens only your mail, and you can switch it off alone, for instance when a device is lost.',
  safeCode:
    'Yes, that is what it is made for: the {short} opens only your mail, not the rest of your account, and you can switch it off any time. Type it only into your mail program, never here.',
  safePassword:
    'Yes, if you type your password only into your mail program, or on the page of your provider that you opened yourself. Never type it here or in a page behind a link in a message.',
  free: 'I know of no extra charge for that at {provider}.',
  mostlyFree:
    'Mostly it costs nothing extra; a few providers want a paid plan for mail programs. Tell me yours and I can say more.',
  whichPhone: 'Is it an iPhone or an Android phone (Samsung, Xiaomi, Huawei and others)? The menus differ.',
  whichComputer: 'Is it a Windows computer or a Mac? The menus differ.',
  twoStep:
    'Two-step verification: when you sign in, the account asks for a second proof besides the password, mostly a code on your phone. You switch it on in the security settings of your account, on the provider’s web page. Mail programs can’t answer that question; for them there is the app password.',
  bridge:
    'Bridge is a small program of {provider} for your computer. It stands between {provider} and your mail program: it signs in for you and shows a user name and a password of its own, and those two belong in the mail program.',
  lose: 'Not if you leave the old account where it is. Mail on the server shows up in the new account by itself. Mail that was fetched by POP3 may exist only on that computer: back it up before you change anything.',
  whereCode: 'You find it at {link}. Sign in there as usual, then:',
  adminDoes: 'At {provider} an administrator switches that on. If that is not you, ask the one in your company.',
  whereInProgram: 'That stands in your mail program. Which one do you use?',
  whyAsk:
    'Each provider has its own servers and its own kind of password. When I know which one it is, I can tell you just yours. I need no password and no whole address.',
  test: 'When all that is in, fetch mail once and send yourself a short message. If something is refused, write what it says, word for word.',
  findProvider:
    'It is the part of your e-mail address after the @: with `name@example.com` that is `example.com`. Type just that part; I look up who runs it.',
  findClient:
    'It is where you read your mail: a program on the computer has its name in the top line or under Help, on a phone it stands under the little picture. Is it one of these?',
  noError:
    'No matter. What happens when you fetch or send mail: a window that asks for the password, a circle that goes on turning, or nothing at all?',
  username: 'User name at **{provider}**: {username}.',
  usernameFor: '{protocol}: {username}',
  usernameMostly: 'Mostly your full e-mail address; a few providers want only the part before the @.',
};
