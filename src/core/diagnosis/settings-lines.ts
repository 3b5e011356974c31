import type { PastedServer } from '../model.ts';
import type { Addresses } from '../nlu/slots/addresses.ts';
import { findSpans, type Span } from '../nlu/slots/span.ts';
import { findPorts } from '../nlu/slots/technical.ts';
import { type SaidSecurity, securityOf, type Side, sideOf, signInOf, userOf, withoutNames } from './labels.ts';

/** Everything that one line says. */
export interface Line {
  side: Side | undefined;
  hosts: string[];
  ports: number[];
  security: SaidSecurity | undefined;
  username: string | undefined;
  signIn: PastedServer['signIn'];
  glued: boolean;
}

/** A piece of the text; `label` is the same without names of hosts, which say nothing of what a field is for. */
interface Part {
  start: number;
  /** Exclusive. */
  end: number;
  text: string;
  label: string;
}

/** What the lines of a normalised text say, and the parts of a line in which one server follows another. */
export function* linesOf(text: string, addresses: Addresses): Generator<Line> {
  for (const part of partsOf(text)) {
    if (SAYS_MORE.test(part.text)) yield readWhole(part, addresses);
    else yield silent(sideOf(part.label));
  }
}

const BREAK =
  /\n|[;；。]|\.\s+(?=[a-z])|[,，、|](?=\s*(?:[a-z\p{Script=Han}'"]|\d{2,4}(?!\d)))|\s(?:and|&|und|et|y)\s(?=\S)|(?<=\d|tls|ssl|加密)\s+(?=(?:imap|pop|smtp|incoming|outgoing|(?:post)?(?:ein|aus)gang|发|收|寄))/gu;
const NOTHING_OR_COMMENT = /^\s*(?:$|#|\/\/)/;

/** One by one: nobody reads all the parts of a long list. */
function* partsOf(text: string): Generator<Part> {
  let start = 0;
  for (const { 0: between, index } of text.matchAll(BREAK)) {
    yield* partAt(text, start, index);
    start = index + between.length;
  }
  yield* partAt(text, start, text.length);
}

/** No name goes over a break. */
function partAt(text: string, start: number, end: number): Part[] {
  const part = text.slice(start, end);
  if (NOTHING_OR_COMMENT.test(part)) return [];
  return [{ start, end, text: part, label: part.includes('.') ? withoutNames(part) : part }];
}

/** What a line has that says more than a side: a number, a sign, a name with a dot, a word of encryption. */
const SAYS_MORE = /[\d:=：@]|[a-z-][.。][a-z]|ssl|tls|secur|encr|auto|verschl|sicher|chiffr|加密|安全|明文|自动|暗号/;

const NONE: never[] = [];

function silent(side: Side | undefined): Line {
  return { side, hosts: NONE, ports: NONE, security: undefined, username: undefined, signIn: undefined, glued: false };
}

function readWhole(part: Part, addresses: Addresses): Line {
  const { text, label } = part;
  const glued = beginningIn(part, addresses.ports);
  return {
    side: sideOf(label),
    hosts: beginningIn(part, addresses.hosts),
    ports: glued.length > 0 ? glued : portsOf(text),
    security: securityOf(text, label),
    username: userOf(text),
    signIn: signInOf(text),
    glued: glued.length > 0,
  };
}

function beginningIn<Value>({ start, end }: Part, spans: readonly Span<Value>[]): Value[] {
  return spans.filter((span) => span.start >= start && span.start < end).map(({ value }) => value);
}

const BEHIND_NAME = /\.[a-z]{2,}[\]'"]*:(\d{2,5})(?!\d)/g;
const LABELLED = /(?:port|端口|puerto|porta?|ポート)\w*["'\])]*\s*(?:=>|[:=：是为]|\s)\s*["']?(\d{2,5})(?!\d)/g;

function portsOf(line: string): number[] {
  if (!/\d\d/.test(line)) return [];
  const numbers = (pattern: RegExp) => findSpans(line, pattern, (match) => Number(match[1])).map(({ value }) => value);
  const behindName = numbers(BEHIND_NAME);
  if (behindName.length > 0) return behindName;
  const labelled = numbers(LABELLED);
  return labelled.length > 0 ? labelled : findPorts(line).map(({ value }) => value);
}
