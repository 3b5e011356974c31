import {
  type CannedReply,
  DESK_DEFAULTS,
  type DeskSettings,
  LADDER,
  type PersonId,
  type PlaceId,
  type Queue,
  type Schedule,
} from '../../core/index.ts';
import { scheduleAround } from './schedule.ts';
import type { DeskFile } from './schema.ts';

const MEGABYTE = 1024 * 1024;
/** Schedules are worked out anew after so long, ms. */
const FRESH = 3_600_000;

/** What a platform calls a channel or a person of the file: Slack's ids need their team. */
export type Resolve = (scoped: string) => string;

/** The file as the core wants it, with the schedules of now. */
export function createDeskSettings(
  file: DeskFile,
  canned: readonly CannedReply[],
  resolve: Resolve,
): (now: number) => DeskSettings {
  let schedules = new Map<string, Schedule>();
  let until = 0;

  return (now) => {
    if (now >= until) {
      schedules = new Map(Object.entries(file.hours).map(([name, hours]) => [name, scheduleAround(hours, now)]));
      until = now + FRESH;
    }
    return settingsFrom(file, canned, schedules, resolve);
  };
}

function settingsFrom(
  file: DeskFile,
  canned: readonly CannedReply[],
  schedules: ReadonlyMap<string, Schedule>,
  resolve: Resolve,
): DeskSettings {
  const { files, prefixes, ticketsPerDay, team, show } = file;
  const hoursOf = (name: string | undefined) => {
    const hours = name === undefined ? undefined : schedules.get(name);
    return hours && { hours };
  };
  return {
    ...DESK_DEFAULTS,
    canned,
    shownName: show,
    queues: file.queues.map((queue) => ({ ...queueFrom(queue, resolve), ...hoursOf(queue.hours) })),
    agents: file.agents.map(({ person, shownAs, languages, hours }) => ({
      person: resolve(person) as PersonId,
      languages,
      ...(shownAs !== undefined && { shownAs }),
      ...hoursOf(hours),
    })),
    files: {
      maxBytes: files.maxMegabytes === undefined ? DESK_DEFAULTS.files.maxBytes : files.maxMegabytes * MEGABYTE,
      types: files.types ?? DESK_DEFAULTS.files.types,
    },
    ...(team !== undefined && { teamName: team }),
    ...(prefixes && { sendPrefix: prefixes.send, notePrefix: prefixes.note }),
    ...(ticketsPerDay !== undefined && { ticketsPerDay }),
  };
}

function queueFrom(
  { id, name = {}, desk, languages, intents, providers, firstReply, nextReply, escalation }: DeskFile['queues'][number],
  resolve: Resolve,
): Queue {
  return {
    id,
    names: name,
    desk: resolve(desk) as PlaceId,
    languages,
    intents,
    providers,
    escalation:
      escalation?.map(({ after, place, people }) => ({
        after,
        people: people.map((one) => resolve(one) as PersonId),
        ...(place !== undefined && { place: resolve(place) as PlaceId }),
      })) ?? LADDER,
    ...(firstReply !== undefined && { firstReply }),
    ...(nextReply !== undefined && { nextReply }),
  };
}
