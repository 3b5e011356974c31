import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readMessages } from '../../src/bot/cli/eval.ts';
import { judge, score } from '../../src/bot/cli/evaluate.ts';
import { testKnowledge } from '../support/knowledge.ts';

/** Facts of providers move a message or two from one zone to another; more than that is news, and belongs on the page. */
const MOVES = 1;

it.each(['held-out', 'held-out-2', 'held-out-3', 'held-out-dialogues'])(
  'the README says how the set %s comes out now',
  (name) => {
    const messages = readMessages(readFileSync(`test/evaluation/${name}.jsonl`, 'utf8'));
    const row = new RegExp(String.raw`^\| ${name} \|(.*)\|$`, 'm').exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';

    const { lenient, helped, direct, precision, outOfScopeAnswered } = score(judge(messages, testKnowledge()));

    const now = [lenient, helped, direct, precision, outOfScopeAnswered].map((share) => share * 100);
    const [count, ...written] = (row.match(/[\d.]+/g) ?? []).map(Number);
    expect(count).toBe(messages.length);
    expect(written).toHaveLength(now.length);
    expect(written.filter((number, i) => Math.abs(number - (now[i] ?? 0)) > MOVES)).toEqual([]);
  },
);
