import type { Context } from 'hono';
import { fill, texts as textsOf, type Texts } from '../../core/index.ts';
import { Composer } from './composer.tsx';
import { page } from './layout.tsx';
import { LIMITS } from './limits.ts';

export type Fault = keyof Texts['web']['faults'];

const STATUS = {
  'too-long': 413,
  'too-fast': 429,
  'not-kept': 503,
  'old-button': 409,
  'no-cookie': 403,
  'wrong-origin': 403,
  'wrong-host': 421,
  'not-found': 404,
  'not-understood': 400,
  'wrong-token': 403,
  'too-many-tries': 429,
  'sign-in': 401,
} as const satisfies Record<Fault, number>;

export interface FaultDetails {
  language: string;
  /** What was written, so that it is not lost with the page. */
  draft?: string;
  /** Milliseconds until it is worth trying again. */
  wait?: number;
}

export function faultText(fault: Fault, language: string): string {
  return fill(textsOf(language).web.faults[fault], { kilobytes: Math.floor(LIMITS.body / 1024) });
}

/** The script asks for JSON; a form gets a page. */
export function wantsJson(c: Context): boolean {
  return c.req.header('accept')?.startsWith('application/json') ?? false;
}

function FaultPage({ message, language, draft }: { message: string; language: string; draft: string | undefined }) {
  const texts = textsOf(language);
  return (
    <main class="notice">
      <h1>{message}</h1>
      {draft !== undefined && (
        <Composer
          action="/messages"
          label={texts.web.label}
          placeholder={texts.web.placeholder}
          hint={texts.web.hint}
          texts={texts}
          draft={draft}
        >
          <button type="submit" class="primary">
            {texts.web.send}
          </button>
        </Composer>
      )}
      <p>
        <a href="/">{texts.web.back}</a>
      </p>
    </main>
  );
}

/** Says what went wrong and what to do, in the form that the asker reads. */
export function answerFault(c: Context, fault: Fault, { language, draft, wait }: FaultDetails) {
  const message = faultText(fault, language);
  if (wait !== undefined) c.header('Retry-After', String(Math.ceil(wait / 1000)));
  if (wantsJson(c)) return c.json({ fault, message }, STATUS[fault]);
  const children = <FaultPage message={message} language={language} draft={draft} />;
  return c.html(page({ language, title: message, home: '/', children }), STATUS[fault]);
}
