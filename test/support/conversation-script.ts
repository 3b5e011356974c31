/**
 * Conversations as scripts: one Markdown file each in test/conversations, which a support person can write.
 *
 *     ---
 *     language: zh-Hans      # what the platform says of the person; en when absent
 *     place: channel         # others read along; private when absent
 *     desk: yes              # people take over here; no when absent
 *     agents: [Kim]          # who writes at the desk
 *     unreachable: [Lin]     # whose direct messages are closed
 *     ---
 *     # A title
 *
 *     Ordinary lines are remarks for the reader.
 *
 *     **Lin:** what Lin writes, up to an empty line; or a fenced block under it
 *
 *     - settings: imap.qq.com 993        what must then be true, see the README beside the scripts
 *
 *     **Lin** presses "All settings"
 *     **Lin** sends a picture            (or: sends a picture: with these words)
 *     **Lin** writes 5,000 times: user{n}@example.com
 *     **Lin, in private:** a direct message, in a script that plays in a channel
 *     **Lin** uses "/mail settings qq"
 *     **The check finds:**               with a yaml block: what differs from a check that found nothing wrong
 *     **The look-up finds:**             with a yaml block: the parts of a Discovery
 *     **The job fails**
 *     **25 hours later**                 (or minutes, or days: what falls due happens)
 *
 * At a desk, where `desk` may also say `{ queues, hours, firstReply, nextReply }` and `outsiders` names who reads there
 * but is no agent:
 *
 *     **Kim** uses "/desk claim #1"
 *     **Kim** sends the file steps.pdf (application/pdf, 80 KB): with these words
 *     **Lin** changes "what was written" to: what is written now
 *     **Lin** deletes "what was written"
 *
 * `\u200B` in a line is the character with that number. A line that begins with `**` and is none of these is an error.
 */
import { parse as parseYaml } from 'yaml';
import type { FileRef } from '../../src/core/index.ts';

export type Deed =
  | { kind: 'says'; who: string; inPrivate: boolean; text: string }
  | { kind: 'presses'; who: string; label: string }
  | { kind: 'uses'; who: string; command: string; text: string }
  | { kind: 'desk'; who: string; text: string }
  | { kind: 'file'; who: string; text: string; file: FileRef }
  | { kind: 'changes'; who: string; before: string; text: string }
  | { kind: 'deletes'; who: string; before: string }
  | { kind: 'job'; outcome: 'check-server' | 'discover' | 'failed'; facts: Record<string, unknown> }
  | { kind: 'later'; minutes: number };

/** `- key: value` under a deed. */
export interface Expectation {
  line: number;
  key: string;
  value: string;
}

export interface ScriptTurn {
  line: number;
  deed: Deed;
  expectations: Expectation[];
}

/** How the desk is set up; times in minutes. */
export interface ScriptDesk {
  queues: { id: string; languages?: string[] }[];
  hours?: string | undefined;
  firstReply?: number | undefined;
  nextReply?: number | undefined;
  ticketsPerDay?: number | undefined;
}

export interface Script {
  title: string;
  language: string;
  inChannel: boolean;
  desk: ScriptDesk | undefined;
  agents: string[];
  outsiders: string[];
  unreachable: string[];
  turns: ScriptTurn[];
}

/** Throws with the line of what it cannot read. */
export function parseScript(markdown: string): Script {
  const { head, body, offset } = partHead(markdown);
  const script: Script = {
    title: /^# (.+)$/m.exec(body)?.[1] ?? '',
    language: head.language ?? 'en',
    inChannel: head.place === 'channel',
    desk: deskOf(head),
    agents: head.agents ?? [],
    outsiders: head.outsiders ?? [],
    unreachable: head.unreachable ?? [],
    turns: [],
  };
  const lines = body.split('\n');
  for (let at = 0; at < lines.length;) at = readLine(lines, at, offset, script);
  return script;
}

interface Head {
  language?: string;
  place?: string;
  desk?: 'yes' | 'no' | Partial<ScriptDesk>;
  agents?: string[];
  outsiders?: string[];
  unreachable?: string[];
}

function deskOf({ desk }: Head): ScriptDesk | undefined {
  if (desk === undefined || desk === 'no') return undefined;
  return { queues: [], ...(desk === 'yes' ? {} : desk) };
}

function partHead(markdown: string): { head: Head; body: string; offset: number } {
  const match = /^---\n([\s\S]*?)\n---\n/.exec(markdown);
  if (!match) return { head: {}, body: markdown, offset: 1 };
  const head = parseYaml(match[1] ?? '') as Head;
  return { head, body: markdown.slice(match[0].length), offset: match[0].split('\n').length };
}

/** Reads what begins at a line; returns the line after it. */
function readLine(lines: readonly string[], at: number, offset: number, script: Script): number {
  const line = lines[at] ?? '';
  if (line.startsWith('- ')) {
    const [, key = '', value = ''] = /^- ([^:]+):\s*(.*)$/.exec(line) ?? failed(at + offset, line);
    const turn = script.turns.at(-1) ?? failed(at + offset, 'an expectation before any deed');
    turn.expectations.push({ line: at + offset, key: key.trim(), value: unescaped(value.trim()) });
    return at + 1;
  }
  if (!line.startsWith('**')) return at + 1;
  const { text, next } = readText(lines, at);
  const deed = readDeed(text) ?? failed(at + offset, line);
  script.turns.push({ line: at + offset, deed, expectations: [] });
  return next;
}

