import { setTimeout as sleep } from 'node:timers/promises';
import { Routes } from 'discord-api-types/v10';
import type { AdapterLog } from '../../core/index.ts';
import type { DiscordApi } from './api.ts';
import { commandDefinitions } from './commands.ts';
import { faultOf, type Fault } from './faults.ts';
import { inviteUrl } from './invite.ts';
import { isRecord, records, type Json } from './json.ts';

/** Discord leaves out what is false or empty. */
function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
}

/** Everything we want is there, and no list holds more. */
export function covers(actual: unknown, wanted: unknown): boolean {
  if (isUnset(wanted)) return isUnset(actual);
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(actual) &&
      actual.length === wanted.length &&
      wanted.every((one, index) => covers(actual[index], one))
    );
  }
  if (!isRecord(wanted)) return actual === wanted;
  return isRecord(actual) && Object.entries(wanted).every(([key, value]) => covers(actual[key], value));
}

function sameCommands(actual: readonly Json[], wanted: readonly object[]): boolean {
  const named = new Map(actual.map((command) => [`${String(command['type'])} ${String(command['name'])}`, command]));
  return (
    actual.length === wanted.length &&
    wanted.every(
      (command) =>
        'type' in command &&
        'name' in command &&
        covers(named.get(`${String(command.type)} ${String(command.name)}`), command),
    )
  );
}

/** Whether Discord has other commands than ours; localised words count. */
export async function commandsDiffer(api: DiscordApi, application: string): Promise<boolean> {
  const query = { with_localizations: 'true' };
  const actual = await api.call('GET', Routes.applicationCommands(application), { query });
  return !sameCommands(records(actual), commandDefinitions());
}

const WAITS = { first: 30_000, longest: 3_600_000 };

/** Writes the commands only where they differ: Discord counts 200 new ones a day. Resolves with the fault, where one came. */
async function register(api: DiscordApi, application: string, log: AdapterLog): Promise<Fault | undefined> {
  const route = Routes.applicationCommands(application);
  const body = commandDefinitions();
  try {
    if (!(await commandsDiffer(api, application))) return undefined;
    await api.call('PUT', route, { body });
    log.info('discord-commands-registered', { commands: body.length, invite: inviteUrl(application) });
    return undefined;
  } catch (error) {
    return faultOf(error);
  }
}

/** Registers the commands, again and again until Discord takes them. A failure is told, and costs nothing else. */
export async function registerCommands(
  api: DiscordApi,
  application: string,
  log: AdapterLog,
  stopping: AbortSignal,
): Promise<void> {
  for (let wait = WAITS.first; !stopping.aborted; wait = Math.min(wait * 2, WAITS.longest)) {
    const fault = await register(api, application, log);
    if (!fault) return;
    const again = fault.kind === 'retry' ? (fault.afterMs ?? wait) : WAITS.longest;
    log.warn('discord-commands-not-registered', { reason: fault.reason, againMs: again });
    await sleep(again, undefined, { signal: stopping, ref: false }).catch(() => undefined);
  }
}
