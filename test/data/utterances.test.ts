import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

it('no training example is a message of the held-out set', () => {
  const lines = readFileSync('test/evaluation/held-out.jsonl', 'utf8').trim().split('\n');
  const heldOut = new Set(lines.map((line) => (JSON.parse(line) as { text: string }).text.trim().toLowerCase()));
  const files = readdirSync('data/utterances').map((name) => readFileSync(`data/utterances/${name}`, 'utf8'));
  const examples = files.flatMap((file) => Object.values(parse(file) as Record<string, string[]>).flat());

  const seenBefore = examples.filter((text) => heldOut.has(text.trim().toLowerCase()));

  expect(examples.length).toBeGreaterThan(10_000);
  expect(seenBefore).toEqual([]);
});
