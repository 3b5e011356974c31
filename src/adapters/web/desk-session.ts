import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { texts, type PersonId } from '../../core/index.ts';
import { LIMITS, RATES } from './limits.ts';
import type { WebContext } from './options.ts';
import { agentId } from './places.ts';
import { createRateLimit } from './rate-limit.ts';

const COOKIE = 'postilion-desk';
const PATH = '/desk';

export interface Agent {
  id: PersonId;
  name: string;
}

export type SignIn =
  | { ok: true }
  | { ok: false; fault: 'wrong-token' }
  | { ok: false; fault: 'too-many-tries'; wait: number };

export interface DeskSessions {
  /** Who this is, by session cookie or bearer token. */
  agent(c: Context): Agent | undefined;
  /** Starts a session; wrong tokens are counted by address. */
  signIn(c: Context, token: string, name: string): SignIn;
  signOut(c: Context): void;
}

function remoteAddress(c: Context): string {
  const bindings = c.env as Partial<HttpBindings> | undefined;
  return bindings?.incoming?.socket.remoteAddress ?? 'unknown';
}

/** In constant time, whatever the lengths. */
function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** Compares tokens, and counts the wrong ones by address. */
function createTokenCheck(context: WebContext, token: string): (c: Context, given: string) => SignIn {
  const tries = createRateLimit(RATES.signIns, () => context.clock());
  return (c, given) => {
    const address = remoteAddress(c);
    const wait = tries.wait(address);
    if (wait > 0) return { ok: false, fault: 'too-many-tries', wait };
    if (sameSecret(given, token)) return { ok: true };
    tries.use(address);
    context.log.warn('web-desk-wrong-token');
    return { ok: false, fault: 'wrong-token' };
  };
}

/** Sessions live in memory only: a restart asks everybody to sign in again. */
export function createDeskSessions(context: WebContext, token: string): DeskSessions {
  const sessions = new Map<string, { agent: Agent; until: number }>();
  const check = createTokenCheck(context, token);

  function bearer(c: Context): Agent | undefined {
    const given = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    return given !== undefined && check(c, given).ok ? agentNamed('', context.defaultLanguage) : undefined;
  }

  function open(name: string): string {
    const id = randomBytes(32).toString('base64url');
    const oldest = sessions.keys().next().value;
    if (sessions.size >= LIMITS.deskSessions && oldest !== undefined) sessions.delete(oldest);
    const agent = agentNamed(name, context.defaultLanguage);
    sessions.set(id, { agent, until: context.clock() + LIMITS.deskSession });
    return id;
  }

  return {
    agent(c) {
      const session = sessions.get(getCookie(c, COOKIE) ?? '');
      return session && session.until > context.clock() ? session.agent : bearer(c);
    },
    signIn(c, given, name) {
      const checked = check(c, given);
      if (checked.ok) setCookie(c, COOKIE, open(name), cookieOptions(context));
      return checked;
    },
    signOut(c) {
      sessions.delete(getCookie(c, COOKIE) ?? '');
      deleteCookie(c, COOKIE, { path: PATH });
    },
  };
}

function agentNamed(given: string, language: string): Agent {
  const name = given.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim() || texts(language).web.desk.agent;
  return { id: agentId(name), name };
}

function cookieOptions({ publicUrl }: WebContext) {
  const secure = publicUrl?.startsWith('https:') ?? false;
  return { path: PATH, httpOnly: true, sameSite: 'Strict', secure, maxAge: LIMITS.deskSession / 1000 } as const;
}
