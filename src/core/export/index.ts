import type { Provider } from '../model.ts';
import { accountOf, type AccountOf, type ConfigFormat, isOauth2Only, type NoFile } from './account.ts';
import { autoconfigXml, domainsOf } from './autoconfig-xml.ts';
import { mobileconfig } from './mobileconfig.ts';

export type { ConfigFormat, NoFile } from './account.ts';

export const CONFIG_FORMATS: readonly ConfigFormat[] = ['mobileconfig', 'autoconfig'];

/** A file that sets a mail program up; text, not yet signed. */
export interface ConfigFile {
  name: string;
  mime: string;
  content: string;
}

/** The file for a mailbox, or why there is none: a server is never made up. */
export function configFile(
  provider: Provider,
  format: ConfigFormat,
  whose: AccountOf,
  language: string,
): ConfigFile | { no: NoFile } {
  const account = accountOf(provider, whose);
  if (typeof account === 'string') return { no: account };
  if (format === 'mobileconfig') {
    if (isOauth2Only(provider)) return { no: 'oauth2-only' };
    const content = mobileconfig(account, language);
    return { name: `${provider.id}.mobileconfig`, mime: 'application/x-apple-aspen-config', content };
  }
  const content = autoconfigXml(account);
  if (content === undefined) return { no: 'no-servers' };
  return { name: `${domainsOf(account)[0] ?? provider.id}.xml`, mime: 'application/xml', content };
}
