import type { DiscoveredServer, Discovery, Knowledge } from '../../../core/index.ts';
import type { CheckTools } from '../check/talk.ts';
import type { Resolve } from '../dns.ts';
import type { Guard } from '../guard/guard.ts';
import type { Slots } from '../slots.ts';
import type { FetchText } from './https.ts';

export type Via = DiscoveredServer['via'];
export type RungOutcome = NonNullable<Discovery['evidence']>[number]['outcome'];

/** What one rung of the ladder answered. */
export interface Rung {
  via: Via;
  outcome: RungOutcome;
  servers: DiscoveredServer[];
}

export interface DiscoveryTools {
  knowledge: Knowledge;
  guard: Guard;
  resolve: Resolve;
  fetchText: FetchText;
  checks: CheckTools;
  slots: Slots;
}

export function rung(via: Via, servers: DiscoveredServer[], empty: RungOutcome = 'nothing'): Rung {
  return { via, servers, outcome: servers.length > 0 ? 'found' : empty };
}
