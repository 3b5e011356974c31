import { text } from '../intents/answer.ts';
import { fill, texts } from '../locales/index.ts';
import type { Block, MessageRef, Ticket } from '../model.ts';
import { plainText } from '../turns/plain-text.ts';
import { literal } from './desk-blocks.ts';
import { sendFiles } from './files.ts';
import { keep } from './keep.ts';
import { step } from './machine.ts';
import { shownName } from './names.ts';
import { askerOf } from './places.ts';
import { splitText } from './split.ts';
import type { Work } from './work.ts';

const LINE = 200;

interface Sent {
  text: string;
  /** Blocks that go with the words: a table of settings, a known answer. */
  blocks?: Block[];
  draft?: string;
  source?: MessageRef;
  files?: readonly string[];
}

/** Sends an agent's words to the asker, under the name that the operator chose; every delivery is reported back. */
export function sendToAsker(work: Work, ticket: Ticket, sent: Sent): void {
  const { turn, event, situation } = work;
  const all = texts(ticket.language);
  const shownAs = shownName(event.author, situation.settings, ticket.language);
  const options = { report: true, ticket: ticket.id, language: ticket.language };
  const words = sent.text.trim();
  const agent = literal(shownAs);
  const posts = contents(words, sent.blocks ?? []).map(({ piece, blocks }) => [
    text(piece === '' ? fill(all.desk.sends, { agent }) : fill(all.desk.from, { agent, text: piece })),
    ...blocks,
  ]);
  const keys = posts.map((blocks) => turn.post(askerOf(ticket), blocks, options));
  const id = keys.at(-1) ?? turn.id();
  const { draft, source, files = [] } = sent;
  const said = [sent.text, plainText(sent.blocks ?? [])].filter((part) => part !== '').join('\n');
  const extra = { text: said, shownAs, ...(draft !== undefined && { draft }), ...(source && { source }) };
  turn.ticketEvent(ticket.id, 'agent-message', { ...extra, ...(files.length > 0 && { files: [...files] }) }, id);
  if (source)
    turn.relays(keys.map((operation) => ({ source, operation, ticket: ticket.id, event: id, to: 'asker' as const })));
  const done = step(ticket, { act: 'agent-writes', by: event.author }, work.now);
  const after = done.ok ? keep(work, ticket, { ...done.ticket, ...lastLine(work, said) }) : ticket;
  sendFiles(work, after, files);
}

/** The last piece carries the blocks. Files alone need no words. */
function contents(words: string, blocks: Block[]): { piece: string; blocks: Block[] }[] {
  if (words === '' && blocks.length === 0) return [];
  const pieces = splitText(words);
  return pieces.map((piece, index) => ({ piece, blocks: index === pieces.length - 1 ? blocks : [] }));
}

function lastLine({ now }: Work, words: string): Pick<Ticket, 'lastLine'> {
  const line = words.replaceAll(/\s+/g, ' ').slice(0, LINE);
  return line === '' ? {} : { lastLine: { from: 'agent', at: now, text: line } };
}
