import { text } from '../intents/answer.ts';
import { fill } from '../locales/index.ts';
import type { CannedReply, Settings, Ticket } from '../model.ts';
import { literal } from './desk-blocks.ts';
import { shownName } from './names.ts';
import { serviceOf } from './queues.ts';
import { sendToAsker } from './to-asker.ts';
import type { Work } from './work.ts';

/** Sends a ready-made reply in the asker's own script, its places filled in. */
export function sendCanned(work: Work, ticket: Ticket, id: string): void {
  const { turn, all, situation, event } = work;
  const words = cannedText(id, ticket, situation.settings, event.author);
  if (words === undefined) {
    turn.say([text(all.agents.noText)]);
    return;
  }
  sendToAsker(work, ticket, { text: words });
  turn.say([text(fill(all.desk.sending, { name: literal(ticket.askerName) }))]);
}

/** By its id, or by the beginning of one: what an agent types. */
export function cannedNamed(settings: Settings, typed: string): CannedReply | undefined {
  const { canned } = serviceOf(settings);
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return undefined;
  return canned.find(({ id }) => id === wanted) ?? canned.find(({ id }) => id.startsWith(wanted));
}

function cannedText(
  id: string,
  ticket: Ticket,
  settings: Settings,
  agent: Parameters<typeof shownName>[0],
): string | undefined {
  const reply = serviceOf(settings).canned.find((one) => one.id === id);
  const words = reply && inLanguage(reply.text, ticket.language);
  return (
    words &&
    fill(words, {
      name: literal(ticket.askerName),
      number: ticket.number,
      agent: literal(shownName(agent, settings, ticket.language)),
      subject: literal(ticket.subject ?? ''),
    })
  );
}

export function cannedTitle({ id, title }: CannedReply, language: string): string {
  return inLanguage(title, language) ?? id;
}

/** The other Chinese script is better than English for who reads Chinese. */
function inLanguage(by: Readonly<Record<string, string>>, language: string): string | undefined {
  const sister = language === 'zh-Hans' ? 'zh-Hant' : language === 'zh-Hant' ? 'zh-Hans' : 'en';
  return by[language] ?? by[sister] ?? by['en'] ?? Object.values(by)[0];
}
