/** Files that set up a mail program. */
export const files = {
  button: 'File for iPhone, Mac or Thunderbird',
  which: 'A file can set up **{provider}** for you. Which program is it for?',
  formats: { mobileconfig: 'iPhone, iPad or Mac', autoconfig: 'Thunderbird' },
  making: 'One moment, I am making the file…',
  sentPrivately: 'I have sent you the file in a private message.',
  notSent:
    'I could not send you a private message. Please allow direct messages in the settings of this platform, then try again.',
  tryAgain: 'Try again',
  intro: {
    mobileconfig:
      'Here is the file for **{account}**. Open it on your iPhone, iPad or Mac and confirm it in Settings. It holds no password; the device asks for it.',
    autoconfig:
      'Here is the file for **{account}**. Put `{name}` into the folder `isp` inside Thunderbird’s program folder, then add your account in Thunderbird. It holds no password and no address.',
  },
  notSigned: 'Your iPhone will say **Not signed**. Install it only if you asked for this file.',
  signed: 'It is signed by whoever runs this assistant. Install it only if you asked for this file.',
  written: 'Written: {name}',
  no: {
    'no-access':
      'There is no file for {provider}: it does not let ordinary mail programs in. Use its own app or web page.',
    bridge:
      'There is no file for {provider}: mail programs reach it only through its Bridge program, which shows the settings on your own computer.',
    'no-servers':
      'I can’t make a file for {provider}: I know no confirmed servers for all of its mailboxes. Your administrator or its support does.',
    incomplete: 'I can’t make a file for {provider}: I know its servers only for one direction.',
    'oauth2-only':
      'You need no file for {provider}: choose its name in Settings → Mail → Add account on your iPhone or Mac, and sign in in the window that opens.',
    'domain-needed':
      '{provider} has different servers for different addresses. Tell me the part after the @, then ask for the file again.',
  },
  profile: { description: 'Sets up {account} in Mail. It holds no password.' },
  /** What `doctor` says of the operator's key. */
  signing: {
    good: 'Apple profiles are signed with the certificate in {path}.',
    'certificate-unreadable': 'The certificate in MOBILECONFIG_CERT_FILE cannot be read. It must be a PEM file.',
    'key-unreadable': 'The key in MOBILECONFIG_KEY_FILE cannot be read. It must be a PEM file without a passphrase.',
    'key-unsuitable': 'The key in MOBILECONFIG_KEY_FILE cannot sign profiles. Use an RSA or P-256 key.',
    'pair-mismatch': 'MOBILECONFIG_KEY_FILE does not belong to the certificate in MOBILECONFIG_CERT_FILE.',
    'certificate-expired':
      'The certificate in MOBILECONFIG_CERT_FILE has expired. Files go out unsigned until it is renewed.',
  },
};
