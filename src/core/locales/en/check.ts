/** Live checks and discovery, for a person who has never heard of TLS. */
export const check = {
  /** Is it encrypted? One line above the findings. */
  verdicts: {
    good: 'The connection to {host} is encrypted, and everything I looked at is in order.',
    risky: 'The connection to {host} is encrypted, but something there is weak.',
    broken: 'I could not get a safe connection to {host}. Please do not enter your password there yet.',
    unknown: 'I could not find out whether {host} is safe.',
  },
  /** Whose is it? The second verdict. */
  owners: {
    provider: 'This is a server of {provider}.',
    retired: 'This is an old server of {provider}. It may stop working: ask me for the current one.',
    ownDomain: 'The domain {domain} itself uses this server.',
    unknown:
      'I can’t tell who runs this server. Use it only if your provider or administrator gave you this name. Encryption alone does not make a server yours.',
    lookAlike:
      'The name looks like {provider}, but this is not a server of theirs that I know. Their own are: {hosts}. Do not enter your password there unless {provider} itself gave you this name.',
    otherServers:
      'I can’t tell who runs this server: your domain {domain} uses others ({hosts}). Use it only if your provider or administrator gave you this name.',
  },
  /** Why there is no result, by status. */
  statuses: {
    refused:
      'I only check one mail server at a time, on the public Internet, by its full name, such as imap.example.com, and only on the mail ports 993, 143, 995, 110, 465 and 587. I don’t check lists of servers or of ports.',
    'name-not-found': 'There is no server with the name {host}. Please check it letter by letter.',
    'dns-failure': 'I could not look up the name {host} just now. Please try again in a few minutes.',
  },
  /** The name is not found, and we know a provider that it belongs to or resembles. */
  notFound: {
    provider:
      '{host} is the right name: it is a server of {provider}. But our network could not find it just now, which may be a fault on our side. You can leave it in your settings; please ask me again in a few minutes.',
    retired: '{host} was a server of {provider}, and it is no longer there. Ask me for the current one.',
    lookAlike: 'There is no server with the name {host}. {provider} uses these: {hosts}.',
  },
  /** Too many checks: whose count is full, and in how many minutes one more is possible. */
  limits: {
    person: 'You have had many servers checked in a short time. In about {minutes} min I can look at the next one.',
    place: 'Many checks were asked for here in a short time. In about {minutes} min I can look at the next one.',
    target:
      'This server’s domain has been looked at often just now, and I don’t want to be a burden to it. Please ask again in about {minutes} min.',
    all: 'I have a lot to check at the moment. Please ask again in about {minutes} min.',
  },
  /** Before an answer that says no more than `refused`. */
  oneMoment: 'One moment, please…',
  /** How far a check is; each replaces the one before. */
  steps: {
    connecting: 'Checking `{host}` from our network: connecting…',
    encrypting: 'Checking `{host}` from our network: connected, now encrypting…',
    certificate: 'Checking `{host}` from our network: encrypted, now reading the certificate…',
  },
  meanwhile:
    '**Don’t accept the warning yet.** Your program can’t be sure who is at the other end, and your password would go there. Don’t switch encryption off either.',
  running: 'I am still looking at `{name}`; it takes a minute at most. The result then appears here by itself.',
  ended: 'I have looked at `{name}`. This is what I found.',
  fromHere: 'I checked this from our own network. From where you are it may look different.',
  notEverything: 'I never sign in, and I do not check everything: the details say what I left out.',
  detailsButton: 'Technical details',
  detailsTitle:
    'Technical details of the check of `{host}`, {time}. If you have never heard of this: nothing here is for you to do; it is meant for an administrator or your provider’s support.',
  detailsGone: 'I no longer have the details of that check of `{host}`. I can look again.',
  notCheckedTitle: 'What I did not look at',
  notChecked: {
    'cipher-lists': 'the full list of encryption methods',
    'old-ssl': 'the very old methods SSL 2 and SSL 3',
    revocation: 'whether the certificate was called back before its time',
    dane: 'certificates published in DNS (DANE)',
    caa: 'who may issue certificates for the domain (CAA)',
    'mta-sts': 'rules for mail between servers (MTA-STS)',
  },
  findings: {
    encrypted: 'Port {port} ({protocol}) is encrypted ({version}), and the certificate is valid until {date}.',
    'plaintext-connection':
      'Port {port} ({protocol}) has no encryption: others on the way could read your password and mail. Ask your provider for an encrypted server.',
    'starttls-injected':
      'On port {port} the server mixed unencrypted text into the encrypted start. An attacker could use that. Tell your administrator, and choose another port.',
    'starttls-refused':
      'On port {port} the server promises encryption (STARTTLS) and then refuses it. Try the port for SSL/TLS, or ask your administrator.',
    'starttls-ignored':
      'On port {port} the server agreed to encrypt and then went on unencrypted. Do not use this port; tell your administrator.',
    'starttls-closed':
      'On port {port} the server agreed to encrypt and then hung up. Try the port for SSL/TLS, or ask your administrator.',
    'starttls-silent':
      'On port {port} the server agreed to encrypt and then said nothing more. Try the port for SSL/TLS, or ask your administrator.',
    preauth:
      'On port {port} the server lets everybody in without a password. That is not a normal mailbox: do not use it, and tell your administrator.',
    'certificate-name-mismatch':
      'The certificate (a server’s identity card) is made out to {names}, not to the name you gave. Check the server name for a mistake; never accept such a warning blindly.',
    'certificate-strange-name':
      'The certificate contains a forged-looking name. Do not use this server, and tell your administrator.',
    'certificate-wildcard-too-wide':
      'The certificate claims to be valid for a whole country or ending. Mail programs refuse that. Tell your administrator.',
    'certificate-no-names':
      'The certificate does not say in today’s form which server it is for. Mail programs refuse it. Tell your administrator.',
    'certificate-expired':
      'The certificate expired on {date}. Mail programs will warn you. Only the provider or administrator can renew it: tell them, and wait.',
    'certificate-intermediate-expired':
      'One of the certificates that vouch for this server has expired. Only the provider or administrator can replace it.',
    'certificate-not-yet-valid':
      'The certificate is valid only from {from}. If the date on your computer is right, tell the administrator.',
    'certificate-self-signed':
      'The server made its certificate itself, and nobody vouches for it. Use it only if your administrator told you to expect that.',
    'certificate-incomplete-chain':
      'The server sends only part of its proof of identity, so many mail programs refuse it. The administrator must install the missing “intermediate certificate”.',
    'certificate-unknown-issuer':
      'The certificate comes from {issuer}, which mail programs do not know. In a company that can be on purpose: ask your administrator.',
    'certificate-wrong-purpose':
      'The certificate was not issued for a server. Mail programs refuse it. Tell your administrator.',
    'certificate-untrusted':
      'The certificate could not be verified. Mail programs will warn you. Tell your administrator.',
    'plain-on-tls-port':
      'Port {port} normally starts encrypted, but this server starts unencrypted there. Choose another port, or ask your administrator.',
    'not-tls': 'Port {port} should start encrypted, but what answers there is not encrypted. Check the port.',
    'handshake-reset': 'On port {port} the server hung up while we agreed on encryption. A firewall may be in the way.',
    'handshake-silent': 'On port {port} the server stopped answering while we agreed on encryption.',
    'handshake-failed': 'On port {port} we could not agree on encryption with the server.',
    'no-common-version': 'On port {port} the server speaks only encryption so old or unusual that we could not agree.',
    'no-common-cipher': 'On port {port} the server offers no encryption method that today’s programs know.',
    'name-not-served': 'The server says that it does not know the name you gave. Check the name for a mistake.',
    'alpn-refused': 'On port {port} the server expects something other than mail. Check the port.',
    'not-mail-server': 'What answers on port {port} is not a mail server. Check the server name and the port.',
    'other-mail-protocol':
      'On port {port} the server speaks {speaks} instead of {protocol}. Check whether the ports for receiving and sending are swapped.',
    flood: 'On port {port} the server sent endless text, so I hung up. That is not how a mail server behaves.',
    'closed-after-tls':
      'On port {port} encryption works, but the server hung up right after it. It may want a certificate from you, or be overloaded.',
    'no-greeting-after-tls': 'On port {port} encryption works, but no mail server answers behind it. Check the port.',
    'client-certificate-wanted':
      'The server wants a personal certificate from your mail program. Ask your administrator for one.',
    'turned-away': 'On port {port} the server turned our check away. It may still work from your network.',
    busy: 'On port {port} the server says that it is busy. Please try again in a few minutes.',
    'closed-after-greeting': 'On port {port} the server said hello and hung up. Please try again later.',
    'no-greeting': 'Port {port} is open, but the server said nothing. Please try again later.',
    'too-slow': 'On port {port} the server answered too slowly for me to finish. Please try again later.',
    'connection-closed': 'Port {port} is open, but the server hung up at once. It may not like our network.',
    'connection-reset': 'On port {port} the connection was cut. A firewall may be in the way.',
    'connection-refused': 'Nothing answers on port {port}: the server does not offer it. Check the port.',
    'connection-timeout':
      'Port {port} did not answer. Check the server name and port; the server may be down, or a firewall in the way.',
    'connection-unreachable': 'From our network there is no way to this server just now.',
    'old-tls-only':
      'The server knows only {version}, which is outdated: current mail programs may refuse it. Ask your provider for a newer server.',
    'certificate-weak-key':
      'A key of the server is too short for today ({key}). Tell your administrator to renew the certificate.',
    'certificate-weak-signature':
      'A certificate of the server is signed by an outdated method that can be forged. Tell your administrator.',
    'old-cipher':
      'The server uses an old encryption method: recorded traffic could be read later. Tell your administrator.',
    'login-before-tls':
      'On port {port} the server would also take your password unencrypted. Make sure that your program is set to STARTTLS, or better, use the SSL/TLS port.',
    'certificate-expires-soon': 'The certificate expires in {days} days, on {date}. The administrator should renew it.',
    'ipv6-broken':
      'Over the newer Internet protocol (IPv6) the server did not answer on port {port}. Connecting can take long because of that.',
    'ipv4-broken':
      'Over the older Internet protocol (IPv4) the server did not answer on port {port}. Some networks cannot reach it.',
    'first-address-dead': 'One of the server’s addresses does not answer. Connecting can take long because of that.',
    'tls-on-plain-port':
      'Port {port} starts encrypted here, which is unusual. Choose SSL/TLS in your program, not STARTTLS.',
    'old-tls-offered':
      'The server still allows outdated encryption too. Current programs choose the new one by themselves.',
    'certificate-spare-expired':
      'The server also sends an expired certificate that is no longer needed. That does no harm.',
    'capabilities-refused': 'On port {port} the server did not want to say what it can do.',
    'spoke-out-of-turn': 'On port {port} the server spoke before it was asked. That is odd, but harmless in itself.',
  },
  /** Lines of `postilion check` and `postilion discover`, and of the details behind a button. */
  details: {
    port: 'Port {port}, {protocol}',
    encryption: 'Encryption: {mode}, {version}, {cipher}',
    versions: 'Versions offered: {versions}',
    certificate: 'Certificate: {subject}, issued by {issuer}, valid from {from} until {date}, {key}',
    link: 'Vouched for by: {subject}, valid until {date}, {key}',
    names: 'Names in it: {names}',
    sasl: 'Ways to sign in: {mechanisms}',
    greeting: 'The server says: {greeting}',
    capabilities: 'Announces: {capabilities}',
    loginBeforeTls: 'Takes a password before encryption: yes',
    noLoginBeforeTls: 'Takes a password before encryption: no',
    answersOver: '{family}: answers',
    silentOver: '{family}: does not answer',
    connectTime: 'Time to connect: {ms} ms',
    handshakeTime: 'Time to encrypt: {ms} ms',
    modes: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: 'none' },
  },
  /** What discovery adds to the answers' own words. */
  discovery: {
    nullMx: '{domain} says that it receives no mail at all.',
    notOffered: '{domain} says that it does not offer {protocol}.',
    /** Where a server was found. */
    via: {
      database: 'our own collection',
      mx: 'the domain’s mail records (MX) and our own collection',
      autoconfig: 'the domain’s own set-up file',
      'well-known': 'the domain’s own set-up file',
      srv: 'the domain’s DNS records',
      autodiscover: 'the domain’s Outlook records',
      'mx-autoconfig': 'the set-up file of its mail provider',
      guess: 'a guess that answered our check',
    },
  },
};
