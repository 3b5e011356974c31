import { troubleHandler } from './trouble.ts';

export const syncOrMissingMail = troubleHandler(
  'sync-or-missing-mail',
  [
    ['deleted-everywhere', /delet|删/],
    ['sent-mail-elsewhere', /\bsent\b|已发送|寄件备份|已寄/],
    ['folders-missing', /folder|文件夹|资料夹/],
    ['old-mail-not-shown', /\bold\b|older|last (?:\d+ )?(?:month|week|day)|only shows|以前|旧|最近.*(?:天|月)|\d+ ?天/],
  ],
  'mail-vanished',
);
