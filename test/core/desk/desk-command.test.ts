import { describe, expect, it } from 'vitest';
import { deskCommand, parseDeskCommand } from '../../../src/core/index.ts';

describe('a command of the desk', () => {
  it.each([
    ['', { command: 'help', text: '' }],
    ['dance #12', { command: 'help', text: '' }],
    ['mine', { command: 'mine', text: '' }],
    ['CLAIM #12', { command: 'claim', number: 12, text: '' }],
    ['claim 12', { command: 'claim', number: 12, text: '' }],
    ['send #12 Try port 993.\nThen again.', { command: 'send', number: 12, text: 'Try port 993.\nThen again.' }],
    ['send ＃12 请用 993', { command: 'send', number: 12, text: '请用 993' }],
    ['send 993 is the port', { command: 'send', text: '993 is the port' }],
    ['snooze morning', { command: 'snooze', text: 'morning' }],
    ['note #12abc', { command: 'note', text: '#12abc' }],
  ])('typed as %j is read', (typed, read) => {
    expect(parseDeskCommand(typed)).toEqual(read);
  });

  it('of which the platform knows the name has its options read', () => {
    expect(deskCommand('note', '#7 called back')).toEqual({ command: 'note', number: 7, text: 'called back' });
  });
});
