import type { Block, DeskIntent, FormName, Intent, Ticket, TicketEvent } from '../../core/index.ts';

/** What the buttons of a ticket's page stand for. */
const ACTS = {
  claim: (ticket) => ({ name: 'claim-ticket', ticket }),
  release: (ticket) => ({ name: 'release-ticket', ticket }),
  wake: (ticket) => ({ name: 'wake-ticket', ticket }),
  resolve: (ticket) => ({ name: 'resolve-ticket', ticket }),
  close: (ticket) => ({ name: 'close-ticket', ticket }),
  reopen: (ticket) => ({ name: 'reopen-ticket', ticket }),
  'direct-on': (ticket) => ({ name: 'direct-relay', ticket, on: true }),
  'direct-off': (ticket) => ({ name: 'direct-relay', ticket, on: false }),
  block: (ticket) => ({ name: 'block-asker', ticket, on: true }),
  unblock: (ticket) => ({ name: 'block-asker', ticket, on: false }),
} as const satisfies Record<string, (ticket: string) => DeskIntent>;

export type ActName = keyof typeof ACTS;
export const ACT_NAMES = Object.keys(ACTS) as [ActName, ...ActName[]];

export function intentOfAct(act: ActName, ticket: string): DeskIntent {
  return ACTS[act](ticket);
}

/** Forms that a ticket's page leads to, in the order of their links. */
export const PAGE_FORMS = ['note', 'canned', 'snooze', 'hand-over'] as const satisfies readonly FormName[];

/** What can be done with a ticket as it stands; the first one is the likeliest. */
export function actsFor({ state, agent, direct }: Ticket, blocked: boolean): ActName[] {
  const bar: ActName = blocked ? 'unblock' : 'block';
  if (state === 'resolved') return ['reopen', 'close', bar];
  if (state === 'closed') return ['reopen', bar];
  const own: ActName[] = agent ? ['release', direct ? 'direct-off' : 'direct-on'] : ['claim'];
  return [...(state === 'snoozed' ? (['wake'] as const) : []), ...own, 'resolve', bar, 'close'];
}

/** What stands in the head of the ticket's page is no button below its messages too. */
const IN_THE_HEAD: ReadonlySet<Intent['name']> = new Set([
  'claim-ticket',
  'release-ticket',
  'wake-ticket',
  'resolve-ticket',
  'close-ticket',
  'reopen-ticket',
  'direct-relay',
  'block-asker',
  'ticket-form',
]);

/** What of the buttons below a ticket's messages is still of use. */
export function usefulBlocks(blocks: readonly Block[], events: readonly TicketEvent[]): Block[] {
  const settled = new Set(events.flatMap(({ kind, draft }) => (kind === 'draft-changed' ? [] : [draft])));
  return blocks.flatMap((block): Block[] => {
    if (block.kind !== 'actions') return [block];
    const actions = block.actions.filter(({ intent }) => {
      if ('draft' in intent) return !settled.has(intent.draft);
      return !IN_THE_HEAD.has(intent.name);
    });
    return actions.length > 0 ? [{ ...block, actions }] : [];
  });
}
