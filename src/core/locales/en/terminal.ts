export const terminal = {
  greeting: 'Ask about e-mail servers, ports and errors. /help shows what I can do, /quit ends.',
  prompt: 'you> ',
  choose: 'Type a number to choose, or go on writing.',
  updated: 'Updated:',
  removed: 'An earlier answer was taken back.',
  file: 'File {name}:',
  levels: { good: 'GOOD', risky: 'CAREFUL', broken: 'PROBLEM', unknown: 'NOT KNOWN' },
  notKept: 'I could not keep your message just now. Please send it again in a minute.',
  unknownCommand: 'I do not know {command}. Try {commands}, or just ask.',
  tooLong: 'That is more than I can read at once. Please send only the part with the error message.',
  goodbye: 'Goodbye.',
  person: 'You',
};
