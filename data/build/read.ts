import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { DataFault } from './faults.ts';

/** A data file that was read, with the way back from a value to its line. */
export interface DataFile<Value> {
  file: string;
  value: Value;
  /** Line of the value at a path such as ['servers', 0, 'host'], or of the nearest thing that holds it. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads and validates one YAML file. Adds to `faults` and gives undefined when it is not usable. */
export function readYaml<Schema extends z.ZodType>(
  dataDir: string,
  file: string,
  schema: Schema,
  faults: DataFault[],
): DataFile<z.output<Schema>> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(join(dataDir, file), 'utf8'), { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) {
    // What follows a syntax error mostly follows from it.
    faults.push(syntaxFault(file, broken, lines));
    return undefined;
  }
  const lineOf = (path: readonly PropertyKey[]) => lineAt(document, lines, path);
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { file, value: parsed.data, lineOf };
  faults.push(...parsed.error.issues.map((issue) => schemaFault(file, issue, lineOf)));
  return undefined;
}

function syntaxFault(file: string, error: { pos: [number, number]; message: string }, lines: LineCounter): DataFault {
  const [reason = 'not YAML'] = error.message.split(' at line ');
  return { file, line: lines.linePos(error.pos[0]).line, reason };
}

function schemaFault(
  file: string,
  issue: z.core.$ZodIssue,
  lineOf: (path: readonly PropertyKey[]) => number,
): DataFault {
  const where = issue.path.length > 0 ? `${issue.path.map(String).join('.')}: ` : '';
  return { file, line: lineOf(issue.path), reason: `${where}${issue.message}` };
}

function lineAt(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
