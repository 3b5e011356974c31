import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INTENT_NAMES, type Reply } from '../../src/core/index.ts';
import { complaint, wordsOf } from '../support/conversation-expectations.ts';
import { ConversationPlayer, type Step } from '../support/conversation-player.ts';
import { parseScript, type Script } from '../support/conversation-script.ts';
import { testKnowledge } from '../support/knowledge.ts';
import { renderingFaults } from '../support/rendered-everywhere.ts';

const FOLDER = join(import.meta.dirname, '../conversations');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.md') && name !== 'README.md');

interface Played {
  complaints: string[];
  replies: { line: number; reply: Reply }[];
  intents: string[];
}

/** Plays a script to its end, or to the first deed that cannot be done. */
async function played(script: Script): Promise<Played> {
  const player = await ConversationPlayer.open(script, testKnowledge());
  const seen = new Map<string, Reply[]>();
  const result: Played = { complaints: [], replies: [], intents: [] };
  try {
    for (const turn of script.turns) {
      try {
        await record(await player.play(turn), player, seen, result);
      } catch (error) {
        result.complaints.push(`line ${turn.line}: ${String(error)}`);
        break;
      }
    }
  } finally {
    await player.world.close();
  }
  return result;
}

async function record(step: Step, player: ConversationPlayer, seen: Map<string, Reply[]>, all: Played): Promise<void> {
  const { turn, result, shown, who } = step;
  for (const one of shown) seen.set(one.who, [...(seen.get(one.who) ?? []), one.reply]);
  const witness = {
    step,
    everSeenBy: (name: string) => seen.get(name) ?? [],
    askedFor: result?.conversation?.asked,
    handedOver: await player.world.hasOpenTicket(who),
    story: await player.world.story(),
  };
  all.complaints.push(...turn.expectations.flatMap((expectation) => complaint(expectation, witness) ?? []));
  all.replies.push(...shown.map(({ reply }) => ({ line: turn.line, reply })));
  if (result?.explanation) all.intents.push(result.explanation.understanding.intent);
}

/** What no reply may ever be. */
function generalFaults(reply: Reply): string[] {
  const words = wordsOf([reply]);
  const labels = reply.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
  return [
    ...(words.trim() === '' && labels.length === 0 ? ['an empty reply'] : []),
    ...(/\bundefined\b|\[object |\bNaN\b|\{\w+\}/.test(words) ? [`a place that was not filled: ${words}`] : []),
    ...(labels.some((action) => action.label.trim() === '') ? ['a button without a label'] : []),
  ];
}

describe.each(FILES)('the conversation %s', (file) => {
  const script = parseScript(readFileSync(join(FOLDER, file), 'utf8'));

  let playing: Promise<Played> | undefined;
  const once = (): Promise<Played> => (playing ??= played(script));

  it('goes as it is written', async () => {
    const { complaints } = await once();

    expect(script.title).not.toBe('');
    expect(complaints).toEqual([]);
  });

  it('can be shown on every platform', async () => {
    const { replies } = await once();

    const faults: string[] = [];
    for (const { line, reply } of replies)
      for (const fault of [...generalFaults(reply), ...(await renderingFaults(reply))])
        faults.push(`line ${line}: ${fault}`);

    expect(replies.length).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });
});

describe('a script that says what nobody understands', () => {
  it.each(['**Ann** shouts "help"', '**The check found:**', '- says: hello', '**Ann:** hi\n- says'])(
    'is refused: %s',
    (lines) => {
      expect(() => parseScript(`# Title\n\n${lines}\n`)).toThrow(/line \d+ cannot be read/);
    },
  );

  it.each([
    ['- sayz: hello', 'nothing that can be expected'],
    ['- says: goodbye', 'says: goodbye'],
    ['- silent: -', 'silent'],
    ['- does not say: Hello', 'does not say'],
    ['- button: Send this', 'button'],
    ['- settings: imap.qq.com 993', 'settings'],
    ['- intent: check-tls', 'smalltalk'],
    ['\n**Ann** presses "Send this"', 'sees no button'],
    ['\n**The job fails**', 'no check and no look-up'],
  ])('or expects what is not so, is complained of: %s', async (lines, reason) => {
    const { complaints } = await played(parseScript(`# Title\n\n**Ann:** hello\n\n${lines}\n`));

    expect(complaints).toEqual([expect.stringContaining(reason)]);
  });
});

describe('the conversations together', () => {
  const scripts = FILES.map((file) => parseScript(readFileSync(join(FOLDER, file), 'utf8')));

  it('touch every intent', () => {
    const kinds = scripts
      .flatMap((script) => script.turns)
      .flatMap((turn) => turn.expectations)
      .filter((expectation) => expectation.key === 'intent')
      .map((expectation) => expectation.value);
    const expected = new Set(kinds);

    const missing = INTENT_NAMES.filter((name) => !expected.has(name));

    expect(missing).toEqual([]);
  });

  it('are at least thirty, in all three scripts', () => {
    const languages = scripts.map((script) => script.language);

    expect(scripts.length).toBeGreaterThanOrEqual(30);
    for (const language of ['en', 'zh-Hans', 'zh-Hant'])
      expect(languages.filter((each) => each === language).length).toBeGreaterThanOrEqual(5);
  });
});
