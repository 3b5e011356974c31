import type { ConversationState, Provider } from '../model.ts';
import type { Extraction } from './slots/index.ts';
import { protocolOfHost } from './slots/technical.ts';

const APPLE_PHONE =
  /^(?:an? |my |the |it['’]?s (?:an? )?|is |用|是|我的?)*(?:apple|苹果|ios)(?:手机)?(?:的|呀|啊)?[.!。]*$/;

/** What a name means as the answer to what we just asked: of "Apple" a phone, of a long name a mailbox's domain. */
export function asAnswered(extraction: Extraction, text: string, { asked }: ConversationState): Extraction {
  if (asked === 'platform' && APPLE_PHONE.test(text)) return asPhone(extraction);
  return asked === 'provider' || asked === 'domain' ? asDomain(extraction, text) : extraction;
}

function asPhone({ slots, ...rest }: Extraction): Extraction {
  const { provider: _, ...others } = slots;
  return { ...rest, providers: [], slots: { ...others, client: 'iphone', platform: 'ios' } };
}

/** "mail.school.example" may be a server; any other unknown name is the part after the @. */
function asDomain(extraction: Extraction, text: string): Extraction {
  const { hosts, ...slots } = extraction.slots;
  const [host, ...others] = hosts ?? [];
  const alone = host !== undefined && others.length === 0 && text.replace('@', '').trim() === host;
  const known = (slots.provider ?? slots.domain ?? (host && protocolOfHost(host))) !== undefined;
  if (!alone || known || host.startsWith('mail.')) return extraction;
  return {
    ...extraction,
    slots: { ...slots, domain: host },
    typed: extraction.typed.replace(/<host:other>/, '<domain>'),
  };
}

/** ".net", said alone, not after a "not". */
const ENDING = /(?<!\bnot )(?<!\bnot the )(?<![\p{L}\p{N}@._-])\.([a-z]{2,4})(?![\p{L}\p{N}.])/u;

/** "It's the .net one" says which of the provider's domains the address is in. */
export function withEnding(extraction: Extraction, text: string, provider: Provider | undefined): Extraction {
  const { slots } = extraction;
  const ending = ENDING.exec(text)?.[1];
  if (!provider || ending === undefined || (slots.domain ?? slots.email ?? slots.hosts) !== undefined)
    return extraction;
  const [domain] = provider.domains.filter((name) => name.endsWith(`.${ending}`)).sort((a, b) => a.length - b.length);
  return domain === undefined ? extraction : { ...extraction, slots: { ...slots, provider: provider.id, domain } };
}
