import { describe, expect, it } from 'vitest';
import { isPasted } from '../../../src/core/nlu/own-words.ts';

describe('what is pasted', () => {
  it.each([
    '550-5.7.26 This mail has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate.',
    'imap server: imap.qq.com\nport: 993\nsecurity: SSL\nusername: me@qq.com',
    'javax.net.ssl.SSLHandshakeException: No appropriate protocol',
    "This is the mail system at host mx.example.com.\nI'm sorry to have to inform you that your message could not be delivered.\n<bob@x.com>: host mx.x.com said: 550 5.1.1 User unknown",
    '421-4.7.28 Our system has detected an unusual rate of mail',
  ])('%s', (text) => {
    expect(isPasted(text, false)).toBe(true);
  });

  it('is an error that is known, whatever it looks like', () => {
    expect(isPasted('Cannot connect to the server. The server may be unreachable.', true)).toBe(true);
  });
});

describe('what somebody says', () => {
  it.each([
    'what does 550 mean',
    'my error is 550 5.1.1 user unknown',
    '550-5.7.26 This mail has been blocked. what does this mean?',
    "it says: the connection to the server failed, i don't understand it",
    'thanks it works now',
  ])('%s', (text) => {
    expect(isPasted(text, text.includes('failed'))).toBe(false);
  });
});
