import { fill, texts as textsOf, type Ticket } from '../../core/index.ts';

export function SignOut({ language }: { language: string }) {
  return (
    <form class="languages" method="post" action="/desk/sign-out">
      <button type="submit">{textsOf(language).web.desk.signOut}</button>
    </form>
  );
}

/** How long it has been open, in the largest unit that fits. */
export function age(milliseconds: number, language: string): string {
  const texts = textsOf(language).web.desk;
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 60) return fill(texts.minutes, { count: minutes });
  if (minutes < 24 * 60) return fill(texts.hours, { count: Math.floor(minutes / 60) });
  return fill(texts.days, { count: Math.floor(minutes / (24 * 60)) });
}

export function State({ state, language }: { state: Ticket['state']; language: string }) {
  return <span class={`badge ${state}`}>{textsOf(language).web.desk.states[state]}</span>;
}

/** When an answer is due; what is late stands out. */
export function Due({ ticket: { dueAt }, now, language }: { ticket: Ticket; now: number; language: string }) {
  if (dueAt === undefined) return <>–</>;
  const late = dueAt < now;
  const label = age(Math.abs(dueAt - now), language);
  return (
    <time class={late ? 'late' : 'due'} datetime={new Date(dueAt).toISOString()}>
      {late ? fill(textsOf(language).web.desk.late, { time: label }) : label}
    </time>
  );
}
