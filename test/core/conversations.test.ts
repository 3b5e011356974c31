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
function played(script: Script): Played {
  const player = new ConversationPlayer(script, testKnowledge());
  const seen = new Map<string, Reply[]>();
  const result: Played = { complaints: [], replies: [], intents: [] };
  for (const turn of script.turns) {
    try {
      const step = player.play(turn);
      if (step) record(step, player, seen, result);
    } catch (error) {
      result.complaints.push(`line ${turn.line}: ${String(error)}`);
      break;
    }
  }
  return result;
}

function record(step: Step, { world }: ConversationPlayer, seen: Map<string, Reply[]>, played: Played): void {
  const { turn, event, result, shown } = step;
  for (const { who, reply } of shown) seen.set(who, [...(seen.get(who) ?? []), reply]);
  const witness = {
    step,
    everSeenBy: (who: string) => seen.get(who) ?? [],
    askedFor: result.conversation?.asked,
    handedOver: world.openTicketOf(event.author.id) !== undefined,
  };
  played.complaints.push(...turn.expectations.flatMap((expectation) => complaint(expectation, witness) ?? []));
  played.replies.push(...shown.map(({ reply }) => ({ line: turn.line, reply })));
  if (result.explanation) played.intents.push(result.explanation.understanding.intent);
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

  it('goes as it is written', () => {
    const { complaints } = played(script);

    expect(script.title).not.toBe('');
    expect(complaints).toEqual([]);
  });

  it('can be shown on every platform', async () => {
    const { replies } = played(script);

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
  ])('or expects what is not so, is complained of: %s', (lines, reason) => {
    const { complaints } = played(parseScript(`# Title\n\n**Ann:** hello\n\n${lines}\n`));

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
