/** When signing in fails: which password it is, what is known already, and what to do, in order. */
export const signIn = {
  /** Which password or way of signing in this provider wants. */
  cause: {
    special:
      '**{provider} does not take your login password in a mail program.** It wants the **{name}**: a second password, made only for that.',
    specialUsed:
      '**The {name} is the right one for {provider}.** When it is refused all the same, it is mistyped, no longer valid, or access for mail programs is off.',
    login: '**{provider} takes your normal mail password in a mail program.** So check these one by one.',
    oauth2:
      '**{provider} does not take a typed password in a mail program.** You sign in through a browser window instead, called “OAuth2” or “modern authentication”.',
    bridge:
      '**{provider} works in a mail program only through its Bridge program.** Bridge shows a user name and a password of its own; those two belong in the mail program.',
    own: '**{program} is {provider}’s own program:** it wants your normal password, in its own sign-in window.',
    unknown: 'Which password **{provider}** wants in a mail program is not confirmed; most often it is the normal one.',
  },
  /** What the person told already, and what follows from it. */
  seen: {
    webmail: {
      special: 'That webmail works fits this: your login password is right, only not for the mail program.',
      login:
        'As webmail works, address and password are right. So it is the user name, access for mail programs, or an old password that the program has saved.',
      oauth2: 'That webmail works shows that your account and password are fine.',
    },
    passwordRight:
      'Your password may well be right, as you say: for the web page. The mail program wants the other one.',
    webmailFails:
      'The web page refuses you too, so begin there: choose “forgot password” on the sign-in page, and look for a notice that the account is locked. Until the web page lets you in, no mail program can.',
    elsewhere: 'As it works on another device, your account is fine. Only what is saved in this program is left.',
    before: {
      special:
        'If it worked until now: this password ends when the login password is changed or two-step verification is switched on. Make a new one.',
      login:
        'It worked until now, so something has changed: mostly the password, or a sign-in was blocked. Look for a notice on the web page.',
      oauth2: 'It worked until now because passwords were still accepted, or the sign-in of the program has run out.',
    },
  },
  steps: {
    webmailFirst: 'Sign in to webmail in a browser: that shows whether the password itself still works.',
    webmail:
      'Sign in on the web page of {provider} with the same address and password. If that fails, reset the password there first.',
    make: 'Make the {short} at {place}.',
    makeNew:
      'Make a new {short} at {place}: changing the login password often ends the old one. Copy it whole, without blanks.',
    makeBridge:
      'Install and start {provider} Bridge on this computer and sign in there. Copy server, port, user name and password from Bridge.',
    enter:
      'In {program}, delete the saved password and put in the {short} instead, for incoming **and** outgoing mail. Never type it here.',
    enterLogin:
      'In {program}, delete the saved password and type it anew, for incoming **and** outgoing mail. Never type it here.',
    user: 'Use your full e-mail address as user name.',
    userLocal: 'As user name for incoming mail use only the part before the @; for outgoing mail the full address.',
    oauth2:
      'In {program}, set the way of signing in (“authentication”) to **OAuth2** for incoming and outgoing mail, then sign in in the window that opens.',
    own: 'In {program}, choose to sign in again (“Need password”, “Fix account” or the like), and type the password only in the window that opens, never here.',
    ownUpdate: 'Install the updates of {program}; an old version may not know the sign-in window of {provider}.',
    tooOld:
      'If {program} has no OAuth2, it is too old for {provider}: update it, or use the web page or the provider’s app until then.',
  },
  program: 'your mail program',
};
