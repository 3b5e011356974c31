import { fill, texts as textsOf, type AgentInfo, type Ticket } from '../../core/index.ts';
import { age, Due, SignOut, State } from './desk-parts.tsx';
import type { TicketLine } from './desk-tickets.ts';
import { HAND_OVER_ALL, HOME, PRESENCE, ticketUrl } from './desk-urls.ts';
import { page } from './layout.tsx';

export interface DeskList {
  lines: readonly TicketLine[];
  agent: Pick<AgentInfo, 'id' | 'away'>;
  now: number;
  language: string;
}

type Shared = Pick<DeskList, 'now' | 'language'>;

function personOf({ askerName, conversation, language: spoken }: Ticket, language: string): string {
  const platforms: Record<string, string> = textsOf(language).agents.platforms;
  const platform = conversation.slice(0, conversation.indexOf(':'));
  return [askerName, platforms[platform] ?? platform, textsOf(spoken).common.name].join(' · ');
}

function TicketRow({ line: { ticket, unsent }, now, language }: Shared & { line: TicketLine }) {
  const texts = textsOf(language).web.desk;
  return (
    <tr>
      <td data-column={texts.number}>
        <a href={ticketUrl(ticket.id)}>#{ticket.number}</a>
      </td>
      <td data-column={texts.person}>{personOf(ticket, language)}</td>
      <td data-column={texts.lastLine} lang={ticket.language}>
        <span class="last">{ticket.lastLine?.text ?? ticket.subject}</span>
      </td>
      <td data-column={texts.state}>
        <State state={ticket.state} language={language} />
        {unsent > 0 && <span class="unsent">{fill(texts.unsent, { count: unsent })}</span>}
      </td>
      <td data-column={texts.agent}>{ticket.agent?.name ?? texts.nobody}</td>
      <td data-column={texts.waiting}>
        {ticket.waitingSince === undefined ? '–' : age(now - ticket.waitingSince, language)}
      </td>
      <td data-column={texts.due}>
        <Due ticket={ticket} now={now} language={language} />
      </td>
    </tr>
  );
}

function TicketTable({ lines, now, language }: Shared & { lines: readonly TicketLine[] }) {
  const texts = textsOf(language).web.desk;
  const columns = [texts.number, texts.person, texts.lastLine, texts.state, texts.agent, texts.waiting, texts.due];
  return (
    <div class="table tickets">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <TicketRow line={line} now={now} language={language} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Group = 'mine' | 'nobody' | 'others' | 'solved';
const GROUPS: readonly Group[] = ['mine', 'nobody', 'others', 'solved'];

function groupOf({ ticket: { state, agent } }: TicketLine, viewer: AgentInfo['id']): Group {
  if (state === 'resolved') return 'solved';
  if (!agent) return 'nobody';
  return agent.id === viewer ? 'mine' : 'others';
}

/** Whoever goes is not waited for: what becomes due goes back to the queue. */
function Presence({ away, language }: { away: boolean; language: string }) {
  const texts = textsOf(language).web.desk;
  return (
    <form class="presence" method="post" action={PRESENCE}>
      {away && <span>{texts.awayNow}</span>}
      <button type="submit" name="away" value={away ? 'no' : 'yes'} class={away ? 'primary' : 'plain'}>
        {away ? texts.back : texts.away}
      </button>
    </form>
  );
}

/** All that is open: the agent’s own first, then what nobody has. */
export function ticketListPage({ lines, agent, now, language }: DeskList) {
  const texts = textsOf(language);
  const { desk } = texts.web;
  const groups = GROUPS.map((group) => ({ group, own: lines.filter((line) => groupOf(line, agent.id) === group) }));
  const children = (
    <main id="tickets" class="desk" data-changes={`${HOME}/changes`}>
      <div class="list-head">
        <h1>{desk.tickets}</h1>
        <Presence away={agent.away} language={language} />
      </div>
      {lines.length === 0 && <p class="tickets">{desk.none}</p>}
      {groups
        .filter(({ own }) => own.length > 0)
        .map(({ group, own }) => (
          <section>
            <h2>
              {desk.groups[group]} ({own.length})
            </h2>
            <TicketTable lines={own} now={now} language={language} />
            {group === 'mine' && (
              <p class="hand-all">
                <a class="button" href={HAND_OVER_ALL}>
                  {texts.agents.handAll}
                </a>
              </p>
            )}
          </section>
        ))}
    </main>
  );
  return page({ language, title: desk.title, home: HOME, aside: <SignOut language={language} />, children });
}
