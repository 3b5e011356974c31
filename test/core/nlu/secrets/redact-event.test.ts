import { describe, expect, it } from 'vitest';
import { type Incoming, redactEvent, redactFile } from '../../../../src/core/index.ts';

const knowledge = { simplify: (text: string) => text };
const SECRET = 'Hunter2!x';
const WORDS = `password: ${SECRET}`;
const BASE = {
  id: 'test:1',
  conversation: 'test:channel/ann',
  place: 'test:channel',
  private: false,
  author: { id: 'test:ann', name: 'Ann', bot: false },
  at: 1,
} as const;

describe('no text of an event keeps a secret', () => {
  it.each<[string, Incoming]>([
    ['a message', { ...BASE, type: 'message', text: WORDS, files: [], addressed: 'direct' }],
    [
      'a file name',
      {
        ...BASE,
        type: 'message',
        text: 'look',
        files: [{ name: `pw ${SECRET}.txt`, mime: 'text/plain', size: 1 }],
        addressed: 'direct',
      },
    ],
    ['an edit', { ...BASE, type: 'edited', messageId: '1', text: WORDS }],
    ['a command', { ...BASE, type: 'command', command: 'ask', text: WORDS }],
    ['a command of the desk', { ...BASE, type: 'desk-command', command: 'note', text: WORDS }],
    ['a field of a form', { ...BASE, type: 'submission', form: 'ask', fields: { error: 'none', words: WORDS } }],
    ['a draft', { ...BASE, type: 'action', intent: { name: 'send-text', ticket: 't', text: WORDS } }],
    ['a note', { ...BASE, type: 'action', intent: { name: 'note-text', ticket: 't', text: WORDS } }],
    ['a note to a colleague', { ...BASE, type: 'action', intent: { name: 'hand-ticket', ticket: 't', note: WORDS } }],
    [
      'what a button carries',
      { ...BASE, type: 'action', intent: { name: 'auth-failure', slots: { error: `535 ${WORDS}` } } },
    ],
  ])('%s', (_, incoming) => {
    const event = redactEvent(incoming, { secretExpected: false, knowledge });

    expect(JSON.stringify(event)).not.toContain(SECRET);
    expect(event.redactions).toEqual(['password']);
  });
});

describe('what is chosen from our own lists', () => {
  it('is no secret, although a lone word would be one just now', () => {
    const fields = { provider: 'fastmail', text: 'abcdefghijklmnop' };
    const incoming: Incoming = { ...BASE, type: 'submission', form: 'diagnose', fields };

    const event = redactEvent(incoming, { secretExpected: true, knowledge });

    expect(event).toMatchObject({ fields: { provider: 'fastmail' }, redactions: [expect.any(String)] });
    expect(JSON.stringify(event)).not.toContain('abcdefghijklmnop');
  });
});

describe('a file', () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  const clean = (name: string, mime: string, bytes: Uint8Array) =>
    new TextDecoder().decode(redactFile({ name, mime, bytes }));

  it.each([
    ['account.txt', 'text/plain'],
    ['account.env', 'application/octet-stream'],
    ['account', 'application/json'],
  ])('of text loses its secrets: %s as %s', (name, mime) => {
    expect(clean(name, mime, encode(`host: imap.example.org\n${WORDS}\n`))).toBe(
      'host: imap.example.org\npassword: [password hidden]\n',
    );
  });

  it('in UTF-16 and in GB 18030 is read too', () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(WORDS, 'utf16le')]);
    const gb18030 = Buffer.concat([Buffer.from([0xc3, 0xdc, 0xc2, 0xeb]), encode(`: ${SECRET}`)]);

    expect(clean('a.txt', 'text/plain', utf16)).toBe('password: [password hidden]');
    expect(clean('a.txt', 'text/plain', gb18030)).toBe('密码: [密码已隐藏]');
  });

  it('without secrets, or of another type, stays as it is to the byte', () => {
    const text = Uint8Array.of(0xb5, 0xe7, 0x0a);
    const picture = encode(WORDS);

    expect(redactFile({ name: 'a.log', mime: 'text/plain', bytes: text })).toBe(text);
    expect(redactFile({ name: 'a.png', mime: 'image/png', bytes: picture })).toBe(picture);
  });
});
