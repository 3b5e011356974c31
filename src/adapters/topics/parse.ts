import { LineCounter, parseDocument } from 'yaml';
import * as z from 'zod';

/** One file in one language. */
export interface TopicFile {
  title: string;
  questions: string[];
  answer: string;
}

/** Why a file cannot be used; `line` counts from 1. */
export interface TopicFault {
  file: string;
  line: number;
  reason: string;
}

/** A button holds no more. */
const LONGEST_TITLE = 60;
const LONGEST_QUESTION = 300;
const LEAST_QUESTIONS = 3;
const MOST_QUESTIONS = 50;
/** What all chat platforms show in one message. */
const LONGEST_ANSWER = 3000;

const question = z.string().trim().min(2).max(LONGEST_QUESTION);
const frontMatter = z.strictObject({
  title: z.string().trim().min(1).max(LONGEST_TITLE),
  questions: z.array(question).min(LEAST_QUESTIONS).max(MOST_QUESTIONS),
});

/** Front matter between two lines of `---`, then the answer. */
const PARTS = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)([\s\S]*)$/;

/** Reads one file; nothing in it is followed or run. */
export function parseTopic(file: string, content: string): TopicFile | TopicFault {
  const fault = (line: number, reason: string): TopicFault => ({ file, line, reason });
  const [, head, body] = PARTS.exec(content) ?? [];
  if (head === undefined || body === undefined) return fault(1, 'begins without front matter between two lines of ---');
  const lines = new LineCounter();
  const document = parseDocument(head, { lineCounter: lines, uniqueKeys: true });
  // The front matter begins on the second line of the file.
  const lineAt = (offset: number): number => lines.linePos(offset).line + 1;
  const [broken] = document.errors;
  if (broken) return fault(lineAt(broken.pos[0]), broken.message.split(/ at line \d|\n/)[0] ?? 'no YAML');
  const read = frontMatter.safeParse(plain(document));
  if (!read.success) {
    const [issue] = read.error.issues;
    return fault(
      lineOf(issue?.path ?? [], document, lineAt),
      `${issue?.path.join('.') || 'front matter'}: ${issue?.message}`,
    );
  }
  const answer = body.trim();
  const bodyLine = head.split('\n').length + 3;
  if (answer === '') return fault(bodyLine, 'there is no answer below the front matter');
  if (answer.length > LONGEST_ANSWER) return fault(bodyLine, `the answer is longer than ${LONGEST_ANSWER} characters`);
  return { ...read.data, answer };
}

/** Aliases are of no use in so small a file, and can make it huge. */
function plain(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return 'aliases';
  }
}

/** Of what the path names, else of the nearest thing around it. */
function lineOf(
  path: readonly PropertyKey[],
  document: ReturnType<typeof parseDocument>,
  lineAt: (offset: number) => number,
): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
    if (Array.isArray(range)) return lineAt(Number(range[0]));
  }
  return 2;
}
