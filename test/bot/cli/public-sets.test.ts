import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { publicSetsReport } from '../../../src/bot/cli/public-sets.ts';
import { tempDir } from '../../support/temp-dir.ts';

const BALANCE = ['what is my balance', 'how much money have i got', 'show the balance please', 'balance of my account'];
const WEATHER = ['will it rain', 'is it sunny tomorrow', 'weather in berlin', 'how warm is it outside'];
const NEITHER = ['tell me a joke', 'who built the pyramids', 'sing a song', 'how old is the moon'];

/** As CLINC150 is published: `data_full.json`, its parts lists of a sentence and its label. */
function clinc(folder: string): void {
  const labelled = (label: string, sentences: readonly string[]) => sentences.map((sentence) => [sentence, label]);
  const parts = {
    train: [...labelled('balance', BALANCE), ...labelled('weather', WEATHER)],
    oos_train: labelled('oos', NEITHER),
    val: [],
    oos_val: [],
    test: [
      ['show my balance', 'balance'],
      ['weather tomorrow', 'weather'],
    ],
    oos_test: [['who built the moon', 'oos']],
  };
  writeFileSync(join(folder, 'data_full.json'), JSON.stringify(parts));
}

/** As HINT3 is published: `train/NAME_train.csv` beside `test/NAME_test.csv`, sentences with a comma in quotes. */
function hint3(folder: string): void {
  const csv = (rows: readonly (readonly [string, string])[]) =>
    `sentence,label\n${rows.map(([sentence, label]) => `${sentence.includes(',') ? `"${sentence}"` : sentence},${label}`).join('\n')}\n`;
  mkdirSync(join(folder, 'train'));
  mkdirSync(join(folder, 'test'));
  const rows = (label: string, sentences: readonly string[]) =>
    sentences.map((sentence): [string, string] => [sentence, label]);
  writeFileSync(
    join(folder, 'train', 'shop_train.csv'),
    csv([...rows('BALANCE', BALANCE), ...rows('WEATHER', WEATHER), ['please, the weather', 'WEATHER']]),
  );
  writeFileSync(
    join(folder, 'test', 'shop_test.csv'),
    csv([
      ['please, my balance', 'BALANCE'],
      ['sing, please', 'NO_NODES_DETECTED'],
    ]),
  );
}

it('reads both public sets in the form in which they are published', () => {
  const folder = tempDir();
  clinc(folder);
  hint3(folder);

  const report = publicSetsReport(folder);

  expect(report).toMatch(/^\| CLINC150 \| 3 \| 12 \| 3 \| 100\.0 \| 100\.0 \| [\d.]+ \|$/m);
  expect(report).toMatch(/^\| HINT3 shop \| 2 \| 9 \| 2 \| 100\.0 \| – \| [\d.]+ \|$/m);
});
