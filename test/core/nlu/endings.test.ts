import { describe, expect, it } from 'vitest';
import { endOf } from '../../../src/core/nlu/endings.ts';

describe('a talk', () => {
  it.each([
    'full address for that one then. weird that they differ. works now',
    'turned the shield off, all good now',
    'bye then',
    "i'll ask the it guy. cheers anyway",
    'turned it off and it is flowing again. you are a star',
    'ok ok you convinced me',
    '太牛了',
    '改了端口，可以收了',
    'ah unter einstellungen ganz unten. läuft',
    "impec, c'est parti. bonne journée à vous",
    'dejalo, mañana llamo al informatico. gracias igual',
  ])('ends with: %s', (text) => {
    expect(endOf(text)).toBeDefined();
  });

  it.each([
    'how do i set up gmail on my phone. thanks',
    'imap works now but sending still fails',
    'can you help me with outlook, thank you',
    'which port is right. thanks',
    'it never works',
    '还是不行，谢谢',
    'imap works, smtp not',
    'does it work now?',
    '服务器都填好了',
    'on the hotel wifi it fails, at home it works',
    'my wife uses it on her tablet and there it works',
    'on another computer it works',
  ])('goes on with: %s', (text) => {
    expect(endOf(text)).toBeUndefined();
  });
});
