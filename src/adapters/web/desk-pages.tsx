import {
  fill,
  texts as textsOf,
  type FormName,
  type PersonId,
  type Ticket,
  type TicketEvent,
} from '../../core/index.ts';
import { Log } from './chat-page.tsx';
import { actsFor, type ActName, PAGE_FORMS } from './desk-acts.ts';
import { Composer } from './composer.tsx';
import type { TicketLine, TicketThread } from './desk-tickets.ts';
import { faultText, type Fault } from './faults.tsx';
import { page } from './layout.tsx';
import type { View } from './render.tsx';

const HOME = '/desk';

/** Where an agent hands over all that is theirs. */
export const HAND_OVER_ALL = `${HOME}/hand-over-all`;

export function ticketUrl(id: string): string {
  return `${HOME}/tickets/${encodeURIComponent(id)}`;
}

export function formUrl(id: string, form: FormName): string {
  return `${ticketUrl(id)}/forms/${form}`;
}

function SignOut({ language }: { language: string }) {
  return (
    <form class="languages" method="post" action="/desk/sign-out">
      <button type="submit">{textsOf(language).web.desk.signOut}</button>
    </form>
  );
}

/** The token goes by form, never in an address. */
export function signInPage(language: string, fault?: Fault) {
  const texts = textsOf(language).web.desk;
  const children = (
    <main class="notice">
      <h1>{texts.title}</h1>
      {fault !== undefined && (
        <p class="fault" role="alert">
          {faultText(fault, language)}
        </p>
      )}
      <form class="sign-in" method="post" action="/desk/sign-in">
        <label>
          {texts.name} <small>{texts.nameHint}</small>
          <input name="name" autocomplete="name" maxlength={60} required />
        </label>
        <label>
          {texts.token} <small>{texts.tokenHint}</small>
          <input name="token" type="password" autocomplete="current-password" required />
        </label>
        <button type="submit" class="primary">
          {texts.signIn}
        </button>
      </form>
    </main>
  );
  return page({ language, title: texts.title, home: HOME, children });
}

/** How long it has been open, in the largest unit that fits. */
export function age(milliseconds: number, language: string): string {
  const texts = textsOf(language).web.desk;
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 60) return fill(texts.minutes, { count: minutes });
  if (minutes < 24 * 60) return fill(texts.hours, { count: Math.floor(minutes / 60) });
  return fill(texts.days, { count: Math.floor(minutes / (24 * 60)) });
}

function State({ state, language }: { state: Ticket['state']; language: string }) {
  return <span class={`badge ${state}`}>{textsOf(language).web.desk.states[state]}</span>;
}

/** When an answer is due; what is late stands out. */
function Due({ ticket: { dueAt }, now, language }: { ticket: Ticket; now: number; language: string }) {
  if (dueAt === undefined) return <>–</>;
  const late = dueAt < now;
  const label = age(Math.abs(dueAt - now), language);
  return (
    <time class={late ? 'late' : 'due'} datetime={new Date(dueAt).toISOString()}>
      {late ? fill(textsOf(language).web.desk.late, { time: label }) : label}
    </time>
  );
}

