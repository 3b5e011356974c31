import { Hono, type Context } from 'hono';
import type { Intent, PlaceId } from '../../core/index.ts';
import { chatPage } from './chat-page.tsx';
import { answerFault } from './faults.tsx';
import { fileResponse, shownFile } from './file-response.ts';
import { shownIntent } from './intents.ts';
import { isLanguage } from './language.ts';
import { LIMITS } from './limits.ts';
import type { WebContext } from './options.ts';
import { readAction, readMessage } from './read.ts';
import { VISITOR_LINKS, visitorView } from './render.tsx';
import { actionForm, fileQuery, languageForm, messageForm } from './schema.ts';
import { send } from './send.ts';
import { keepLanguage, knownVisitor, languageOf, speakerOf, welcomeVisitor } from './session.ts';
import { placeEvents } from './stream.tsx';
import { lastSequence, readPlace, timeline, type Shown } from './timeline.ts';
import { keepUploads, uploadsIn } from './uploads.ts';
import { visitsOf, type Visit } from './visit.ts';

/** Pages without script land at the message box, below the newest answer. */
const BACK = '/#text';

/** A visitor's page: every route reads and writes in the visitor's own place only. */
export function chatRoutes(context: WebContext): Hono {
  const app = new Hono();
  const visit = visitsOf(context);
  app.get('/', (c) => showChat(c, context));
  app.get('/events', (c) => watchChat(c, context));
  app.get(VISITOR_LINKS.files, (c) => giveFile(c, context));
  app.post('/messages', visit(takeMessage));
  app.post(VISITOR_LINKS.actions, visit(takeAction));
  app.post('/language', visit(takeLanguage));
  return app;
}

async function shownIn(context: WebContext, place: PlaceId): Promise<Shown[]> {
  return timeline(await readPlace(context.history, place), place);
}

async function showChat(c: Context, context: WebContext): Promise<Response> {
  const place = welcomeVisitor(c, context);
  const entries = await readPlace(context.history, place);
  const all = timeline(entries, place);
  const shown = c.req.query('all') === '1' ? all : all.slice(-LIMITS.pageEntries);
  const log = { shown, view: visitorView(languageOf(c, context)), events: '/events', after: lastSequence(entries) };
  return c.html(chatPage({ ...log, earlier: shown.length < all.length }));
}

async function watchChat(c: Context, context: WebContext): Promise<Response> {
  const language = languageOf(c, context);
  const place = knownVisitor(c);
  if (!place) return answerFault(c, 'no-cookie', { language });
  return placeEvents(c, context, { place, viewer: place, view: visitorView(language) });
}

async function giveFile(c: Context, context: WebContext): Promise<Response> {
  const place = knownVisitor(c);
  const asked = fileQuery.safeParse(c.req.query());
  const file = place && asked.success ? await shownFile(context, await shownIn(context, place), asked.data) : undefined;
  return file ? fileResponse(c, file) : answerFault(c, 'not-found', { language: languageOf(c, context) });
}

async function takeMessage({ c, context, place, language }: Visit): Promise<Response> {
  const fields = await c.req.parseBody({ all: true });
  const form = messageForm.safeParse(fields);
  if (!form.success) return answerFault(c, 'not-understood', { language });
  const { text, nonce } = form.data;
  if (Buffer.byteLength(text) > LIMITS.body) return answerFault(c, 'too-long', { language });
  const files = await keepUploads(context, place, uploadsIn(fields));
  if (text.trim() === '' && files.length === 0) return c.redirect(BACK, 303);
  const message = readMessage(speakerOf(place, language), text, { at: context.clock(), nonce }, files);
  return send(c, context, message, { language, draft: text, back: BACK });
}

async function takeAction(visit: Visit): Promise<Response> {
  const { c, context, place, language } = visit;
  const form = actionForm.safeParse(await c.req.parseBody());
  if (!form.success) return answerFault(c, 'old-button', { language });
  const intent = shownIntent(await shownIn(context, place), form.data, 'visitor');
  return intent ? press(visit, intent, form.data) : answerFault(c, 'old-button', { language });
}

function press(visit: Visit, intent: Intent, { on, nonce }: { on?: string; nonce?: string | undefined }) {
  const { c, context, place, language } = visit;
  if (intent.name === 'set-language' && isLanguage(intent.language)) keepLanguage(c, context, intent.language);
  const deed = { at: context.clock(), nonce, ...(on !== undefined && { on }) };
  return send(c, context, readAction(speakerOf(place, language), intent, deed), { language, back: BACK });
}

/** The assistant learns of it too, once there is a conversation to be led in that language. */
async function takeLanguage(visit: Visit): Promise<Response> {
  const { c, context, place } = visit;
  const form = languageForm.safeParse(await c.req.parseBody());
  const language = form.data?.language;
  if (!isLanguage(language)) return answerFault(c, 'not-understood', { language: visit.language });
  keepLanguage(c, context, language);
  const spoken = (await context.history(place, 0, 1)).length > 0;
  return spoken ? press({ ...visit, language }, { name: 'set-language', language }, {}) : c.redirect(BACK, 303);
}
