import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const files = readdirSync('data/utterances').map((name) => readFileSync(`data/utterances/${name}`, 'utf8'));
const examples = files.flatMap((file) => Object.values(parse(file) as Record<string, string[]>).flat());

it.each(['held-out', 'held-out-2', 'held-out-3', 'development'])(
  'no training example is a message of the set %s',
  (name) => {
    const lines = readFileSync(`test/evaluation/${name}.jsonl`, 'utf8').trim().split('\n');
    const heldOut = new Set(lines.map((line) => (JSON.parse(line) as { text: string }).text.trim().toLowerCase()));

    const seenBefore = examples.filter((text) => heldOut.has(text.trim().toLowerCase()));

    expect(heldOut.size).toBeGreaterThan(400);
    expect(seenBefore).toEqual([]);
  },
);

it('no training example is a turn of the held-out dialogues', () => {
  const lines = readFileSync('test/evaluation/held-out-dialogues.jsonl', 'utf8').trim().split('\n');
  const turns = lines.flatMap((line) => (JSON.parse(line) as { turns: { text: string }[] }).turns);
  const longOnes = new Set(turns.map(({ text }) => text.trim().toLowerCase()).filter((text) => text.length > A_WORD));

  expect(longOnes.size).toBeGreaterThan(100);
  expect(examples.filter((text) => longOnes.has(text.trim().toLowerCase()))).toEqual([]);
});

/** A bare "gmail" or 没有 is anybody's. */
const A_WORD = 14;
