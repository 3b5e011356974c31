import { join } from 'node:path';
import type { CannedReply, DeskSettings, Settings } from '../../core/index.ts';
import type { Config } from '../config/index.ts';
import type { ConfigFault } from '../config/faults.ts';
import type { Resolve } from './settings.ts';

/** What the core is told of queues, hours and ready-made replies. */
export type DeskPart = Pick<Settings, 'service' | 'canned'>;

/** The desk's file or the replies' folder have faults, one line each. */
export class DeskFaults extends Error {
  readonly faults: readonly ConfigFault[];
  constructor(faults: readonly ConfigFault[]) {
    super('the desk is not set up rightly');
    this.name = 'DeskFaults';
    this.faults = faults;
  }
}

/** Reads what is there; throws DeskFaults. Nothing is loaded where there is no desk. */
export async function loadDesk(config: Config, resolve: Resolve): Promise<(now: number) => DeskPart> {
  const { desk, deskFile, repliesDir, dataDir } = config;
  if (desk === undefined && deskFile === undefined) return () => ({});
  const { readCanned, readDeskFile } = await import('./read.ts');
  const shipped = readCanned('data/replies', join(dataDir, 'replies'));
  const own = repliesDir === undefined ? undefined : readCanned('POSTILION_REPLIES', repliesDir);
  const file = deskFile === undefined ? undefined : readDeskFile(deskFile);
  const faults = [own, file].flatMap((read) => (read?.ok === false ? read.faults : []));
  if (faults.length > 0) throw new DeskFaults(faults);
  const canned = merged(shipped.ok ? shipped.value : [], own?.ok ? own.value : []);
  if (!file?.ok) return () => ({ canned });
  const { createDeskSettings } = await import('./settings.ts');
  const service: (now: number) => DeskSettings = createDeskSettings(file.value, canned, resolve);
  return (now) => ({ service: service(now) });
}

/** An operator's reply takes the place of one of ours with the same id. */
function merged(shipped: readonly CannedReply[], own: readonly CannedReply[]): CannedReply[] {
  const ids = new Set(own.map(({ id }) => id));
  return [...own, ...shipped.filter(({ id }) => !ids.has(id))];
}
