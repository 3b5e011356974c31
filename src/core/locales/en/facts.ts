/** What a provider's facts say beside its servers: for whom, since when, and where sources disagree. */
export const facts = {
  /** Stands behind the protocol in the table. */
  forScope: '{protocol}, {scope}',
  scopes: {
    overseas: 'outside mainland China',
    bridge: 'through Bridge',
    hangzhou: 'Hangzhou data centre (杭州)',
    'own-domain': 'your own domain',
    'own-domain-eu': 'your own domain, Europe',
    'own-domain-in': 'your own domain, India',
    'own-domain-au': 'your own domain, Australia',
  },
  /** Where a provider has a set of servers for each region, or for each ending of the address. */
  withoutPlan:
    'On its free plan **{provider}** can’t be used in a mail program. Use its web page or its own app; a mail program needs the paid plan.',
  parts: {
    own: 'These are for addresses at {own}.',
    others: 'There are other servers for: {names}.',
    general: 'everybody else',
    all: 'All regions and addresses',
  },
  /** Behind a fact that nothing but hearsay stands for. */
  notConfirmed: '{fact} (not confirmed yet)',
  /** Whether a provider is still there. */
  whoRuns: {
    named: 'Mailboxes of that name are with **{provider}** now.',
    there:
      'I know of nothing that ended **{provider}**: its mailboxes should still work. To be sure, sign in on its web page; what you find there counts.',
    at: '{provider} leaves its mail to **{owner}**: it is on `{host}`. You sign in with your old address all the same.',
    backUp: 'Back up your mail before anything else, while you can still get at it.',
  },
  changes: {
    from: '**From {date}:** {what}',
    since: '**Since {date}:** {what}',
    codes: {
      'smtp-basic-auth-off':
        'sending with only a password is switched off at {provider}. Choose OAuth2 in your mail program.',
      'basic-auth-off':
        'signing in with only a password is switched off at {provider}. Choose OAuth2 in your mail program.',
      'login-password-off': '{provider} no longer lets mail programs sign in with the login password.',
      'imap-off': '{provider} offers no IMAP.',
      'pop3-off': '{provider} offers no POP3. Use IMAP.',
      'fetching-off':
        '{provider} no longer collects mail from your other mailboxes. Add those to a mail program instead.',
      'plaintext-off': '{provider} refuses connections without encryption. Use the table above.',
      'old-tls-off': '{provider} refuses old encryption (TLS 1.0 and 1.1). Update your mail program.',
      'host-replaced': '`{host}` is replaced by `{replacement}`.',
      'paid-plan-needed': 'mail programs need a paid plan at {provider}.',
      'service-closes': '{provider} is closed. Save your mail elsewhere in time.',
    },
  },
  disagree: 'Sources disagree: {values}. {reason}',
  reasons: {
    'official-page': 'The first is what the provider’s own page says.',
    'newer-source': 'The first comes from the newer source.',
    'more-sources': 'More sources say the first.',
    'other-product': 'The others belong to another product.',
    'depends-on-region': 'Which one is yours depends on where your account was made.',
    'both-work': 'Both work.',
    'account-moved': 'The account may have been moved: if the first does not let you in, try the other.',
    unresolved: 'I can’t tell which is right: try the first, or let me check the server.',
  },
  firstOn: {
    both: 'First switch on IMAP or POP3 in the mailbox’s own web page; until then the mail program is refused.',
    imap: 'First switch on IMAP in the mailbox’s own web page; until then the mail program is refused.',
    pop3: 'For POP3, first switch it on in the mailbox’s own web page.',
    pop3Only: 'For POP3, first switch it on in the mailbox’s own web page. IMAP is always on.',
  },
  inMenu: '{link}, under **{path}**',
  menuMayDiffer: '{fact} (the menus may differ)',
  passwordNamed: '{name}, called “{localName}” there',
  stale: 'Some of these facts were last confirmed in {year}. I can check the server for you.',
  support: 'Support of {provider}: {ways}',
  possibleTypo: '`{typed}` looks much like `{known}` ({provider}). Did you mistype it?',
  real: 'Settings of the real {known}',
  meantKnown: 'Yes, {known}',
  meantTyped: 'No, look up {typed}',
  wrong: {
    which: 'Thank you. Which of these facts about {provider} is wrong?',
    noted: 'Thank you. I have noted it, and somebody will check this about {provider}: {fact}.',
    facts: {
      imap: 'Incoming server (IMAP)',
      pop3: 'Incoming server (POP3)',
      smtp: 'Outgoing server (SMTP)',
      username: 'User name',
      password: 'Password or sign-in',
      access: 'What must be switched on',
      other: 'Something else',
    },
  },
};
