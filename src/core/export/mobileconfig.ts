import { fill, texts } from '../locales/index.ts';
import type { Server } from '../model.ts';
import { type Account, usernameFor } from './account.ts';
import { plist, type PlistValue } from './plist.ts';
import { uuidOf } from './uuid.ts';

/**
 * A configuration profile with one mail account; keys as in Apple's "Device Management: Mail" payload
 * (com.apple.mail.managed) and "TopLevel". Never a password: the device asks for it.
 */
export function mobileconfig(account: Account, language: string): string {
  const { provider, address } = account;
  const name = provider.names[language] ?? provider.names['en'] ?? provider.id;
  const whose = (address ?? account.domain ?? provider.id).toLowerCase();
  const words = texts(language).files.profile;
  return plist({
    PayloadContent: [mailPayload(account, name, whose)],
    PayloadDescription: fill(words.description, { account: address ?? name }),
    PayloadDisplayName: address === undefined ? name : `${name} (${address})`,
    ...identity('Configuration', whose, 'profile'),
    PayloadRemovalDisallowed: false,
  });
}

/** IMAP where there is it: with POP3 a telephone would take mail away from the other devices. */
function mailPayload({ address, incoming, outgoing }: Account, name: string, whose: string): PlistValue {
  const [first] = incoming;
  return {
    ...identity('com.apple.mail.managed', whose, 'mail'),
    PayloadDisplayName: name,
    EmailAccountDescription: name,
    EmailAccountType: first.protocol === 'imap' ? 'EmailTypeIMAP' : 'EmailTypePOP',
    ...(address === undefined ? {} : { EmailAddress: address }),
    ...serverKeys('Incoming', first, address),
    ...serverKeys('Outgoing', outgoing[0], address),
    OutgoingPasswordSameAsIncomingPassword: true,
    PreventMove: false,
    PreventAppSheet: false,
  };
}

/** `UseSSL` stands for STARTTLS too: Apple's Mail tells them apart by the port. */
function serverKeys(side: 'Incoming' | 'Outgoing', { host, port, username }: Server, address: string | undefined) {
  const user = usernameFor(username, address);
  return {
    [`${side}MailServerAuthentication`]: 'EmailAuthPassword',
    [`${side}MailServerHostName`]: host,
    [`${side}MailServerPortNumber`]: port,
    [`${side}MailServerUseSSL`]: true,
    ...(user === undefined ? {} : { [`${side}MailServerUsername`]: user }),
  };
}

/** The same account gets the same ids, so that a newer file replaces the older one. */
function identity(type: string, whose: string, part: string) {
  const uuid = uuidOf(`${whose}/${part}`).toUpperCase();
  return { PayloadType: type, PayloadVersion: 1, PayloadUUID: uuid, PayloadIdentifier: `postilion.${part}.${uuid}` };
}
