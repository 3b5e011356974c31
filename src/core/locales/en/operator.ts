export const operator = {
  erased:
    'What was kept about {person} is erased. {posts} of our posts are deleted on the platforms as soon as the bot runs; “postilion dead-letters” shows what a platform refuses.',
  notDeleted: '{quiet} answers cannot be deleted: only the person sees them, until they reload.',
  stillOpen: 'The open ticket #{number} stays until it is closed. Erase again then.',
  noDeadLetters: 'Everything was answered and delivered.',
  textErased: 'its text is erased; it cannot be tried again',
  retried: '{id} is tried again as soon as the bot runs.',
  noSuchDeadLetter: 'There is no dead letter {id} that can be tried again.',
  retriedAll: '{count} dead letters are tried again as soon as the bot runs.',
};
