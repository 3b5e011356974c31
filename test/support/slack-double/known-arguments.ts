import { ApiError, type Json } from './call.ts';

/**
 * Arguments of each method, from its page at https://docs.slack.dev/reference/methods. Slack overlooks others without a
 * word, so that a misspelt one would never be noticed: here they are refused. `!` marks those that it insists on.
 */
const KNOWN: Record<string, string> = {
  'auth.test': '',
  'apps.connections.open': '',
  'chat.postMessage':
    'channel! text blocks thread_ts metadata unfurl_links unfurl_media link_names reply_broadcast mrkdwn parse',
  'chat.postEphemeral': 'channel! user! text blocks thread_ts link_names parse',
  'chat.update': 'channel! ts! text blocks metadata link_names parse file_ids reply_broadcast',
  'chat.delete': 'channel! ts!',
  'conversations.open': 'users channel return_im',
  'conversations.history': 'channel! oldest latest inclusive limit cursor include_all_metadata',
  'conversations.replies': 'channel! ts! oldest latest inclusive limit cursor include_all_metadata',
  'conversations.info': 'channel! include_locale include_num_members',
  'users.conversations': 'types exclude_archived limit cursor user team_id',
  'users.info': 'user! include_locale',
  'files.getUploadURLExternal': 'filename! length! alt_txt snippet_type',
  'files.completeUploadExternal': 'files! channel_id channels thread_ts initial_comment blocks',
  'files.info': 'file! count cursor limit page',
  'files.delete': 'file!',
  'conversations.members': 'channel! limit cursor',
  'usergroups.users.list': 'usergroup! include_disabled team_id',
  'reactions.add': 'channel! timestamp! name!',
  'reactions.remove': 'channel timestamp name! file file_comment',
  'pins.add': 'channel! timestamp',
  'pins.remove': 'channel! timestamp',
  'views.open': 'view! trigger_id interactivity_pointer',
  'views.publish': 'user_id! view! hash',
  'assistant.threads.setStatus': 'channel_id! thread_ts! status! loading_messages icon_emoji icon_url username',
  'assistant.threads.setSuggestedPrompts': 'channel_id! prompts! thread_ts title',
};

/** Of every method; Bolt names the team with each call of its own. */
const EVERYWHERE: ReadonlySet<string> = new Set(['token', 'team_id']);

/** Refuses what a method does not know, and what lacks. */
export function checkArguments(method: string, args: Json): void {
  const known = (KNOWN[method] ?? '').split(' ').filter((name) => name !== '');
  const names = new Set(known.map((name) => name.replace('!', '')));
  const unknown = Object.keys(args).filter((name) => !EVERYWHERE.has(name) && !names.has(name));
  const missing = known.filter((name) => name.endsWith('!') && args[name.slice(0, -1)] === undefined);
  const complaints = [...unknown.map((name) => `unknown: ${name}`), ...missing.map((name) => `missing: ${name}`)];
  if (complaints.length > 0) throw new ApiError('invalid_arguments', { response_metadata: { messages: complaints } });
}