function TicketRow({ line: { ticket, lastLine }, now, language }: { line: TicketLine; now: number; language: string }) {
  const texts = textsOf(language).web.desk;
  return (
    <tr>
      <td data-column={texts.number}>
        <a href={ticketUrl(ticket.id)}>#{ticket.number}</a>
      </td>
      <td data-column={texts.person}>
        {ticket.askerName} · {textsOf(ticket.language).common.name}
      </td>
      <td data-column={texts.lastLine} lang={ticket.language}>
        <span class="last">{lastLine}</span>
      </td>
      <td data-column={texts.state}>
        <State state={ticket.state} language={language} />
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

export function ticketListPage(lines: readonly TicketLine[], now: number, language: string, agent: PersonId) {
  const texts = textsOf(language).web.desk;
  const columns = [texts.number, texts.person, texts.lastLine, texts.state, texts.agent, texts.waiting, texts.due];
  const mine = lines.some(({ ticket }) => ticket.agent?.id === agent);
  const children = (
    <main id="tickets" class="desk" data-changes="/desk/changes">
      <h1>{texts.tickets}</h1>
      {lines.length === 0 && <p class="tickets">{texts.none}</p>}
      {lines.length > 0 && (
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
      )}
      {mine && (
        <p class="tickets">
          <a href={HAND_OVER_ALL}>{textsOf(language).agents.handAll}</a>
        </p>
      )}
    </main>
  );
  return page({ language, title: texts.title, home: HOME, aside: <SignOut language={language} />, children });
}

function actLabel(act: ActName, language: string): string {
  const { agents, web } = textsOf(language);
  const labels: Record<ActName, string> = {
    claim: web.desk.claim,
    release: agents.release,
    wake: agents.wake,
    resolve: agents.resolve,
    close: web.desk.close,
    reopen: agents.reopen,
    'direct-on': agents.directStart,
    'direct-off': agents.directStop,
    block: agents.block,
    unblock: agents.unblock,
  };
  return labels[act];
}

function FormLinks({ ticket, language }: { ticket: Ticket; language: string }) {
  const { agents } = textsOf(language);
  const labels = { note: agents.note, canned: agents.canned, snooze: agents.snooze, 'hand-over': agents.hand };
  return (
    <>
      {PAGE_FORMS.map((form) => (
        <a class="button" href={formUrl(ticket.id, form)}>
          {labels[form]}
        </a>
      ))}
    </>
  );
}

function TicketHead({ ticket, now, language }: { ticket: Ticket; now: number; language: string }) {
  const texts = textsOf(language).web.desk;
  return (
    <header class="ticket-head">
      <div>
        <h1>
          #{ticket.number} {ticket.askerName}
        </h1>
        <p>
          <State state={ticket.state} language={language} />
          <span>{textsOf(ticket.language).common.name}</span>
          <span>{age(now - ticket.openedAt, language)}</span>
          {ticket.agent && <span>{ticket.agent.name}</span>}
          {ticket.dueAt !== undefined && (
            <span>
              {texts.due}: <Due ticket={ticket} now={now} language={language} />
            </span>
          )}
          <a href={HOME}>{texts.back}</a>
        </p>
      </div>
      <form class="acts" method="post" action={`${ticketUrl(ticket.id)}/acts`}>
        {actsFor(ticket).map((act) => (
          <button type="submit" name="act" value={act} class={act === 'close' || act === 'block' ? 'danger' : 'plain'}>
            {actLabel(act, language)}
          </button>
        ))}
        {ticket.state !== 'closed' && ticket.state !== 'resolved' && <FormLinks ticket={ticket} language={language} />}
      </form>
    </header>
  );
}

function AgentComposer({ ticket, language }: { ticket: Ticket; language: string }) {
  const texts = textsOf(language);
  const { label, placeholder, hint, draft, send } = texts.web.desk;
  return (
    <Composer
      action={`${ticketUrl(ticket.id)}/messages`}
      label={label}
      placeholder={placeholder}
      hint={hint}
      texts={texts}
    >
      <button type="submit" name="mode" value="draft" class="plain">
        {draft}
      </button>
      <button type="submit" name="mode" value="send" class="primary">
        {send}
      </button>
    </Composer>
  );
}

/** Who did what, and when: for whoever takes over, and for whoever must know. */
function Story({ events, language }: { events: readonly TicketEvent[]; language: string }) {
  const { web, transcripts } = textsOf(language);
  return (
    <details class="story">
      <summary>{web.desk.story}</summary>
      <ol>
        {events.map(({ at, by, kind }) => (
          <li>
            <time datetime={new Date(at).toISOString()}>
              {new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC
            </time>{' '}
            {by.name || web.brand} {transcripts.kinds[kind]}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Enter presses the first button: nothing reaches the person by accident. */
export function ticketPage({ ticket, place, shown, after, events }: TicketThread, view: View, now: number) {
  const { language } = view;
  const texts = textsOf(language).web.desk;
  const children = (
    <main class="chat desk">
      <TicketHead ticket={ticket} now={now} language={language} />
      <Story events={events} language={language} />
      <Log shown={shown} view={view} events={`${ticketUrl(ticket.id)}/events`} after={after} />
      {place === undefined ? (
        <p class="fault">{texts.elsewhere}</p>
      ) : (
        <AgentComposer ticket={ticket} language={language} />
      )}
    </main>
  );
  const title = `#${ticket.number} ${ticket.askerName}`;
  return page({ language, title, home: HOME, aside: <SignOut language={language} />, children });
}
