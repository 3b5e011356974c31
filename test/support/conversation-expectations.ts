import type { Block, Reply, Slots } from '../../src/core/index.ts';
import type { Step } from './conversation-player.ts';
import type { Expectation } from './conversation-script.ts';

/** What a check may look at: this step, and all that was shown so far. */
export interface Witness {
  step: Step;
  /** Everything that a person was ever shown. */
  everSeenBy(who: string): readonly Reply[];
  /** The slot that the last answer asked this person for. */
  askedFor: string | undefined;
  /** Whether this person now has an open ticket. */
  handedOver: boolean;
  /** What was written down about the newest ticket, by kind. */
  story: readonly string[];
}

/** Undefined when the expectation holds; else what is the case instead. */
type Check = (value: string, witness: Witness) => string | undefined;

const CHECKS: Record<string, Check> = {
  intent: (value, { step }) => same(value, step.result?.explanation?.understanding.intent),
  zone: (value, { step }) => same(value, zoneOf(step)),
  language: (value, witness) => same(value, repliesOf(witness).at(-1)?.language),
  outcome: (value, { step }) => same(value, step.result?.outcome.kind),
  knows: (value, { step }) => slotIs(value, step.result?.explanation?.slots),
  'does not know': (value, { step }) => absent(value, Object.keys(step.result?.explanation?.slots ?? {})),
  says: (value, witness) => included(value, wordsOf(repliesOf(witness))),
  'says one of': (value, witness) => oneOf(value.split(' | '), wordsOf(repliesOf(witness))),
  'does not say': (value, witness) => excluded(value, wordsOf(repliesOf(witness))),
  silent: (_, witness) => excluded('', wordsOf(repliesOf(witness)), repliesOf(witness).length === 0),
  settings: (value, witness) => (rowsOf(witness).some((row) => fits(row, value)) ? undefined : list(rowsOf(witness))),
  'no settings': (value, witness) => (rowsOf(witness).some((row) => fits(row, value)) ? 'there it is' : undefined),
  rows: (value, witness) => same(value, String(rowsOf(witness).length)),
  button: (value, witness) => (labelsOf(witness).includes(value) ? undefined : list([labelsOf(witness)])),
  'no button': (value, witness) => absent(value, labelsOf(witness)),
  verdict: (value, witness) => same(value, blocksOf(repliesOf(witness), 'verdict')[0]?.level),
  finding: (value, { step }) => (codesOf(step).includes(value) ? undefined : list([codesOf(step)])),
  'no finding': (value, { step }) => absent(value, codesOf(step)),
  checks: (value, { step }) => same(value, taskOf(step, 'check-server')),
  'looks up': (value, { step }) => same(value, taskOf(step, 'discover')),
  'asks for': (value, { askedFor }) => same(value, askedFor),
  hides: (value, { step }) => same(value, (step.event?.redactions ?? []).join(', ')),
  'keeps secret': (value, { step }) =>
    excluded(value, JSON.stringify([step.event, step.result])) ??
    excluded(value, wordsOf(step.shown.map((s) => s.reply))),
  'handed over': (value, { handedOver }) => same(value, handedOver ? 'yes' : 'no'),
  'written down': (value, { story }) => (story.includes(value) ? undefined : story.join(', ')),
  gap: (value, { step }) => same(value, (step.result?.gaps ?? []).map((gap) => gap.kind).join(', ')),
};

/** `Kim sees: …`, `Kim does not see: …`, `Kim never saw: …`, `Kim has the button: …`. */
const ABOUT_SOMEBODY: [RegExp, (who: string) => Check][] = [
  [
    /^(.+) does not see$/,
    (who) =>
      (value, { step }) =>
        excluded(value, wordsOf(seenBy(who, step))),
  ],
  [
    /^(.+) sees nothing$/,
    (who) =>
      (_, { step }) =>
        seenBy(who, step).length === 0 ? undefined : wordsOf(seenBy(who, step)),
  ],
  [
    /^(.+) sees$/,
    (who) =>
      (value, { step }) =>
        included(value, wordsOf(seenBy(who, step))),
  ],
  [/^(.+) never saw$/, (who) => (value, witness) => excluded(value, wordsOf(witness.everSeenBy(who)))],
  [
    /^(.+) has the button$/,
    (who) =>
      (value, { step }) => {
        const labels = blocksOf(seenBy(who, step), 'actions').flatMap((block) =>
          block.actions.map((action) => action.label),
        );
        return labels.includes(value) ? undefined : list([labels]);
      },
  ],
];

