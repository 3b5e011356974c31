import { describe, expect, it } from 'vitest';
import { type IntentName, LANGUAGES, type Protocol, texts } from '../../src/core/index.ts';
import { INTENTS } from '../../src/core/intents/index.ts';
import { buttonQuestion } from '../../src/core/turns/button-question.ts';
import { allTexts, compiled, sentencesOf, type ShownText } from '../support/all-texts.ts';
import { answerBlocks, composedAnswers, situation } from '../support/composed-answers.ts';
import { wordsOf } from '../support/conversation-expectations.ts';
import { testKnowledge } from '../support/knowledge.ts';

/** Each text alone, and every answer as it is put together. */
const ANSWERS = composedAnswers();
const TEXTS = [...allTexts(), ...ANSWERS];

const BACK_UP = /back(?:ed|ing)? (?:\w+ ){0,4}up|back-?up|备份|備份/i;
const KEEP_A_COPY =
  /(?:keep|leave|kept|left)[^.]{0,30}(?:server|cop)|(?:保留|留下|留)[^。]{0,8}(?:副本|備份|备份|複本)|留在(?:服务器|伺服器)|不刪除伺服器上/i;
const NEGATED =
  /\b(?:never|don['’]t|do not|not|no|nor|without|instead of|before you|cures none)\b|n['’]t\b|不|别|別|勿|无需|無需|从不|沒|没|未|之前|免得/i;

/** Switching between POP3 and IMAP, or an account that is removed or set up a second time. */
const RISKY = [
  /(?:switch|chang|mov|convert|turn|go)\w*\b[^.]{0,40}(?:from|to|into) (?:pop3?|imap)\b/i,
  /\b(?:remov|delet)\w* (?:the |your |that |this |its |old |whole |pop3 |and )*(?:mail )?accounts?\b/i,
  /\b(?:add|re-add|set(?:ting)? up|create|creating)\b[^.]{0,40}\b(?:account|it|address)\b[^.]{0,30}\b(?:again|anew|once more|afresh)\b/i,
  /(?:改成|改为|改為|换成|換成|改用|切换到|切換到|转成|轉成) ?(?:IMAP|POP)/i,
  /(?:删除|移除|删掉|刪除|刪掉)(?:这个|該|该|這個|旧|舊|原来的|原來的|邮件|郵件|POP3? ?的?)*(?:账户|账号|帐户|帐号|帳號|帳戶)/,
  /重新(?:添加|新增|加入|建立|设置|設定)(?:[^。，；]{0,6})(?:账户|账号|帐户|帐号|帳號|帳戶|邮箱|信箱)/,
];

function suggests(sentence: string, patterns: readonly RegExp[]): boolean {
  return patterns.some((pattern) => pattern.test(sentence)) && !NEGATED.test(sentence);
}

/** Sentences that suggest something of the kind, with the place they stand in. */
function suggestions(texts: readonly ShownText[], patterns: readonly RegExp[]): string[] {
  return texts.flatMap(({ where, parts }) =>
    parts
      .flatMap((part) => sentencesOf(part))
      .filter((sentence) => suggests(sentence, patterns))
      .map((sentence) => `${where}: ${sentence}`),
  );
}

/** The first risky suggestion that no advice to back up stands before, or in its own sentence. */
function unwarned({ where, parts }: ShownText): string[] {
  const sentences = parts.flatMap((part) => sentencesOf(part));
  const risky = sentences.findIndex((sentence) => suggests(sentence, RISKY));
  if (risky === -1) return [];
  const warned = sentences.slice(0, risky + 1).some((sentence) => BACK_UP.test(sentence));
  return warned ? [] : [`${where}: ${sentences[risky] ?? ''}`];
}

describe('whatever suggests changing the kind of account, or removing it,', () => {
  it('says first that old mail must be backed up', () => {
    expect(TEXTS.flatMap((text) => unwarned(text))).toEqual([]);
  });

  it('is recognised in all three languages', () => {
    const samples = [
      'Switch the account from POP3 to IMAP.',
      'Remove the account and add it again.',
      '请把账户改成 IMAP。',
      '删除账户后重新添加账户。',
      '請把帳號改成 IMAP。',
      '刪除帳號，再重新新增帳號。',
    ];

    expect(samples.filter((sample) => !suggests(sample, RISKY))).toEqual([]);
  });
});

describe('whoever asks about leaving a program, an account or a protocol', () => {
  const ASKED: [IntentName, string][] = [
    ['client-setup', 'how do i remove the account and add it again'],
    ['client-setup', '怎么删除账户'],
    ['client-setup', 'can i still use it'],
    ['imap-vs-pop3', 'how do i switch from pop3 to imap'],
  ];

  it.each(ASKED)('(%s: %s) hears first that old mail must be backed up, of every program', (intent, text) => {
    const careless = compiled.clients.flatMap(({ id }) =>
      LANGUAGES.filter((language) => !BACK_UP.test(firstWords(intent, text, id, language))).map(
        (language) => `${id} ${language}`,
      ),
    );

    expect(careless).toEqual([]);
  });

  it('hears it of every program that has been retired, whatever is asked', () => {
    const careless = compiled.clients
      .filter(({ retired, id }) => retired && !BACK_UP.test(firstWords('client-setup', 'set it up', id, 'en')))
      .map(({ id }) => id);

    expect(careless).toEqual([]);
  });
});

/** What the answer begins with. */
function firstWords(name: IntentName, text: string, client: string, language: string): string {
  const question = {
    ...buttonQuestion({ name, slots: { client } }, situation(language), language, testKnowledge(), 0),
    text,
  };
  return wordsOf([{ blocks: INTENTS[name].answer(question).blocks.slice(0, 1), language, quiet: false }]);
}

describe('a password', () => {
  const ASKING = [
    /\b(?:send|tell|give|show|post|share|paste|write|type|enter)\b[^.]{0,40}\b(?:me|us|here)\b[^.]{0,40}(?:password|authorization code)/i,
    /\b(?:send|tell|give|post|share|paste|write|type|enter)\b[^.]{0,40}(?:password|authorization code)[^.]{0,20}\b(?:here|to (?:me|us)|in (?:this|the) (?:chat|channel))\b/i,
    /what(?:['’]s| is) your password/i,
    /(?:密码|授权码|密碼|授權碼)[^。]{0,10}(?:(?:发给|告诉|告訴|傳給|提供给|提供給)我|发到这|贴到这|貼到這)/,
    /(?:发来|告诉我|请提供|告訴我|請提供|傳來)[^。]{0,10}(?:密码|授权码|密碼|授權碼)/,
  ];

  it('is never asked for', () => {
    expect(suggestions(TEXTS, ASKING)).toEqual([]);
  });

  it('would be noticed if it were', () => {
    const samples = ['Please send me your password.', 'Type your password here.', '请把密码发给我。', '請告訴我密碼。'];

    expect(samples.filter((sample) => !suggests(sample, ASKING))).toEqual([]);
  });
});

describe('encryption', () => {
  const WEAKENING = [
    /\b(?:ignore|accept|trust|confirm|click through|skip|bypass)\b[^.]{0,40}\b(?:certificate|warning)/i,
    /\b(?:switch|turn|set)\w*\b[^.]{0,20}\b(?:encryption|ssl|tls)\b[^.]{0,10}\boff\b|\boff (?:the )?(?:encryption|ssl|tls)\b|\bdisabl\w+[^.]{0,15}(?:encryption|ssl|tls)/i,
    /\b(?:choose|set|select|use)\b[^.]{0,20}["“]?none["”]?\b[^.]{0,20}(?:encryption|security)/i,
    /(?:忽略|接受|信任|跳过|略過|跳過)[^。]{0,12}(?:证书|憑證|警告)/,
    /(?:关闭|關閉|取消|停用)[^。，]{0,8}(?:加密|SSL|TLS)/i,
  ];

  it('is never to be switched off, and no warning to be ignored', () => {
    expect(suggestions(TEXTS, WEAKENING)).toEqual([]);
  });

  it('would be noticed if it were', () => {
    const samples = ['Turn SSL off.', 'Just accept the certificate.', '请忽略证书警告。', '請關閉 SSL 加密。'];

    expect(samples.filter((sample) => !suggests(sample, WEAKENING))).toEqual([]);
  });
});

/** Names its port, compares it, or says how to set it up; a warning about mail that POP3 fetched does not. */
function setsUpPop3({ where, kind, parts }: ShownText): boolean {
  if (/^topic (?:imap-or-pop3|which-one-do-i-use|pop3-and-deleting) /.test(where)) return true;
  const mentions = parts.flatMap((part) => part.split('\n')).filter((line) => /POP3?\b/.test(line));
  return mentions.some((line) => (kind === 'client' ? !BACK_UP.test(line) : /\b995\b/.test(line)));
}

describe('POP3', () => {
  it('is never explained or set up without "keep a copy on the server"', () => {
    const forgetful = TEXTS.filter(({ kind }) => kind === 'topic' || kind === 'client').filter(
      (text) => setsUpPop3(text) && !text.parts.some((part) => KEEP_A_COPY.test(part)),
    );

    expect(forgetful.map(({ where }) => where)).toEqual([]);
  });

  it('never stands in a table of any answer without it', () => {
    const inTable = ({ language, parts }: ShownText) =>
      parts.some((part) => part.startsWith(texts(language).answers.protocols.pop3));

    const forgetful = ANSWERS.filter((text) => inTable(text) && !text.parts.some((part) => KEEP_A_COPY.test(part)));

    expect(ANSWERS.filter(inTable).length).toBeGreaterThan(1000);
    expect(forgetful.map(({ where }) => where)).toEqual([]);
  });

  it.each(LANGUAGES)('settings of every provider come with it, in %s', (language) => {
    const asked: (Protocol[] | undefined)[] = [['pop3'], undefined];

    const forgetful = compiled.providers.flatMap(({ id }) =>
      asked
        .filter((protocols) => {
          const words = settingsOf(id, protocols, language);
          return /\bPOP3[)）].*\b995\b/.test(words) && !KEEP_A_COPY.test(words);
        })
        .map((protocols) => `${id}: ${protocols?.join() ?? 'all'}`),
    );

    expect(forgetful).toEqual([]);
  });
});

/** The words of the answer behind the button for a provider's settings. */
function settingsOf(provider: string, protocols: Protocol[] | undefined, language: string): string {
  const blocks = answerBlocks(
    { name: 'provider-settings', slots: { provider, ...(protocols && { protocols }) } },
    language,
  );
  return wordsOf([{ blocks, language, quiet: false }]);
}

describe('the walk through all answers', () => {
  it('meets every provider, program, error and topic', () => {
    const met = (id: string) => ANSWERS.some(({ where, parts }) => where.includes(` ${id} `) && parts.length > 0);
    const { providers, clients, errors, topics } = compiled;

    const missed = [...providers, ...clients, ...errors, ...topics].filter(({ id }) => !met(id));

    expect(missed.map(({ id }) => id)).toEqual([]);
  });
});

describe('the advice itself', () => {
  it.each(LANGUAGES)('stands in the texts of %s', (language) => {
    const { safety, settings } = texts(language).answers;

    expect(safety.backup).toMatch(BACK_UP);
    expect(settings.keepCopy.replaceAll('**', '')).toMatch(KEEP_A_COPY);
  });
});
