export const operator = {
  erased:
    'What was kept about {person} is erased. {posts} of our posts are deleted on the platforms as soon as the bot runs; “postilion dead-letters” shows what a platform refuses.',
  notDeleted: '{quiet} answers cannot be deleted: only the person sees them, until they reload.',
  nothingKept:
    'Nothing is kept about {person}. People are named as in slack:T0123456789/U0123456789 or discord:112233445566778899.',
  noState:
    'There is no state in {path}. If Postilion has run before, look at POSTILION_STATE_DIR, and at the folder in which you are.',
  stillOpen: 'The open ticket #{number} stays until it is closed. Erase again then.',
  noDeadLetters: 'Everything was answered and delivered.',
  textErased: 'its text is erased; it cannot be tried again',
  retried: '{id} is tried again as soon as the bot runs.',
  noSuchDeadLetter: 'There is no dead letter {id} that can be tried again.',
  retriedAll: '{count} dead letters are tried again as soon as the bot runs.',
  backedUp:
    'The state is copied to {folder}: {rows} rows in {tables} tables. The key (POSTILION_SECRET_KEY, or secret.key in the state folder) is not part of it: keep it elsewhere.',
  restored:
    'The state is restored from {folder}. {lookedFor} messages that waited are looked for on the platforms before they are sent.',
  held: '{held} messages are too old to be sent unasked. “postilion dead-letters” shows them; retry those that are still needed.',
  moved:
    'The state is in {path} now: {rows} rows in {tables} tables, counted and compared. The old file is marked and refused from now on.',
  stopFirst: 'Stop Postilion first.',
  transfer: {
    'not-empty':
      'There is something there already. Choose an empty folder, or move the state that is there away first.',
    'no-backup': 'There is no backup in this folder.',
    damaged: 'The backup is damaged: it does not match its manifest.',
    differs: 'The copy is not the same as what was copied. Nothing was changed.',
    'no-state': 'There is no state file to copy.',
    'no-database': 'DATABASE_URL is not set. It says where the state is to go.',
  },
};
