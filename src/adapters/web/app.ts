import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { autoconfigRoutes } from './autoconfig-routes.ts';
import { findAsset } from './assets.ts';
import { chatRoutes } from './chat-routes.ts';
import { deskRoutes } from './desk-routes.ts';
import { answerFault } from './faults.tsx';
import { guard } from './guard.ts';
import { LIMITS } from './limits.ts';
import type { WebContext } from './options.ts';
import { languageOf } from './session.ts';

const FOR_GOOD = 'public, max-age=31536000, immutable';

function assetRoutes(): Hono {
  const app = new Hono();
  app.get('/assets/:hash/:name', (c) => {
    const asset = findAsset(c.req.param('name'));
    if (asset?.url !== c.req.path) return c.notFound();
    return c.body(asset.content, 200, { 'Content-Type': asset.type, 'Cache-Control': FOR_GOOD });
  });
  return app;
}

/** The rest of the body is not read, so the connection ends with this answer: the browser must not use it again. */
function refuseLongBody(c: Context, context: WebContext): Response | Promise<Response> {
  c.header('Connection', 'close');
  return answerFault(c, 'too-long', { language: languageOf(c, context) });
}

/** Words alone are held to less by whoever reads them. */
function mayHaveFiles(c: Context): boolean {
  return c.req.path.endsWith('/messages') && (c.req.header('content-type') ?? '').startsWith('multipart/form-data');
}

/** The whole page as a function from request to response. */
export function createWebApp(context: WebContext): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  if (context.autoconfig) app.route('/', autoconfigRoutes(context.autoconfig));
  app.use(guard(context));
  const onError = (c: Context) => refuseLongBody(c, context);
  const short = bodyLimit({ maxSize: LIMITS.body, onError });
  const long = bodyLimit({ maxSize: LIMITS.bodyWithFiles, onError });
  app.use((c, next) => (mayHaveFiles(c) ? long(c, next) : short(c, next)));
  app.route('/', assetRoutes());
  app.route('/', chatRoutes(context));
  if (context.deskToken !== undefined) app.route('/', deskRoutes(context, context.deskToken));
  app.notFound((c) => answerFault(c, 'not-found', { language: languageOf(c, context) }));
  app.onError((error, c) => {
    context.log.error('web-request-failed', { path: c.req.routePath, reason: error.name });
    return answerFault(c, 'not-kept', { language: languageOf(c, context) });
  });
  return app;
}
