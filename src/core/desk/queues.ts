import type { AgentProfile, DeskSettings, PersonId, PlaceId, Queue, Settings, Ticket } from '../model.ts';

const MiB = 1024 * 1024;

/** What holds where the operator says nothing else. */
export const DESK_DEFAULTS: Omit<DeskSettings, 'queues'> = {
  canned: [],
  agents: [],
  shownName: 'real',
  sendPrefix: '>>',
  notePrefix: '//',
  files: {
    maxBytes: 10 * MiB,
    types: ['image/*', 'audio/*', 'text/plain', 'text/csv', 'text/html', 'application/pdf', 'message/rfc822'],
  },
  ticketsPerDay: 10,
};

/** The desk's settings: with nothing but a place for tickets, one queue that is always open. */
export function serviceOf({ service, desk, agentAlias, canned = [] }: Settings): DeskSettings {
  if (service) return service;
  const queues = desk === undefined ? [] : [queueAt(desk)];
  return {
    ...DESK_DEFAULTS,
    canned,
    queues,
    ...(agentAlias !== undefined && { shownName: 'team', teamName: agentAlias }),
  };
}

function queueAt(desk: PlaceId): Queue {
  return { id: 'default', names: {}, desk, languages: [], intents: [], providers: [], escalation: LADDER };
}

const MINUTE = 60_000;

/** Where nobody says who else is to be told, the desk itself is, again. */
export const LADDER: Queue['escalation'] = [
  { after: 15 * MINUTE, people: [] },
  { after: 60 * MINUTE, people: [] },
  { after: 240 * MINUTE, people: [] },
];

/** The first queue whose conditions all hold; the first of all takes what fits none. */
export function queueFor(
  settings: Settings,
  of: { language: string; intent?: string; provider?: string },
): Queue | undefined {
  const { queues } = serviceOf(settings);
  const fits = (allowed: readonly string[], value: string | undefined) =>
    allowed.length === 0 || (value !== undefined && allowed.includes(value));
  const special = queues.find(
    ({ languages, intents, providers }) =>
      languages.length + intents.length + providers.length > 0 &&
      fits(languages, of.language) &&
      fits(intents, of.intent) &&
      fits(providers, of.provider),
  );
  return special ?? queues[0];
}

/** A ticket's queue; the first one where its own was taken out of the settings. */
export function queueOf(settings: Settings, { queue }: Pick<Ticket, 'queue'>): Queue | undefined {
  const { queues } = serviceOf(settings);
  return queues.find(({ id }) => id === queue) ?? queues[0];
}

export function queueName(queue: Pick<Queue, 'id' | 'names'>, language: string): string {
  return queue.names[language] ?? queue.names['en'] ?? queue.id;
}

export function profileOf(settings: Settings, person: PersonId): AgentProfile | undefined {
  return serviceOf(settings).agents.find((one) => one.person === person);
}
