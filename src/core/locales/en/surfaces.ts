/** What stays in sight beside the messages: the person's own page, suggested questions, the first words in a channel. */
export const surfaces = {
  invited:
    'Hello! I help with e-mail set-up: server addresses, ports, encryption, passwords, error messages. Mention me with your question, or type `/mail`. Otherwise I stay quiet.',
  homeTitle: 'Help with e-mail set-up',
  request: 'Your request',
  requestOpen: 'Request {number} is with a person. They will answer you in the messages.',
  language: 'Language',
  privacy: 'Privacy',
  privacyShort: 'Please leave passwords out: they are never needed, and what looks like one is not kept.',
  privacyMore: 'What I keep',
  promptsTitle: 'Try one of these',
  prompts: [
    'What are the IMAP settings of Gmail?',
    'Should I use IMAP or POP3?',
    'My password is right, but the sign-in fails',
    'How do I find my mail server address?',
  ],
  promptsFor: [
    'What are the outgoing server settings of {provider}?',
    'Should I use IMAP or POP3 with {provider}?',
    'The password for {provider} is refused',
    'How do I set up {provider} on my iPhone?',
  ],
  notHere: 'That cannot be done here.',
  formEmpty: 'Please choose a provider or paste your settings.',
  late: 'Sorry for the wait: I was away when you asked.',
  writeHere: 'Please write it here, in your own words.',
  emptyCall: 'I could not read any words in that. Press the button and write there, or mention me with your question.',
  emptyCallButton: 'Write to me',
};
