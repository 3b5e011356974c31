import type { Context, Handler } from 'hono';
import type { PlaceId } from '../../core/index.ts';
import { answerFault } from './faults.tsx';
import { RATES } from './limits.ts';
import type { WebContext } from './options.ts';
import { createRateLimit } from './rate-limit.ts';
import { knownVisitor, languageOf } from './session.ts';

/** A request of a known visitor. */
export interface Visit {
  c: Context;
  context: WebContext;
  place: PlaceId;
  language: string;
}

/** Wraps what a visitor does: within their rate, and never without knowing who it is. */
export function visitsOf(context: WebContext): (handle: (visit: Visit) => Promise<Response>) => Handler {
  const rate = createRateLimit(RATES.messages, context.clock);
  return (handle) => async (c) => {
    const language = languageOf(c, context);
    const place = knownVisitor(c);
    if (!place) return answerFault(c, 'no-cookie', { language });
    const wait = rate.wait(place);
    if (wait > 0) return answerFault(c, 'too-fast', { language, wait });
    rate.use(place);
    return handle({ c, context, place, language });
  };
}
