import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../../src/adapters/slack/commands.ts';

describe('/mail', () => {
  it.each([
    ['', 'help', ''],
    ['   ', 'help', ''],
    ['help', 'help', ''],
    ['HELP!', 'help', ''],
    ['settings qq.com', 'settings', 'qq.com'],
    ['Settings: gmail', 'settings', 'gmail'],
    ['/settings   gmail', 'settings', 'gmail'],
    ['check imap.qq.com 993', 'check', 'imap.qq.com 993'],
    ['check', 'check', ''],
    ['ask what is imap', 'ask', 'what is imap'],
    ['ask：什么是IMAP', 'ask', 'ask：什么是IMAP'],
    ['human', 'human', ''],
    ['language zh-Hant', 'language', 'zh-Hant'],
    ['privacy', 'privacy', ''],
    ['compare\nimap.qq.com\n143', 'compare', 'imap.qq.com\n143'],
    ['what is the imap server of gmail', 'ask', 'what is the imap server of gmail'],
    ['qq邮箱的imap服务器是什么', 'ask', 'qq邮箱的imap服务器是什么'],
    ['help me with outlook', 'ask', 'help me with outlook'],
    ['checking my mail fails', 'ask', 'checking my mail fails'],
  ])('%j is %s', (typed, command, text) => {
    expect(parseCommand(typed)).toEqual({ command, text });
  });
});
