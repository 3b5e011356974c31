/** What the assistant says to the person who asks. */
export const answers = {
  hidden: {
    password: '[password hidden]',
    'authorization-code': '[secret hidden]',
    'app-password': '[secret hidden]',
    'auth-line': '[secret hidden]',
    token: '[secret hidden]',
    phone: '[phone number hidden]',
    card: '[card number hidden]',
    'national-id': '[id number hidden]',
  },
  secretPosted: {
    password:
      'Your message seems to hold a password. I have not kept it, but others may see it. Please delete the message, then change the password.',
    code: 'Your message seems to hold an app password or authorization code. I have not kept it, but people in the channel can see it. Please delete that message first, then switch the code off on your mail provider’s web page and make a new one.',
    token:
      'Your message seems to hold an access key. I have not kept it. Please delete the message and replace the key.',
    personal:
      'Your message held a personal number (phone, card or id). I have not kept it and don’t need it. You may want to delete the message.',
  },
  columns: {
    protocol: 'For',
    host: 'Server',
    port: 'Port',
    security: 'Encryption',
    username: 'User name',
  },
  protocols: {
    imap: 'Incoming (IMAP)',
    pop3: 'Incoming (POP3)',
    smtp: 'Outgoing (SMTP)',
  },
  security: {
    tls: 'SSL/TLS',
    starttls: 'STARTTLS',
    none: 'none (not safe)',
  },
  username: {
    'full-address': 'your full e-mail address',
    'local-part': 'the part before the @',
    other: 'see the provider’s page',
  },
  settings: {
    intro: '**{provider}**: these are the server settings.',
    introFor: '**{provider}**: settings for `{domain}`.',
    noServers:
      'I know **{provider}**, but I have no confirmed server settings for it. The provider’s help page or support can tell you.',
    passwordLogin: 'Password: your normal mail password, typed only into your mail program, never here.',
    passwordOther:
      'Password: not your login password. Use the **{name}**, which you make at {link}. Type it only into your mail program, never here.',
    passwordOauth:
      'Sign-in: choose “OAuth2” (or “Sign in with …”) in your mail program; a browser window opens and asks for your password there.',
    passwordPage: 'the provider’s account page',
    keepCopy:
      'With POP3, switch on **keep a copy on the server**: otherwise the mail may end up on this one computer only.',
    unverified: 'This has not been confirmed on an official page yet.',
    works: 'Does it work now?',
    typo: 'I read “{typed}” as **{provider}**. Tell me if that is wrong.',
    homograph:
      'Careful: `{typed}` only looks like `{known}`. It is written with other letters and may be a trap. Don’t enter your password there.',
    unknownDomain: 'I don’t know `{domain}` yet. I am looking up who runs its mail…',
  },
  sources: {
    title: 'Source',
    seen: '{label} ({date})',
    unverified: '{label} (not verified, {date})',
  },
  ask: {
    provider: 'Which provider is your mailbox with? The part after the @ tells.',
    whoRuns: 'I don’t know `{domain}` yet. I can look up who runs its mail; then the answer will fit.',
    lookUp: 'Look up {domain}',
    businessMail: 'Which business mail is it?',
    client: 'Which mail program do you use?',
    host: 'Which server shall I check? Please type its name, for example `imap.example.com`.',
    domain: 'What is the part after the @ in your address? I can look up where its mail is.',
    error: 'Please type the error text or its number; it is usually in the last line.',
    whichOne: 'I am not quite sure what you need. Is it one of these?',
    perhaps: 'Perhaps this is it:',
    ifNot: 'If not, which of these do you mean? Or say it in other words.',
    isItMail: 'Is this about your e-mail? If so, which of these is it?',
    other: 'Something else',
  },
  intents: {
    'provider-settings': 'Server settings of a provider',
    'wrong-server-address': 'The server address is wrong',
    'imap-vs-pop3': 'IMAP or POP3',
    'check-tls': 'Is a server safe',
    'what-is-server-address': 'What a server address is',
    'find-server-address': 'Where to find it',
    'why-it-matters': 'Why it matters',
    autoconfig: 'Automatic set-up',
    'client-setup': 'Set up a mail program',
    'ports-and-encryption': 'Port and encryption',
    'auth-failure': 'Sign-in fails',
    'connection-error': 'Cannot connect',
    'send-receive-problem': 'Sending or receiving fails',
    'sync-or-missing-mail': 'Mail is missing',
    'talk-to-human': 'Talk to a person',
    smalltalk: 'Just chatting',
    'out-of-scope': 'Something else',
  },
  buttons: {
    human: 'Talk to a person',
    allSettings: 'All settings',
    check: 'Check this server',
    client: 'Steps for my mail program',
    details: 'More about it',
    imapOrPop3: 'IMAP or POP3?',
    yes: 'Yes',
    no: 'No',
    wrong: 'Wrong? Tell us',
    signIn: 'Sign-in fails',
    findIt: 'Four ways to find it',
    language: 'Language',
    resume: 'Ask the assistant again',
    lookAgain: 'Look again',
    noHuman: 'I no longer need a person',
  },
  smalltalk: {
    here: 'I am here. Tell me what you see now, or ask anything about your mail.',
    stillThere:
      'I can’t see that from here: only your mail program can tell. Try it once more. If it still fails, write what it says now, word for word.',
    allRight: 'All right. Tell me what you see now, or ask anything about your mail.',
    hello:
      'Hello! I help with mail servers and set-up: settings of a provider, a wrong server address, sign-in errors, IMAP or POP3, or whether a server is safe. Just ask in your own words.',
    thanks: 'You’re welcome. Ask again any time.',
    fixed: 'Good to hear that it works. Ask again any time.',
    neverMind: 'All right. I am here when you need me.',
    identity:
      'I am Postilion, an assistant (a program) for e-mail set-up. I can look up server settings, explain errors, check a server, or bring in a person.',
    realPerson:
      'I’m a program: Postilion, an assistant for e-mail set-up. If you’d rather write with a person, press the button; what we wrote is passed on.',
    complaint:
      'I’m sorry that this goes on for so long. Tell me in one sentence what fails, and what your mail program says, word for word; or press the button, and all of it is passed on to a person.',
    joke: 'All right! Whenever something is the matter with your mail, just write.',
    praise: 'Thank you, that is kind of you! Ask again any time.',
    bye: 'Goodbye, and good mail!',
  },
  notMine: {
    text: 'That is not something I can help with. I know e-mail set-up: server settings, ports, sign-in errors, sending and receiving, and whether a mail server is safe.',
    amidTalk:
      'I can’t tell what this has to do with your mail, or I don’t know enough about it. If it is about your mail, say in one sentence what you want to reach; or shall I bring in a person?',
    hacked:
      'That needs doing at once, on your provider’s web page, which you open yourself: change the password, switch on two-step verification, and look for forwarding, filters and signed-in devices that you don’t know. Afterwards type the new password into each mail program; if one then refuses, ask me. Your provider’s support can help if you can’t get in any more.',
    picture: 'I can’t read pictures yet. Please type the error text or number; it is usually in the last line.',
    empty: 'I got an empty message. What would you like to know about your mail?',
    damaged: 'Your message arrived garbled. Please type it again.',
    turned:
      'Your message holds characters that turn its text around, so that a name may look like another. What it really says is `{text}`. I look at no such name: please type it again by hand.',
    tooLong:
      'That was long, so I read its beginning and end. If I missed the point, send just the last lines of the error.',
  },
  host: {
    typo: '`{typed}` looks mistyped. The right name is `{known}`.',
    right: '`{host}` is right for {provider}, {protocol}.',
    retired: '`{typed}` has been replaced. Use `{known}` now.',
    gone: '`{typed}` has been switched off.',
    notTheirs: '`{typed}` is not a server name that {provider} publishes. Use these instead.',
    unknown: 'I don’t know the server `{host}`. Check its spelling letter by letter, or let me look at it.',
  },
  checking: {
    discover: 'Looking up where the mail of `{domain}` is…',
    failed: 'The check did not finish. Please try again in a minute.',
  },
  discovery: {
    hostedAt:
      'The mail of `{domain}` is **probably** hosted at **{provider}** (its MX record says so). Use these settings.',
    hostedCertain: 'The mail of `{domain}` is hosted at **{provider}**. Use these settings.',
    found: '`{domain}` publishes these settings itself.',
    guess:
      'These are guesses: the servers answered our check, but nobody confirmed them. Ask your administrator before you use them.',
    nothing:
      'I found no published settings for `{domain}`. Your administrator or the provider’s support can tell you. There are four ways to find them.',
    noDomain: 'The domain `{domain}` does not seem to exist. Please check its spelling.',
    gateway: 'A mail filter ({gateway}) stands in front of it, so the mailbox itself may be elsewhere.',
    disagree: 'Sources disagree; both are shown.',
    refused: 'I can only look up public mail domains.',
    dns: 'The name service did not answer. Please try again in a few minutes.',
    limited: 'That is a lot of look-ups. Please wait a few minutes and try again.',
  },
  still: {
    next: 'Sorry that it still does not work. Here is the next thing to try.',
    askError: 'What does the error say now, word for word? A number helps most.',
    wording:
      'What exactly does not work? Write what you do, and what your mail program shows then, word for word. A person is one press away.',
    human: 'We have tried several things. Shall I bring in a person? What we tried is passed on.',
  },
  feedback: {
    thanks: 'Thank you. Good to know that it works.',
    sorry: 'Thank you for telling me. What does the error say now? Or shall I bring in a person?',
  },
  language: {
    choose: 'Which language shall I use?',
    set: 'I will answer in English from now on.',
  },
  help: {
    text: 'Ask in your own words, or try one of these.',
    example1: 'Gmail IMAP settings',
    example2: '465 or 587?',
    example3: 'Error 535, but the password is right',
  },
  privacy: {
    text: 'I keep your questions (without passwords or other secrets) so that I can follow our conversation, and what you write to a person.',
  },
  safety: {
    backup: 'First make sure your old mail is backed up: mail fetched by POP3 may exist only on that computer.',
  },
  error: {
    meaning: '**What it means:** {meaning}',
    /** Stands in the steps of errors as {compareSettings}. */
    compareSettings:
      "Compare server name, port and encryption with your provider's settings; tell me your provider and I'll list them.",
    compareWith: 'Compare server name, port and encryption with those of {provider}.',
    /** Stands there as {googleInChina}, where that may be the cause. */
    googleInChina: "In mainland China, Gmail and other Google servers can't be reached directly.",
  },
  diagnosis: {
    intro: 'I compared your settings with what {provider} publishes.',
    corrected: 'Corrected settings',
    recommended: 'The settings I recommend',
    better:
      'You can leave them as they are. If you ever set the account up anew, the ones below are the better choice.',
    introUnknown: 'I have no published settings to compare these with. What I can see from here:',
  },
};
