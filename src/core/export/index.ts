import type { ConfigFormat, Provider } from '../model.ts';
import type { Knowledge } from '../ports.ts';
import { accountOf, type AccountOf, domainOf, isOauth2Only, type NoFile } from './account.ts';
import { autoconfigXml, domainsOf } from './autoconfig-xml.ts';
import { mobileconfig } from './mobileconfig.ts';

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

/** What a mail program that asks for an address's settings is told; undefined for a domain that is not known. */
export function autoconfigFor(knowledge: Pick<Knowledge, 'providerByDomain'>, address: string): string | undefined {
  const domain = domainOf(address);
  const provider = domain === undefined ? undefined : knowledge.providerByDomain(domain)?.provider;
  const file = provider && configFile(provider, 'autoconfig', { domain: domain ?? '' }, 'en');
  return file === undefined || 'no' in file ? undefined : file.content;
}
