/**
 * Bot scopes that the code needs; `manifest.yaml` asks for exactly these, and a test compares both with the methods and
 * events in use. https://docs.slack.dev/reference/scopes
 */
const ALWAYS = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:write',
  'metadata.message:read',
  'mpim:history',
  'users:read',
];

/** Used where people take over, on whatever platform; at a desk in Slack; where its people are a user group. */
const WITH_TICKETS = ['reactions:write'];
const AT_DESK = ['pins:write'];
const WITH_GROUP = ['usergroups:read'];

export const ALL_SCOPES: readonly string[] = [...ALWAYS, ...WITH_TICKETS, ...AT_DESK, ...WITH_GROUP].toSorted();

/** What this installation cannot do without. */
export function neededScopes(use: { tickets: boolean; desk: boolean; group: boolean }): readonly string[] {
  return [
    ...ALWAYS,
    ...(use.tickets ? WITH_TICKETS : []),
    ...(use.desk ? AT_DESK : []),
    ...(use.group ? WITH_GROUP : []),
  ];
}
