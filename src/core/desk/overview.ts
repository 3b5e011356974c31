import { text } from '../intents/answer.ts';
import { fill, texts, type Texts } from '../locales/index.ts';
import type { Block, Ticket } from '../model.ts';
import { timeToken } from '../time-token.ts';
import { literal } from './desk-blocks.ts';

/** Longer lists are not read: the rest is counted. */
const SHOWN = 30;
const SUBJECT = 80;

/** Who waits longest for the desk comes first, then the others by number. */
function byUrgency(a: Ticket, b: Ticket): number {
  return (a.waitingSince ?? Infinity) - (b.waitingSince ?? Infinity) || a.number - b.number;
}

function lineOf(ticket: Ticket, linkOf: (ticket: Ticket) => string | undefined, { overview }: Texts): string {
  const { number, askerName, subject = '', state, agent, waitingSince } = ticket;
  const url = linkOf(ticket);
  const name = `#${number}`;
  const parts = [
    `${url === undefined ? `**${name}**` : `[${name}](${url})`} ${literal(askerName)}`,
    ...(subject === '' ? [] : [literal([...subject].slice(0, SUBJECT).join(''))]),
    overview.states[state],
    agent ? literal(agent.name) : `**${overview.nobody}**`,
    ...(waitingSince === undefined ? [] : [fill(overview.since, { time: timeToken(waitingSince) })]),
  ];
  return `- ${parts.join(' · ')}`;
}

/** All open tickets of a desk at a glance; `linkOf` gives the https address of a ticket's thread. */
export function overviewBlocks(
  tickets: readonly Ticket[],
  linkOf: (ticket: Ticket) => string | undefined,
  language: string,
): Block[] {
  const all = texts(language);
  const { overview } = all;
  if (tickets.length === 0) return [text(`**${overview.title}**\n${overview.none}`)];
  const lines = tickets.toSorted(byUrgency).map((ticket) => lineOf(ticket, linkOf, all));
  const rest = lines.length > SHOWN ? [fill(overview.more, { count: lines.length - SHOWN })] : [];
  return [text([`**${overview.title}** (${tickets.length})`, ...lines.slice(0, SHOWN), ...rest].join('\n'))];
}
