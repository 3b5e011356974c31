import type { Context, MiddlewareHandler } from 'hono';
import { acceptedLanguage } from './language.ts';
import { answerFault } from './faults.tsx';
import type { WebContext } from './options.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** `same-origin` as referrer policy, since browsers send `Origin: null` with forms of a page that has none. */
const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Origins under which this page is really reached. */
export function ownOrigins(context: Pick<WebContext, 'publicUrl' | 'boundPort'>): Set<string> {
  const loopback = LOOPBACK.map((host) => new URL(`http://${host}:${context.boundPort()}`).origin);
  return new Set(context.publicUrl === undefined ? loopback : [...loopback, new URL(context.publicUrl).origin]);
}

/** A name that was rebound to this machine (DNS rebinding) shows in the Host header. */
function hostIsOwn(host: string | undefined, own: ReadonlySet<string>): boolean {
  return [...own].some((origin) => new URL(origin).host === host?.toLowerCase());
}

/** Browsers state where a form came from; a program with a bearer token has no cookie to be abused. */
function cameFromOwnPage(c: Context, own: ReadonlySet<string>): boolean {
  const origin = c.req.header('origin');
  if (origin !== undefined) return own.has(origin);
  return c.req.header('sec-fetch-site') === 'same-origin' || c.req.header('authorization') !== undefined;
}

export function guard(context: WebContext): MiddlewareHandler {
  return async (c, next) => {
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
    c.header('Cache-Control', 'no-store');
    const language = acceptedLanguage(c.req.header('accept-language'), context.defaultLanguage);
    const own = ownOrigins(context);
    if (!hostIsOwn(c.req.header('host'), own)) return answerFault(c, 'wrong-host', { language });
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (!reads && !cameFromOwnPage(c, own)) return answerFault(c, 'wrong-origin', { language });
    return next();
  };
}
