import { texts as textsOf, type Ticket, type TicketEvent } from '../../core/index.ts';
import { Log } from './chat-page.tsx';
import { Composer } from './composer.tsx';
import { actsFor, type ActName, PAGE_FORMS } from './desk-acts.ts';
import { age, Due, SignOut, State } from './desk-parts.tsx';
import type { TicketThread } from './desk-tickets.ts';
import { formUrl, HOME, ticketUrl } from './desk-urls.ts';
import { page } from './layout.tsx';
import { Moment } from './markdown.tsx';
import type { View } from './render.tsx';

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

function isOpen({ state }: Ticket): boolean {
  return state !== 'closed' && state !== 'resolved';
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

interface HeadProps {
  ticket: Ticket;
  blocked: boolean;
  now: number;
  language: string;
}

function TicketHead({ ticket, blocked, now, language }: HeadProps) {
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
          <a href={HOME}>{texts.all}</a>
        </p>
      </div>
      <form class="acts" method="post" action={`${ticketUrl(ticket.id)}/acts`}>
        {actsFor(ticket, blocked).map((act) => (
          <button type="submit" name="act" value={act} class={act === 'close' || act === 'block' ? 'danger' : 'plain'}>
            {actLabel(act, language)}
          </button>
        ))}
        {isOpen(ticket) && <FormLinks ticket={ticket} language={language} />}
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
            <Moment at={at} /> {by.name || web.brand} {transcripts.kinds[kind]}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Enter presses the first button: nothing reaches the person by accident. */
export function ticketPage({ ticket, blocked, place, shown, after, events }: TicketThread, view: View, now: number) {
  const { language } = view;
  const texts = textsOf(language).web.desk;
  const children = (
    <main class="chat desk">
      <TicketHead ticket={ticket} blocked={blocked} now={now} language={language} />
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
