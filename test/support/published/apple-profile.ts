import type { PlistRead } from './plist-reader.ts';

type Kind = 'string' | 'integer' | 'boolean' | 'array' | readonly string[];
type Keys = Readonly<Record<string, { kind: Kind; needed?: true }>>;

const PAYLOAD: Keys = {
  PayloadType: { kind: 'string', needed: true },
  PayloadVersion: { kind: 'integer', needed: true },
  PayloadIdentifier: { kind: 'string', needed: true },
  PayloadUUID: { kind: 'string', needed: true },
  PayloadDisplayName: { kind: 'string' },
  PayloadDescription: { kind: 'string' },
  PayloadOrganization: { kind: 'string' },
};

/** https://developer.apple.com/documentation/devicemanagement/toplevel */
const TOP_LEVEL: Keys = {
  ...PAYLOAD,
  PayloadContent: { kind: 'array', needed: true },
  PayloadRemovalDisallowed: { kind: 'boolean' },
  PayloadScope: { kind: ['System', 'User'] },
};

const AUTHENTICATION = ['EmailAuthNone', 'EmailAuthPassword', 'EmailAuthCRAMMD5', 'EmailAuthNTLM', 'EmailAuthHTTPMD5'];

/** https://developer.apple.com/documentation/devicemanagement/mail */
const MAIL: Keys = {
  ...PAYLOAD,
  EmailAccountDescription: { kind: 'string' },
  EmailAccountName: { kind: 'string' },
  EmailAccountType: { kind: ['EmailTypeIMAP', 'EmailTypePOP'], needed: true },
  EmailAddress: { kind: 'string' },
  IncomingMailServerAuthentication: { kind: AUTHENTICATION, needed: true },
  IncomingMailServerHostName: { kind: 'string', needed: true },
  IncomingMailServerPortNumber: { kind: 'integer' },
  IncomingMailServerUseSSL: { kind: 'boolean' },
  IncomingMailServerUsername: { kind: 'string' },
  IncomingMailServerIMAPPathPrefix: { kind: 'string' },
  OutgoingMailServerAuthentication: { kind: AUTHENTICATION, needed: true },
  OutgoingMailServerHostName: { kind: 'string', needed: true },
  OutgoingMailServerPortNumber: { kind: 'integer' },
  OutgoingMailServerUseSSL: { kind: 'boolean' },
  OutgoingMailServerUsername: { kind: 'string' },
  OutgoingPasswordSameAsIncomingPassword: { kind: 'boolean' },
  PreventMove: { kind: 'boolean' },
  PreventAppSheet: { kind: 'boolean' },
  SMIMEEnabled: { kind: 'boolean' },
};

const UUID = /^"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}"$/;

/** What in a configuration profile is not as Apple publishes it. Keys that would hold a password are no keys here. */
export function profileFaults(profile: PlistRead): string[] {
  const content = isDict(profile) && Array.isArray(profile['PayloadContent']) ? profile['PayloadContent'] : [];
  return [
    ...faults(profile, TOP_LEVEL, 'Configuration'),
    ...(content.length === 1 ? [] : ['one payload is wanted']),
    ...content.flatMap((payload) => faults(payload, MAIL, 'com.apple.mail.managed')),
  ];
}

function faults(dict: PlistRead, keys: Keys, type: string): string[] {
  if (!isDict(dict)) return [`${type} is no dict`];
  return [
    ...Object.entries(dict).flatMap(([key, value]) => (fits(value, keys[key]?.kind) ? [] : [`${type}: ${key}`])),
    ...Object.keys(keys).flatMap((key) => (keys[key]?.needed && !(key in dict) ? [`${type}: no ${key}`] : [])),
    ...(dict['PayloadType'] === type ? [] : [`not the type ${type}`]),
    ...(dict['PayloadVersion'] === 1 ? [] : ['not version 1']),
    ...(UUID.test(JSON.stringify(dict['PayloadUUID'] ?? '')) ? [] : ['not a UUID']),
  ];
}

function fits(value: PlistRead, kind: Kind | undefined): boolean {
  if (kind === undefined) return false;
  if (typeof kind !== 'string') return typeof value === 'string' && kind.includes(value);
  if (kind === 'array') return Array.isArray(value);
  return kind === 'integer' ? Number.isInteger(value) : typeof value === kind;
}

function isDict(value: PlistRead): value is Record<string, PlistRead> {
  return typeof value === 'object' && !Array.isArray(value);
}