/** Characters of a complaint: a megabyte of text helps nobody. */
const EXCERPT = 600;

/** The complaint about an expectation, with the line of the script; undefined when it holds. */
export function complaint({ line, key, value }: Expectation, witness: Witness): string | undefined {
  const check = CHECKS[key] ?? aboutSomebody(key);
  if (!check) return `line ${line}: "${key}" is nothing that can be expected`;
  const instead = check(value, witness);
  return instead === undefined ? undefined : `line ${line}: ${key}: ${value} — but: ${instead.slice(0, EXCERPT)}`;
}

function aboutSomebody(key: string): Check | undefined {
  for (const [pattern, make] of ABOUT_SOMEBODY) {
    const who = pattern.exec(key)?.[1];
    if (who !== undefined) return make(who);
  }
  return undefined;
}

/** All words of replies, without the marks of our small Markdown; buttons are not words. */
export function wordsOf(replies: readonly Reply[]): string {
  return replies
    .flatMap((reply) => reply.blocks)
    .flatMap((block) => stringsOf(block))
    .join('\n')
    .replaceAll(/\*\*|`/g, '')
    .replaceAll(/\[([^\]\n]+)\]\(time:\d+\)/g, '$1');
}

function stringsOf(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return [block.text];
    case 'settings':
      return [block.title ?? '', ...block.rows.map((row) => row.join(' '))];
    case 'steps':
      return [block.title ?? '', ...block.items];
    case 'verdict':
      return [block.title, block.text ?? ''];
    case 'sources':
      return [block.title, ...block.items.flatMap(({ label, url }) => [label, url ?? ''])];
    case 'file':
      return [block.name, block.content];
    case 'actions':
      return [];
  }
}

function repliesOf({ step }: Witness): Reply[] {
  return seenBy(step.who, step);
}

function seenBy(who: string, step: Step): Reply[] {
  return step.shown.filter((shown) => shown.who === who).map((shown) => shown.reply);
}

function blocksOf<Kind extends Block['kind']>(replies: readonly Reply[], kind: Kind): Extract<Block, { kind: Kind }>[] {
  const blocks = replies.flatMap((reply) => reply.blocks);
  return blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);
}

function rowsOf(witness: Witness): string[][] {
  return blocksOf(repliesOf(witness), 'settings').flatMap((block) => block.rows);
}

/** Each word of `imap.qq.com 993` is a cell of the row. */
function fits(row: readonly string[], words: string): boolean {
  return words.split(/\s+/).every((word) => row.some((cell) => cell === word));
}

function labelsOf(witness: Witness): string[] {
  return blocksOf(repliesOf(witness), 'actions').flatMap((block) => block.actions.map((action) => action.label));
}

function codesOf({ result }: Step): string[] {
  return (result?.explanation?.understanding.diagnosis?.findings ?? []).map((finding) => finding.code);
}

function zoneOf({ result }: Step): string | undefined {
  return result?.outcome.kind === 'answered' ? result.outcome.zone : undefined;
}

function taskOf({ result }: Step, kind: 'check-server' | 'discover'): string | undefined {
  const task = (result?.jobs ?? []).map((job) => job.task).find((each) => each.kind === kind);
  if (task?.kind === 'discover') return task.domain;
  return task?.kind !== 'check-server'
    ? undefined
    : [task.host, ...(task.port === undefined ? [] : [task.port])].join(' ');
}

/** `provider = qq`; several values of a list are parted by commas. */
function slotIs(value: string, slots: Slots = {}): string | undefined {
  const [name = '', wanted = ''] = value.split(' = ');
  const found = Object.entries(slots).find(([slot]) => slot === name)?.[1];
  return same(wanted, found === undefined ? undefined : [found].flat().join(', '));
}

function same(wanted: string, found: string | undefined): string | undefined {
  return found === wanted ? undefined : (found ?? 'nothing');
}

function absent(unwanted: string, found: readonly string[]): string | undefined {
  return found.includes(unwanted) ? found.join(', ') : undefined;
}

function included(wanted: string, words: string): string | undefined {
  return words.includes(wanted) ? undefined : words || 'nothing was said';
}

function oneOf(wanted: readonly string[], words: string): string | undefined {
  return wanted.some((each) => words.includes(each)) ? undefined : words || 'nothing was said';
}

function excluded(unwanted: string, words: string, holds = !words.includes(unwanted)): string | undefined {
  return holds ? undefined : words;
}

function list(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.join(' · ')).join(' / ') || 'there is none';
}
