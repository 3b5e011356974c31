import { Hono, type Context, type Handler } from 'hono';
import { texts, type FileRef, type FormName, type Intent, type PlaceId } from '../../core/index.ts';
import { intentOfAct, usefulBlocks } from './desk-acts.ts';
import { ticketListPage } from './desk-list-page.tsx';
import { type FormDesk, showForm, takeForm } from './desk-forms.ts';
import { createDeskSessions, type Agent, type DeskSessions } from './desk-session.ts';
import { openTickets, sentToAsker, ticketThread, type TicketThread } from './desk-tickets.ts';
import { signInPage } from './desk-sign-in-page.tsx';
import { ticketPage } from './desk-ticket-page.tsx';
import { formUrl, HAND_OVER_ALL, HOME, ticketUrl } from './desk-urls.ts';
import { answerFault, wantsJson, type Fault } from './faults.tsx';
import { fileResponse, shownFile } from './file-response.ts';
import { shownIntent } from './intents.ts';
import { LIMITS } from './limits.ts';
import type { WebContext } from './options.ts';
import { DESK } from './places.ts';
import { agentSpeaker, readAction, readMessage } from './read.ts';
import type { View } from './render.tsx';
import {
  actionForm,
  agentMessageForm,
  fileQuery,
  formName,
  presenceForm,
  signInForm,
  ticketActForm,
} from './schema.ts';
import { send } from './send.ts';
import { languageOf } from './session.ts';
import { changeEvents, placeEvents } from './stream.tsx';
import { keepUploads, uploadsIn } from './uploads.ts';

/** A request of an agent who is signed in. */
interface Shift {
  c: Context;
  context: WebContext;
  agent: Agent;
  language: string;
}

/** A ticket that agents may write in from here. */
interface Desk extends Shift {
  thread: TicketThread & { place: PlaceId };
}

/** The operator view. Everything but signing in needs a session or the token. */
export function deskRoutes(context: WebContext, token: string): Hono {
  const app = new Hono().basePath('/desk');
  const sessions = createDeskSessions(context, token);
  const shift = shiftsOf(context, sessions);
  const atTicket = (handle: (desk: Desk) => Promise<Response>) => shift((one) => withTicket(one, handle));
  app.post('/sign-in', (c) => signIn(c, context, sessions));
  app.post('/sign-out', (c) => {
    sessions.signOut(c);
    return c.redirect(HOME, 303);
  });
  app.get('/', shift(showList));
  app.get(
    '/changes',
    shift(async ({ c }) => changeEvents(c, context, DESK)),
  );
  app.get('/tickets/:id', shift(showTicket));
  app.get('/tickets/:id/events', atTicket(watchTicket));
  app.get('/tickets/:id/files', atTicket(giveFile));
  app.post('/tickets/:id/messages', atTicket(takeMessage));
  app.post('/tickets/:id/actions', atTicket(takeAction));
  app.post('/tickets/:id/acts', atTicket(takeAct));
  app.get('/tickets/:id/forms/:form', atTicket(withForm(showForm)));
  app.post('/tickets/:id/forms/:form', atTicket(withForm(takeForm)));
  app.post('/presence', shift(takePresence));
  app.get(
    '/hand-over-all',
    shift(async (one) => showForm(wideForm(one), 'hand-over-all')),
  );
  app.post(
    '/hand-over-all',
    shift(async (one) => takeForm(wideForm(one), 'hand-over-all')),
  );
  return app;
}

function shiftsOf(context: WebContext, sessions: DeskSessions) {
  return (handle: (shift: Shift) => Promise<Response>): Handler =>
    async (c) => {
      const language = languageOf(c, context);
      const agent = sessions.agent(c);
      return agent ? handle({ c, context, agent, language }) : askToSignIn(c, language, 401);
    };
}

function askToSignIn(c: Context, language: string, status: 401 | 403 | 429, fault?: Fault) {
  if (wantsJson(c)) return answerFault(c, fault ?? 'sign-in', { language });
  return c.html(signInPage(language, fault), status);
}

async function signIn(c: Context, context: WebContext, sessions: DeskSessions): Promise<Response> {
  const language = languageOf(c, context);
  const form = signInForm.safeParse(await c.req.parseBody());
  if (!form.success) return answerFault(c, 'not-understood', { language });
  const result = sessions.signIn(c, form.data.token, form.data.name);
  if (result.ok) return c.redirect(HOME, 303);
  if ('wait' in result) c.header('Retry-After', String(Math.ceil(result.wait / 1000)));
  return askToSignIn(c, language, result.fault === 'wrong-token' ? 403 : 429, result.fault);
}

async function showList({ c, context, language, agent: { id } }: Shift): Promise<Response> {
  const lines = await openTickets(context, LIMITS.tickets);
  const away = (await context.agents()).some((one) => one.id === id && one.away);
  return c.html(ticketListPage({ lines, agent: { id, away }, now: context.clock(), language }));
}

/** Whoever comes or goes says so for all their tickets. */
async function takePresence({ c, context, language, agent }: Shift): Promise<Response> {
  const form = presenceForm.safeParse(await c.req.parseBody());
  if (!form.success) return answerFault(c, 'not-understood', { language });
  const intent: Intent = { name: 'set-presence', away: form.data.away === 'yes' };
  const action = readAction(agentSpeaker(DESK, agent, language), intent, { at: context.clock(), nonce: undefined });
  return send(c, context, action, { language, back: HOME });
}

async function findThread({ c, context, agent }: Shift): Promise<TicketThread | undefined> {
  return ticketThread(context, c.req.param('id') ?? '', agent.id);
}

