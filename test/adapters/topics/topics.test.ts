import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type GoodFiles, readTopics } from '../../../src/adapters/topics/index.ts';
import { parseTopic } from '../../../src/adapters/topics/parse.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { PARKING_QUESTIONS, topicFile } from '../../support/topics.ts';

const GOOD = topicFile('Parking', PARKING_QUESTIONS, 'Ask **facility**.');

describe('a file of a topic', () => {
  it('has a title, questions and an answer', () => {
    expect(parseTopic('parking.md', GOOD)).toEqual({
      title: 'Parking',
      questions: PARKING_QUESTIONS,
      answer: 'Ask **facility**.',
    });
  });

  it('may come from Windows, with a byte order mark', () => {
    expect(parseTopic('parking.md', `\uFEFF${GOOD.replaceAll('\n', '\r\n')}`)).toMatchObject({ title: 'Parking' });
  });

  it.each<[string, string, number, RegExp]>([
    ['no front matter', 'Just an answer.', 1, /front matter/],
    ['broken YAML', '---\ntitle: "Parking\nquestions: []\n---\nx', 3, /^Missing closing "quote$/],
    ['a key twice', '---\ntitle: a\ntitle: b\n---\nx', 3, /unique/],
    ['an unknown key', '---\ntitle: a\nquestion:\n  - b\n---\nx', 2, /questions|unrecognized/i],
    ['no title', '---\nquestions: [abc, bcd, cde]\n---\nx', 2, /^title/],
    ['two questions', '---\ntitle: a\nquestions:\n  - abc\n  - bcd\n---\nx', 4, /^questions: /],
    ['a question that is no text', '---\ntitle: a\nquestions:\n  - abc\n  - 12\n  - cde\n---\nx', 5, /^questions\.1: /],
    ['a title that no button holds', `---\ntitle: ${'a'.repeat(61)}\nquestions: [abc, bcd, cde]\n---\nx`, 2, /^title/],
    ['no answer', '---\ntitle: a\nquestions: [abc, bcd, cde]\n---\n\n', 5, /no answer/],
    ['an answer without an end', `---\ntitle: a\nquestions: [abc, bcd, cde]\n---\n${'x'.repeat(3001)}`, 5, /longer/],
    ['a bomb of aliases', '---\ntitle: &a x\nquestions: [*a, *a, *a]\n---\nx', 2, /expected object/],
  ])('with %s is refused, by line and reason', (_, content, line, reason) => {
    const read = parseTopic('parking.md', content);

    expect(read).toEqual({ file: 'parking.md', line, reason: expect.stringMatching(reason) as string });
  });
});

describe('a folder of topics', () => {
  function folderOf(files: Record<string, string>): string {
    const folder = tempDir();
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return folder;
  }

  it('holds one topic for each name, in as many languages as there are files', () => {
    const folder = folderOf({
      'parking.md': GOOD,
      'parking.zh-Hans.md': topicFile('停车', ['在哪里停车', '停车证怎么办', '访客停车'], '找行政。'),
      'notes.txt': 'not ours',
      '.parking.md.swp': 'not ours',
    });

    const { topics, faults } = readTopics(folder, 'en');

    expect(faults).toEqual([]);
    expect(topics).toEqual([
      {
        id: 'parking',
        title: { en: 'Parking', 'zh-Hans': '停车' },
        answer: { en: 'Ask **facility**.', 'zh-Hans': '找行政。' },
        questions: [...PARKING_QUESTIONS, '在哪里停车', '停车证怎么办', '访客停车'],
      },
    ]);
  });

  it('keeps the version before a fault, and forgets what is gone', () => {
    const good: GoodFiles = new Map();
    const folder = folderOf({
      'parking.md': GOOD,
      'vpn.md': topicFile('VPN', ['vpn from home', 'vpn token', 'vpn client'], 'x'),
    });
    readTopics(folder, 'en', good);
    writeFileSync(join(folder, 'parking.md'), 'half written');
    rmSync(join(folder, 'vpn.md'));

    const { topics, faults } = readTopics(folder, 'en', good);

    expect(topics.map(({ id, answer }) => [id, answer])).toEqual([['parking', { en: 'Ask **facility**.' }]]);
    expect(faults).toMatchObject([{ file: 'parking.md', line: 1 }]);
  });

  it('names files that cannot be topics, and goes on with the others', () => {
    const folder = folderOf({
      'parking.md': GOOD,
      'Über uns.md': GOOD,
      'parking.tlh.md': GOOD,
      'parking.en.md': GOOD,
      'huge.md': 'x'.repeat(70_000),
    });
    mkdirSync(join(folder, 'folder.md'));

    const { topics, faults } = readTopics(folder, 'en');

    expect(topics).toHaveLength(1);
    expect(faults.map(({ file }) => file).sort()).toEqual(
      ['Über uns.md', 'folder.md', 'huge.md', 'parking.en.md', 'parking.tlh.md'].sort(),
    );
  });

  it('that is not there is a fault, and changes nothing', () => {
    const good: GoodFiles = new Map();
    const folder = folderOf({ 'parking.md': GOOD });
    readTopics(folder, 'en', good);

    const { topics, faults } = readTopics(join(folder, 'elsewhere'), 'en', good);

    expect(topics).toHaveLength(1);
    expect(faults).toMatchObject([{ reason: 'cannot be read (ENOENT)' }]);
  });
});
