/** What is true of a provider, and the kinds of password. */
export const traits = {
  codes: {
    'no-imap': '{provider} does not offer IMAP.',
    'no-pop3': '{provider} does not offer POP3. Use IMAP.',
    'no-smtp': '{provider} does not offer sending from mail programs (SMTP).',
    'no-direct-access': '{provider} cannot be used in ordinary mail programs: it has its own app and web page.',
    'bridge-only': '{provider} works in mail programs only through its Bridge program on your computer.',
    'oauth2-only':
      '{provider} accepts only sign-in through the browser window (OAuth2), no password in the mail program.',
    'oauth2-offered': 'You can also sign in through the browser window (OAuth2); then no extra password is needed.',
    'two-step-needed':
      'First switch on two-step verification in your {provider} account; only then can you make that password.',
    'needs-app-password': '{provider} wants an app password in mail programs, not your login password.',
    'app-password-with-two-step':
      'If two-step verification is on in your {provider} account, mail programs need an app password that you make there, not your login password.',
    'needs-authorization-code':
      '{provider} wants an authorization code (授权码) in mail programs, not your login password.',
    'needs-client-password': '{provider} wants a special client password (客户端专用密码) in mail programs.',
    'needs-separate-mail-password':
      '{provider} has a separate password for mail programs; set it in the account’s settings.',
    'imap-must-be-on': 'IMAP must be switched on in the mailbox’s web page first.',
    'imap-always-on': 'IMAP is always on at {provider}: there is nothing to switch on for it.',
    'pop3-must-be-on': 'POP3 must be switched on in the mailbox’s web page first.',
    'pop3-always-on': 'POP3 is always on at {provider}: there is nothing to switch on for it.',
    'smtp-must-be-on': 'Sending from mail programs (SMTP) must be switched on in the account’s settings first.',
    'admin-must-allow': 'Your company’s administrator must allow mail programs first.',
    'paid-plan-needed': 'Mail programs need a paid plan at {provider}.',
    'needs-imap-id':
      '{provider} refuses some mail programs as “Unsafe Login”. Update the program, or use the provider’s own.',
    'plaintext-refused': 'Only encrypted connections are accepted.',
    'smtp-own-network-only':
      'Sending works only from {provider}’s own network (your home line, for example), not from elsewhere.',
    'unreachable-in-region':
      '{provider} often cannot be reached from {region}. Try another network before you change the settings.',
    'no-new-accounts': '{provider} takes no new mailboxes; existing ones go on working.',
    closed: '{provider} may have closed its mail service. Please check with the provider.',
    'product-ask-admin':
      '{provider} is mail software that companies run themselves: your administrator knows the server names.',
    'own-host-per-customer':
      '{provider} has a server name of its own for each customer or domain. You find yours in the control panel, or in the mail that welcomed you.',
    'forwards-only':
      '{provider} only passes mail on to another mailbox. Set up that mailbox in your mail program instead.',
    'not-a-mailbox': '{provider} is a service that sends mail for programs and websites, not a mailbox.',
    'username-local-part-for-imap':
      'For incoming mail the user name may be only the part before the @; for outgoing mail the full address.',
    'recent-mail-only':
      '{provider} may show mail programs only the last 30 days. On its web page, in the settings for POP3/IMAP, set the range to fetch (收取选项) to all mail (全部), save, and restart the program.',
    'newest-in-folder-only':
      '{provider} shows mail programs only about the newest 10,000 messages of a folder; older ones are still in webmail. Moved there into folders of their own, they appear.',
    'own-folders-hidden':
      '{provider} shows mail programs folders that you made only if that is ticked on its web page: settings for POP3/IMAP, “fetch my folders” (收取我的文件夹). Save, and restart the program.',
  },
  passwords: {
    login: 'login password',
    'app-password': 'app password',
    'authorization-code': 'authorization code (授权码)',
    'client-password': 'client password (客户端专用密码)',
    'separate-mail-password': 'separate mail password',
    oauth2: 'sign-in window (OAuth2)',
    'bridge-password': 'Bridge password',
  },
};
