import { fill } from '../locales/index.ts';
import type { Action, Block, Provider, Server } from '../model.ts';
import { type Fitting, fittingServers, type Part } from '../providers/index.ts';
import { actions, ask, type Asking, text } from './answer.ts';
import { scopeName } from './scope-name.ts';

/** Sub-topic of a button that shows the servers of all parts. */
export const REGIONS = 'regions';
/** Names and buttons of other parts; the rest is behind one button. */
const NAMED = 4;

/** Those of the asker's region or address, where the provider has several sets. */
export function fitting(servers: readonly Server[], { slots, text: words, topic }: Asking): Fitting {
  if (topic === REGIONS) return { servers: [...servers], others: [], folded: false };
  const { domain, hosts } = slots;
  return fittingServers(servers, { words, ...(domain !== undefined && { domain }), ...(hosts && { hosts }) });
}

/** For whom the servers above are, and for whom there are others. */
export function otherParts({ servers, others, folded }: Fitting, asking: Asking): Block[] {
  if (!folded) return [];
  const { parts } = asking.texts.facts;
  const own = servers[0]?.scope === undefined ? endings(servers[0]?.domains ?? []) : '';
  const names = others.slice(0, NAMED).map((part) => partName(part, asking));
  const more = others.length > NAMED ? ['…'] : [];
  const lines = [
    own === '' || asking.slots.domain !== undefined ? undefined : fill(parts.own, { own }),
    names.length > 0 ? fill(parts.others, { names: [...names, ...more].join(' · ') }) : undefined,
  ].filter((line) => line !== undefined);
  return lines.length > 0 ? [text(lines.join(' '))] : [];
}

/** A button for each other ending of the address, or one for all regions. */
export function otherPartsButtons({ id }: Provider, { others, folded }: Fitting, asking: Asking): Block[] {
  if (!folded) return [];
  const known = { ...asking.slots, provider: id };
  const endings = others.slice(0, NAMED).flatMap((part): Action[] => {
    const [domain] = 'domains' in part ? part.domains : [];
    return domain === undefined ? [] : [ask(`@${domain}`, 'provider-settings', { ...known, domain })];
  });
  return actions(...endings, ask(asking.texts.facts.parts.all, 'provider-settings', known, REGIONS));
}

function partName(part: Part, asking: Asking): string {
  if ('scope' in part) return scopeName(part.scope, asking);
  if ('general' in part) return asking.texts.facts.parts.general;
  const [first = '', ...more] = part.domains;
  return more.length > 0 ? `${first} …` : first;
}

/** So many endings as fit in a line. */
function endings(domains: readonly string[]): string {
  const more = domains.length > NAMED ? ['…'] : [];
  return [...domains.slice(0, NAMED), ...more].join(' · ');
}
