import * as z from 'zod';
import { eventId } from './ids.ts';
import type { ReadContext, Reading } from './read-context.ts';
import { baseOf, teamOf } from './scene.ts';
import { viewSubmission } from './schema.ts';

/** Where a form was opened from rides in its private metadata, which only Slack and we write. */
const formOrigin = z.object({
  channel: z.string().optional(),
  thread: z.string().optional(),
  about: z.string().optional(),
});

function originOf(metadata: string | undefined): z.infer<typeof formOrigin> {
  try {
    return formOrigin.parse(JSON.parse(metadata ?? ''));
  } catch {
    return {};
  }
}

export function readSubmission(body: unknown, context: ReadContext, now: number): Reading {
  const parsed = viewSubmission.safeParse(body);
  if (!parsed.success) return { kind: 'unreadable', type: 'view_submission' };
  const { data } = parsed;
  const team = teamOf(data, context);
  const { about, ...origin } = originOf(data.view.private_metadata);
  const scene = { team, user: data.user.id, name: data.user.name ?? data.user.username, at: now, ...origin };
  const fields = Object.values(data.view.state.values).flatMap((block) =>
    Object.entries(block).map(([name, input]) => [name, input.value ?? input.selected_option?.value ?? '']),
  );
  const id = eventId(team, 'view', data.view.id, data.view.hash ?? '');
  return {
    kind: 'event',
    event: {
      ...baseOf(scene, context),
      type: 'submission',
      id,
      form: data.view.callback_id,
      ...(about !== undefined && { about }),
      fields: Object.fromEntries(fields),
    },
  };
}
