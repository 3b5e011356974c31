import { explaining } from './explaining.ts';

export const imapVsPop3 = explaining(
  'imap-vs-pop3',
  [
    [
      'which-one-do-i-use',
      /which (?:one )?(?:am i|do i|is it)|am i (?:on|using)|how (?:do|can) i (?:know|tell|see|check)|if (?:its|it's|it is) pop|用的是|哪一?种|怎么(?:看|知道)|是不是pop|算imap/,
    ],
    ['pop3-and-deleting', /delet|server (?:copy|empty)|keep|leave|copy|删|保留|副本|还有吗|清空/],
  ],
  'imap-or-pop3',
);