async function withTicket(shift: Shift, handle: (desk: Desk) => Promise<Response>): Promise<Response> {
  const thread = await findThread(shift);
  if (thread?.place === undefined) return answerFault(shift.c, 'not-found', { language: shift.language });
  return handle({ ...shift, thread: { ...thread, place: thread.place } });
}

function viewOf({ language }: Shift, { ticket: { id }, events }: TicketThread): View {
  const links = { actions: `${ticketUrl(id)}/actions`, files: `${ticketUrl(id)}/files` };
  return { language, writer: texts(language).web.desk.agent, part: (blocks) => usefulBlocks(blocks, events), links };
}

async function showTicket(shift: Shift): Promise<Response> {
  const thread = await findThread(shift);
  if (!thread) return answerFault(shift.c, 'not-found', { language: shift.language });
  return shift.c.html(ticketPage(thread, viewOf(shift, thread), shift.context.clock()));
}

async function watchTicket(desk: Desk): Promise<Response> {
  const { c, context, agent, thread } = desk;
  const { id } = thread.ticket;
  const beside = async () => sentToAsker((await context.ticketWithEvents(id))?.events ?? []);
  return placeEvents(c, context, { place: thread.place, viewer: agent.id, view: viewOf(desk, thread), beside });
}

async function giveFile({ c, context, thread, language }: Desk): Promise<Response> {
  const asked = fileQuery.safeParse(c.req.query());
  const file = asked.success ? await shownFile(context, thread.shown, asked.data) : undefined;
  return file ? fileResponse(c, file) : answerFault(c, 'not-found', { language });
}

/** Plain text is a draft: what becomes of it, the buttons under the assistant's answer decide. */
async function takeMessage(desk: Desk): Promise<Response> {
  const { c, context, agent, thread, language } = desk;
  const fields = await c.req.parseBody({ all: true });
  const form = agentMessageForm.safeParse(fields);
  if (!form.success) return answerFault(c, 'not-understood', { language });
  const { text, mode, nonce } = form.data;
  const back = ticketUrl(thread.ticket.id);
  if (Buffer.byteLength(text) > LIMITS.body) return answerFault(c, 'too-long', { language });
  const files = await keepUploads(context, thread.place, uploadsIn(fields));
  if (text.trim() === '' && files.length === 0) return c.redirect(back, 303);
  if (files.length > 0) return takeFiles(desk, { text, mode, nonce }, files);
  if (mode === 'send')
    return press(desk, { name: 'send-text', ticket: thread.ticket.id, text: text.trim() }, { nonce });
  const message = readMessage(agentSpeaker(thread.place, agent, language), text, { at: context.clock(), nonce });
  return send(c, context, message, { language, back });
}

/** Files come with a message, as on other platforms; "send" is then said of the whole message. */
async function takeFiles(
  { c, context, agent, thread, language }: Desk,
  { text, mode, nonce }: { text: string; mode: 'draft' | 'send'; nonce?: string | undefined },
  files: FileRef[],
): Promise<Response> {
  const speaker = agentSpeaker(thread.place, agent, language);
  const message = readMessage(speaker, text, { at: context.clock(), nonce }, files);
  const sent = mode === 'send' ? ({ ...message, meant: 'send-to-asker' } as const) : message;
  return send(c, context, sent, { language, back: ticketUrl(thread.ticket.id) });
}

async function takeAction(desk: Desk): Promise<Response> {
  const form = actionForm.safeParse(await desk.c.req.parseBody());
  const intent = form.success ? shownIntent(desk.thread.shown, form.data, 'agent') : undefined;
  if (!form.success || !intent) return answerFault(desk.c, 'old-button', { language: desk.language });
  if (intent.name === 'ticket-form') return leadTo(desk.c, formUrl(desk.thread.ticket.id, intent.form));
  if (intent.name === 'agent-form') return leadTo(desk.c, HAND_OVER_ALL);
  return press(desk, intent, form.data);
}

async function takeAct(desk: Desk): Promise<Response> {
  const form = ticketActForm.safeParse(await desk.c.req.parseBody());
  if (!form.success) return answerFault(desk.c, 'not-understood', { language: desk.language });
  return press(desk, intentOfAct(form.data.act, desk.thread.ticket.id), {});
}

/** A form has a page of its own. */
function leadTo(c: Context, location: string): Response {
  return wantsJson(c) ? c.json({ location }, 202) : c.redirect(location, 303);
}

function withForm(handle: (desk: FormDesk, name: FormName) => Promise<Response>) {
  return async ({ c, context, agent, language, thread }: Desk): Promise<Response> => {
    const name = formName.safeParse(c.req.param('form'));
    if (!name.success) return answerFault(c, 'not-found', { language });
    const { id } = thread.ticket;
    const speaker = agentSpeaker(thread.place, agent, language);
    const action = formUrl(id, name.data);
    return handle({ c, context, speaker, language, ticket: id, action, back: ticketUrl(id) }, name.data);
  };
}

function wideForm({ c, context, agent, language }: Shift): FormDesk {
  const speaker = agentSpeaker(DESK, agent, language);
  return { c, context, speaker, language, action: HAND_OVER_ALL, back: HOME };
}

function press(desk: Desk, intent: Intent, { on, nonce }: { on?: string; nonce?: string | undefined }) {
  const { c, context, agent, thread, language } = desk;
  const deed = { at: context.clock(), nonce, ...(on !== undefined && { on }) };
  const action = readAction(agentSpeaker(thread.place, agent, language), intent, deed);
  return send(c, context, action, { language, back: ticketUrl(thread.ticket.id) });
}