interface DeedText {
  /** The first line, and those that follow it directly. */
  line: string;
  fenced: string | undefined;
}

/** A paragraph, and a fenced block that follows it. */
function readText(lines: readonly string[], at: number): { text: DeedText; next: number } {
  const paragraphEnd = lines.findIndex((line, index) => index > at && /^(?:\s*$|```|- )/.test(line));
  const end = paragraphEnd === -1 ? lines.length : paragraphEnd;
  const line = lines.slice(at, end).join('\n');
  const fence = lines.findIndex((each, index) => index >= end && each.trim() !== '');
  if (!lines[fence]?.startsWith('```')) return { text: { line, fenced: undefined }, next: end };
  const close = lines.findIndex((each, index) => index > fence && each.startsWith('```'));
  return { text: { line, fenced: lines.slice(fence + 1, close).join('\n') }, next: close + 1 };
}

type Reader = (match: RegExpExecArray, fenced: string | undefined) => Deed;

const MINUTES: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 24 * 60 };

const DEEDS: [RegExp, Reader][] = [
  [/^\*\*The check finds:\*\*$/, (_, fenced) => job('check-server', fenced)],
  [/^\*\*The look-up finds:\*\*$/, (_, fenced) => job('discover', fenced)],
  [/^\*\*The job fails\*\*$/, () => job('failed', undefined)],
  [
    /^\*\*(\d+) (minute|hour|day)s? later\*\*$/,
    ([, count, unit = '']) => ({ kind: 'later', minutes: Number(count) * (MINUTES[unit] ?? 1) }),
  ],
  [/^\*\*([^*:]+)\*\* presses "(.+)"$/, ([, who = '', label = '']) => ({ kind: 'presses', who, label })],
  [
    /^\*\*([^*:]+)\*\* uses "\/mail ([a-z]+) ?(.*)"$/,
    ([, who = '', command = '', text = '']) => ({ kind: 'uses', who, command, text }),
  ],
  [/^\*\*([^*:]+)\*\* uses "\/desk ?(.*)"$/, ([, who = '', text = '']) => ({ kind: 'desk', who, text })],
  [
    /^\*\*([^*:]+)\*\* sends a picture(?:: ([\s\S]+))?$/,
    ([, who = '', text = '']) => ({
      kind: 'file',
      who,
      text: unescaped(text),
      file: { name: 'error.png', mime: 'image/png', size: 90_000 },
    }),
  ],
  [
    /^\*\*([^*:]+)\*\* sends the file (\S+) \((\S+), ([\d,]+) (KB|MB)\)(?:: ([\s\S]+))?$/,
    ([, who = '', name = '', mime = '', count = '', unit, text = '']) => {
      const size = Number(count.replaceAll(',', '')) * (unit === 'MB' ? 1024 * 1024 : 1024);
      return { kind: 'file', who, text: unescaped(text), file: { name, mime, size } };
    },
  ],
  [
    /^\*\*([^*:]+)\*\* changes "(.+)" to: ([\s\S]+)$/,
    ([, who = '', before = '', text = '']) => ({ kind: 'changes', who, before, text: unescaped(text) }),
  ],
  [/^\*\*([^*:]+)\*\* deletes "(.+)"$/, ([, who = '', before = '']) => ({ kind: 'deletes', who, before })],
  [
    /^\*\*([^*:]+)\*\* writes ([\d,]+) times: ([\s\S]+)$/,
    ([, who = '', count = '', text = '']) => ({ kind: 'says', who, inPrivate: false, text: repeated(count, text) }),
  ],
  [
    /^\*\*(?!The )([^*:,]+)(, in private)?:\*\*([\s\S]*)$/,
    ([, who = '', inPrivate, text = ''], fenced) => ({
      kind: 'says',
      who,
      inPrivate: inPrivate !== undefined,
      text: unescaped([text.trim(), ...(fenced === undefined ? [] : [fenced])].join('\n').trim()),
    }),
  ],
];

function readDeed({ line, fenced }: DeedText): Deed | undefined {
  for (const [pattern, read] of DEEDS) {
    const match = pattern.exec(line);
    if (match) return read(match, fenced);
  }
  return undefined;
}

function job(outcome: Extract<Deed, { kind: 'job' }>['outcome'], yaml: string | undefined): Deed {
  return { kind: 'job', outcome, facts: (yaml === undefined ? {} : parseYaml(yaml)) as Record<string, unknown> };
}

function repeated(count: string, text: string): string {
  const times = Number(count.replaceAll(',', ''));
  return Array.from({ length: times }, (_, index) => text.replaceAll('{n}', String(index + 1))).join(' ');
}

function unescaped(text: string): string {
  return text.replaceAll(/\\u([0-9A-Fa-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function failed(line: number, what: string): never {
  throw new Error(`line ${line} cannot be read: ${what}`);
}
