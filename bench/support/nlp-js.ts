import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Utterance } from '../../data/build.ts';
import { packageRoot } from '../../src/bot/variables.ts';

export interface NlpJsFigures {
  /** Milliseconds. */
  trainMs: number;
  /** One for each message, in order; `ms` is what it took. */
  answers: { intent: string; ms: number }[];
}

const FOLDER = join(packageRoot(), 'bench', 'nlp-js');
const INSTALL_LIMIT_MS = 180_000;
/** Its own name for what it has no intent for. */
const NONE = 'None';

/** Teaches nlp.js, installed on demand in its own folder, and asks it; gives a reason when it can't be installed. */
export async function askNlpJs(
  taught: readonly Utterance[],
  messages: readonly { text: string }[],
): Promise<NlpJsFigures | { reason: string }> {
  if (!isInstalled() && !install()) return { reason: 'node-nlp could not be installed (offline?)' };
  const child = spawn(process.execPath, [join(FOLDER, 'classify.mjs')], { stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdin.end(JSON.stringify({ examples: taught, messages: messages.map((message) => message.text) }));
  const output = await text(child.stdout);
  // It prints lines of its own before.
  const { trainMs, answers } = JSON.parse(output.slice(output.lastIndexOf('\n') + 1)) as NlpJsFigures;
  return {
    trainMs,
    answers: answers.map(({ intent, ms }) => ({ intent: intent === NONE ? 'out-of-scope' : intent, ms })),
  };
}

function isInstalled(): boolean {
  return existsSync(join(FOLDER, 'node_modules', 'node-nlp'));
}

function install(): boolean {
  process.stderr.write('installing node-nlp in bench/nlp-js…\n');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', args, { cwd: FOLDER, stdio: 'ignore', timeout: INSTALL_LIMIT_MS });
  return status === 0;
}
