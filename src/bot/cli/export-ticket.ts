import { writeFileSync } from 'node:fs';
import { fill, texts, ticketMarkdown } from '../../core/index.ts';
import { operatorLanguage } from '../variables.ts';
import { withState } from './with-state.ts';
import { wrongUse } from './usage.ts';
import { EXIT_UNAVAILABLE } from '../exit-codes.ts';

const ONLY_OWNER = 0o600;

/** `postilion export ticket 12`: all that was said and done, for the record. It can run beside the bot. */
export async function exportTicket(
  typed: string | undefined,
  { format = 'markdown', out = '-' }: { format?: string | undefined; out?: string | undefined },
): Promise<number> {
  const number = Number(/^#?(\d{1,9})$/.exec(typed ?? '')?.[1] ?? Number.NaN);
  if (Number.isNaN(number) || (format !== 'markdown' && format !== 'json')) return wrongUse('export');
  const language = operatorLanguage();
  const { transcripts } = texts(language);
  return withState(async (store) => {
    const found = await store.ticketNumbered(number);
    if (!found) return said(fill(transcripts.noSuch, { number }), EXIT_UNAVAILABLE);
    const { ticket, events, attachments } = found;
    write(format === 'json' ? json(found) : ticketMarkdown(ticket, events, attachments, language), out);
    return out === '-' ? 0 : said(fill(transcripts.written, { path: out }), 0);
  });
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
