import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Slots } from '../../../src/core/index.ts';
import { answerBlocks } from '../../support/composed-answers.ts';

function steps(slots: Slots, language = 'en'): string[] {
  return answerBlocks({ name: 'auth-failure', slots }, language).flatMap((block) =>
    block.kind === 'steps' ? block.items : [],
  );
}

function words(slots: Slots, language = 'en'): string {
  const blocks = answerBlocks({ name: 'auth-failure', slots }, language);
  return blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])).join('\n');
}

describe('help with signing in', () => {
  it.each([
    ['qq', 'authorization code'],
    ['163', 'authorization code'],
    ['gmail', 'app password'],
    ['yahoo', 'app password'],
    ['icloud', 'app password'],
    ['aol', 'app password'],
    ['exmail', 'client password'],
    ['aliyun-qiye', 'client password'],
    ['t-online', 'separate mail password'],
    ['proton', 'Bridge password'],
  ])('names the password that %s wants, where to make it and where to put it', (provider, name) => {
    const said = steps({ provider }).join('\n');

    expect(said).toContain(`put in the ${name} instead`);
    expect(said).toContain('incoming **and** outgoing');
    expect(said).not.toContain('reset the password there first');
  });

  it.each(['outlook', 'office365'])('tells plainly that %s takes no typed password', (provider) => {
    expect(words({ provider })).toContain('does not take a typed password');
    expect(steps({ provider }).join('\n')).toContain('**OAuth2**');
    expect(steps({ provider }).join('\n')).not.toContain('saved password');
  });

  it('sends nobody to OAuth2 who signs in with the program of the same house', () => {
    expect(words({ provider: 'office365', client: 'outlook' })).toContain('own program');
    expect(steps({ provider: 'office365', client: 'outlook' }).join('\n')).not.toContain('OAuth2');
    expect(words({ provider: 'gmail', client: 'outlook' })).not.toContain('own program');
  });

  it('takes the usual password where that is the right one', () => {
    expect(words({ provider: 'gmx' })).toContain('normal mail password');
    expect(steps({ provider: 'gmx' })[0]).toContain('web page of GMX');
  });

  it('says that there is no way in rather than how to take it', () => {
    expect(steps({ provider: 'tuta' })).toEqual([]);
  });

  it('speaks of POP3 only to those who asked for it', () => {
    expect(steps({ provider: 'gmail' }).join('\n')).not.toContain('POP3');
    expect(steps({ provider: 'gmail', protocols: ['pop3'] }).join('\n')).toContain('POP3');
  });

  it.each(LANGUAGES)('names the program, and nothing twice, in %s', (language) => {
    const said = steps({ provider: 'qq', client: 'foxmail' }, language);

    expect(said.filter((step) => step.includes('Foxmail'))).toHaveLength(1);
    expect(new Set(said).size).toBe(said.length);
  });

  it('says of a quoted code what it means, and then what this provider wants', () => {
    const slots: Slots = { provider: 'qq', error: '535', errorId: 'smtp-535-bare' };

    expect(words(slots)).toContain('What it means');
    expect(steps(slots).join('\n')).toContain('authorization code');
    expect(steps(slots).join('\n')).not.toContain('many providers');
  });

  it('keeps the steps of an error that says more than "refused"', () => {
    const slots: Slots = { provider: 'qq', error: '550 too many', errorId: 'smtp-account-locked' };

    expect(steps(slots).join('\n')).toContain('unlock');
  });
});
