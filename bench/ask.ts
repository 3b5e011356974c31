import { ended, program, spawnNode, timed } from './support/child.ts';
import { countOf, median, ratio, type Row, time } from './support/figures.ts';
import { currentKnowledge } from './support/sources.ts';

const QUESTIONS = { English: '535, but the password is right', Chinese: 'qq邮箱的imap服务器是什么' };
const CLI = program('src/bot/cli/index.js');

/** `postilion ask` as a whole process, beside a Node that does nothing. */
export async function askPart(share: number): Promise<Row[]> {
  (await currentKnowledge()).close();
  const rounds = Array.from({ length: countOf(11, share) });
  const rows: Row[] = [];
  for (const [language, question] of Object.entries(QUESTIONS)) {
    const [asked, bare]: [number[], number[]] = [[], []];
    for (const _ of rounds) {
      asked.push(await timed(() => spawnNode([CLI, 'ask', question]), succeeded));
      bare.push(await timed(() => spawnNode(['--eval', '0']), succeeded));
    }
    rows.push({
      what: `ask, in ${language}`,
      median: time(median(asked)),
      ratio: ratio(median(asked), median(bare), `bare node (${time(median(bare))})`),
      budget: '≤ 400 ms',
      met: median(asked) <= 400,
    });
  }
  return rows;
}

async function succeeded(child: ReturnType<typeof spawnNode>): Promise<void> {
  child.stdout?.resume();
  const code = await ended(child);
  if (code !== 0) throw new Error(`ask ended with ${code}`);
}
