import { writeFileSync } from 'node:fs';
import { fill, texts, ticketMarkdown } from '../../core/index.ts';
import { readEnvironment } from '../environment.ts';
import { openConfiguredStore } from '../state.ts';
import { operatorLanguage } from '../variables.ts';

const USAGE = 'postilion export ticket NUMBER [--format markdown|json] [--out FILE]';
/** Of sysexits.h: the command was used in a way that it does not have; it has what it needs but cannot do it. */
const EXIT_USAGE = 64;
const EXIT_UNAVAILABLE = 69;
const EXIT_CONFIG = 78;
const ONLY_OWNER = 0o600;

/** `postilion export ticket 12`: all that was said and done, for the record. It can run beside the bot. */
export async function exportTicket(
  typed: string | undefined,
  { format = 'markdown', out = '-' }: { format?: string | undefined; out?: string | undefined },
): Promise<number> {
  const number = Number(/^#?(\d{1,9})$/.exec(typed ?? '')?.[1] ?? Number.NaN);
  if (Number.isNaN(number) || (format !== 'markdown' && format !== 'json')) return said(USAGE, EXIT_USAGE);
  const result = readEnvironment();
  if (!result.ok) return said(USAGE, EXIT_CONFIG);
  const store = await openConfiguredStore(result.config);
  try {
    const found = await store.ticketNumbered(number);
    const { transcripts } = texts(operatorLanguage());
    if (!found) return said(fill(transcripts.noSuch, { number }), EXIT_UNAVAILABLE);
    const { ticket, events, attachments } = found;
    write(format === 'json' ? json(found) : ticketMarkdown(ticket, events, attachments, operatorLanguage()), out);
    return out === '-' ? 0 : said(fill(transcripts.written, { path: out }), 0);
  } finally {
    await store.close();
  }
}

function json(found: object): string {
  return `${JSON.stringify(found, undefined, 2)}\n`;
}

/** It holds what people wrote: only its owner reads it. */
function write(text: string, out: string): void {
  if (out === '-') process.stdout.write(text);
  else writeFileSync(out, text, { mode: ONLY_OWNER });
}

function said(line: string, exitCode: number): number {
  console.error(line);
  return exitCode;
}
