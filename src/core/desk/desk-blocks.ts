import { actions } from '../intents/answer.ts';
import type { Texts } from '../locales/index.ts';
import type { Block } from '../model.ts';

/** The buttons that belong under a ticket's opening post. */
export function deskActions(ticket: string, { desk }: Texts): Block[] {
  return actions(
    { label: desk.claim, intent: { name: 'claim-ticket', ticket } },
    { label: desk.close, intent: { name: 'close-ticket', ticket }, style: 'danger' },
  );
}

/** A person's words as they stand: they form no link, no bold text and no code in our small Markdown. */
export function literal(words: string): string {
  return words.replaceAll('](', '] (').replaceAll('**', '* *').replaceAll('`', '\u02CB');
}
