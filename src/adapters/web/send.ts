import type { Context } from 'hono';
import type { Incoming, PlaceId } from '../../core/index.ts';
import { answerFault, wantsJson, type FaultDetails } from './faults.tsx';
import { LIMITS } from './limits.ts';
import type { WebContext } from './options.ts';

/** Resolves when the place gets its next message, or after a while. */
function nextMessage(context: WebContext, place: PlaceId): { done: Promise<void>; cancel(): void } {
  let cancel = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    const leave = context.hub.subscribe(place, (entry) => entry && cancel());
    const timer = setTimeout(() => cancel(), LIMITS.answerWait);
    cancel = () => {
      clearTimeout(timer);
      leave();
      resolve();
    };
  });
  return { done, cancel };
}

/**
 * Hands what was said or pressed to the pipeline, and says "accepted" only once it is stored. A page without script
 * is shown again when the answer is there.
 */
export async function send(
  c: Context,
  context: WebContext,
  incoming: Incoming,
  { back, ...details }: FaultDetails & { back: string },
): Promise<Response> {
  const json = wantsJson(c);
  const answer = nextMessage(context, incoming.place);
  try {
    await context.receive(incoming);
  } catch {
    answer.cancel();
    context.log.error('web-event-not-kept', { type: incoming.type });
    return answerFault(c, 'not-kept', details);
  }
  context.hub.publish(incoming.place);
  if (json) {
    answer.cancel();
    return c.json({ accepted: true }, 202);
  }
  await answer.done;
  return c.redirect(back, 303);
}
