/** The list of open requests that stays in sight at a desk. */
export const overview = {
  title: 'Open requests',
  none: 'None. Everybody has their answer.',
  nobody: 'nobody yet',
  since: 'waiting since {time}',
  more: '…and {count} more: `/desk queue`',
  states: {
    open: 'new',
    claimed: 'being worked on',
    'waiting-for-asker': 'waits for the person',
    'waiting-for-agent': 'waits for us',
    snoozed: 'snoozed',
    resolved: 'resolved',
    closed: 'closed',
  },
};
