import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/core/index.ts';
import { answerBlocks } from '../../support/composed-answers.ts';

function said(provider: string, topic: string, language = 'en'): string {
  const blocks = answerBlocks({ name: 'sync-or-missing-mail', slots: { provider }, topic }, language);
  return blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])).join('\n');
}

describe('what a provider keeps from mail programs', () => {
  it.each(['qq', '163', '126', 'yeah', 'exmail'])('tells who misses old mail where %s lets it through', (provider) => {
    for (const language of LANGUAGES) expect(said(provider, 'old-mail-not-shown', language)).toContain('收取选项');
  });

  it('tells how many messages of a folder Yahoo shows', () => {
    expect(said('yahoo', 'old-mail-not-shown')).toContain('10,000');
  });

  it.each(['qq', 'exmail'])('tells who misses folders what to tick at %s', (provider) => {
    expect(said(provider, 'folders-missing')).toContain('收取我的文件夹');
    expect(said(provider, 'old-mail-not-shown')).not.toContain('收取我的文件夹');
  });

  it('names its source in one list with those of the topic', () => {
    const asked = { name: 'sync-or-missing-mail' as const, slots: { provider: '163' }, topic: 'old-mail-not-shown' };
    const blocks = answerBlocks(asked, 'en');
    const lists = blocks.filter(({ kind }) => kind === 'sources');
    expect(lists).toHaveLength(1);
    expect(JSON.stringify(lists)).toContain('收取选项');
  });

  it('says nothing of it where it is not the trouble, or not that provider', () => {
    expect(said('163', 'deleted-everywhere')).not.toContain('收取选项');
    expect(said('gmx', 'old-mail-not-shown')).not.toContain('收取选项');
  });
});
