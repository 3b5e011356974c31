import * as z from 'zod';

/*
 * The parts of Slack's payloads that we use; everything else is dropped at the door.
 * Shapes: https://docs.slack.dev/apis/events-api and https://docs.slack.dev/reference/interaction-payloads
 */

const id = z.string().min(1).max(100);
const ts = z.string().min(1).max(40);
/** Slack leaves fields out, or sends null: to us both mean that it is not there. */
function maybe<T extends z.ZodType>(type: T) {
  return type.nullish().transform((value) => value ?? undefined);
}

const file = z.object({
  id: maybe(id),
  subtype: maybe(z.string()),
  name: maybe(z.string()),
  mimetype: maybe(z.string()),
  size: maybe(z.number()),
  url_private_download: maybe(z.string()),
  url_private: maybe(z.string()),
});

const shared = z.object({ text: maybe(z.string()), is_share: maybe(z.boolean()), is_msg_unfurl: maybe(z.boolean()) });

/** The message itself, as it stands in an event and inside `message_changed`. */
const message = z.object({
  subtype: maybe(z.string()),
  user: maybe(id),
  bot_id: maybe(id),
  text: maybe(z.string()),
  ts: maybe(ts),
  thread_ts: maybe(ts),
  files: maybe(z.array(file)),
  attachments: maybe(z.array(shared)),
  edited: maybe(z.object({ ts })),
});
export type SlackMessagePart = z.infer<typeof message>;

export const messageEvent = message.extend({
  type: z.enum(['message', 'app_mention']),
  channel: id,
  channel_type: maybe(z.string()),
  event_ts: maybe(ts),
  hidden: maybe(z.boolean()),
  deleted_ts: maybe(ts),
  message: maybe(message),
  previous_message: maybe(message),
});
export type SlackMessageEvent = z.infer<typeof messageEvent>;

export const homeOpened = z.object({
  type: z.literal('app_home_opened'),
  user: id,
  channel: maybe(id),
  tab: maybe(z.string()),
  event_ts: maybe(ts),
});

export const memberJoined = z.object({
  type: z.literal('member_joined_channel'),
  user: id,
  channel: id,
  inviter: maybe(id),
  event_ts: maybe(ts),
});

export const envelope = z.object({
  type: z.literal('event_callback'),
  team_id: maybe(id),
  event_id: maybe(id),
  event_time: maybe(z.number()),
  authorizations: maybe(z.array(z.object({ team_id: maybe(id), user_id: maybe(id), is_bot: maybe(z.boolean()) }))),
  event: z.looseObject({ type: z.string() }),
});
export type SlackEnvelope = z.infer<typeof envelope>;

export const slashCommand = z.object({
  command: z.string(),
  text: maybe(z.string()),
  team_id: maybe(id),
  channel_id: id,
  user_id: id,
  user_name: maybe(z.string()),
  trigger_id: id,
  response_url: maybe(z.string()),
});

const user = z.object({ id, username: maybe(z.string()), name: maybe(z.string()), team_id: maybe(id) });
const interaction = z.object({
  team: maybe(z.object({ id })),
  user,
  enterprise: maybe(z.object({ id })),
  trigger_id: maybe(id),
  response_url: maybe(z.string()),
});

export const blockActions = interaction.extend({
  type: z.literal('block_actions'),
  channel: maybe(z.object({ id })),
  container: maybe(
    z.object({ channel_id: maybe(id), message_ts: maybe(ts), thread_ts: maybe(ts), is_ephemeral: maybe(z.boolean()) }),
  ),
  message: maybe(z.object({ thread_ts: maybe(ts), ts: maybe(ts) })),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        block_id: maybe(z.string()),
        action_ts: maybe(ts),
        value: maybe(z.string()),
        selected_option: maybe(z.object({ value: z.string() })),
      }),
    )
    .min(1),
});

/** Typing into a list that asks us for its options. */
export const blockSuggestion = interaction.extend({
  type: z.literal('block_suggestion'),
  value: z.string(),
  view: maybe(z.object({ id: maybe(id) })),
});

export const messageShortcut = interaction.extend({
  type: z.literal('message_action'),
  callback_id: z.string(),
  action_ts: maybe(ts),
  message_ts: maybe(ts),
  channel: z.object({ id }),
  message,
});

export const globalShortcut = interaction.extend({ type: z.literal('shortcut'), callback_id: z.string() });

export const viewSubmission = interaction.extend({
  type: z.literal('view_submission'),
  view: z.object({
    id,
    hash: maybe(z.string()),
    callback_id: z.string(),
    private_metadata: maybe(z.string()),
    state: z.object({
      values: z.record(
        z.string(),
        z.record(
          z.string(),
          z.object({ value: maybe(z.string()), selected_option: maybe(z.object({ value: z.string() })) }),
        ),
      ),
    }),
  }),
});
