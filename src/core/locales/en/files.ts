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
};
