import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { texts, type PlaceId } from '../../core/index.ts';
import { acceptedLanguage, isLanguage } from './language.ts';
import { LIMITS } from './limits.ts';
import type { WebContext } from './options.ts';
import { newVisitorKey, visitorPlace } from './places.ts';
import { visitorSpeaker, type Speaker } from './read.ts';

const VISITOR = 'postilion-visitor';
const LANGUAGE = 'postilion-language';
/** 24 random bytes: nothing else was ever given out. */
const VISITOR_KEY = /^[\w-]{32}$/;

type CookiePolicy = Pick<WebContext, 'publicUrl'>;

function cookieOptions({ publicUrl }: CookiePolicy, milliseconds: number) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: publicUrl?.startsWith('https:') ?? false,
    maxAge: milliseconds / 1000,
  } as const;
}

/** A person's choice counts before the browser's. */
export function languageOf(c: Context, context: Pick<WebContext, 'defaultLanguage'>): string {
  const chosen = getCookie(c, LANGUAGE);
  return isLanguage(chosen) ? chosen : acceptedLanguage(c.req.header('accept-language'), context.defaultLanguage);
}

export function keepLanguage(c: Context, context: CookiePolicy, language: string): void {
  setCookie(c, LANGUAGE, language, cookieOptions(context, LIMITS.visitorCookie));
}

/** The visitor's place; nothing without a cookie of ours. */
export function knownVisitor(c: Context): PlaceId | undefined {
  const key = getCookie(c, VISITOR);
  return key !== undefined && VISITOR_KEY.test(key) ? visitorPlace(key) : undefined;
}

/** Opening the page makes one a visitor, and keeps one for another while. */
export function welcomeVisitor(c: Context, context: CookiePolicy): PlaceId {
  const sent = getCookie(c, VISITOR);
  const key = sent !== undefined && VISITOR_KEY.test(sent) ? sent : newVisitorKey();
  setCookie(c, VISITOR, key, cookieOptions(context, LIMITS.visitorCookie));
  return visitorPlace(key);
}

export function speakerOf(place: PlaceId, language: string): Speaker {
  return visitorSpeaker(place, texts(language).web.person, language);
}
