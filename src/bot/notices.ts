import { resolve } from 'node:path';
import { StoreError, fill, texts } from '../core/index.ts';
import { MovedError, NewerSchemaError } from '../adapters/storage/index.ts';
import type { ChatAdapterName } from './chat-adapters.ts';
import type { Config } from './config/index.ts';
import { describeFault } from './config/index.ts';
import { DeskFaults } from './desk/index.ts';
import type { Role } from './roles.ts';
import { stateName } from './state.ts';

/** What the operator reads at the start, one line each. */
export interface Notices {
  building(): void;
  keptKnowledge(): void;
  role(role: Role): void;
  on(name: ChatAdapterName, health: { connected: boolean; detail: string }): void;
  off(name: ChatAdapterName): void;
  desk(): void;
  logAt(path: string): void;
}

export function createNotices(config: Config, say: (line: string) => void): Notices {
  const { start, names, howTo } = texts(config.defaultLocale).cli;
  return {
    building: () => say(start.building),
    keptKnowledge: () => say(start.keptKnowledge),
    role: (role) => say(fill(start.role, { role })),
    on(name, health) {
      const detail = health.connected ? health.detail : start.connecting;
      say(fill(start.on, { name: names[name], detail: detailOf(name, detail, start) }));
    },
    off: (name) => say(fill(start.off, { name: names[name], how: howTo[name] })),
    desk() {
      const where = config.deskFile ?? (config.desk && names[config.desk]);
      say(where ? fill(start.desk, { where }) : fill(start.off, { name: names.desk, how: howTo.desk }));
    },
    logAt: (path) => say(fill(start.logAt, { path })),
  };
}

function detailOf(name: ChatAdapterName, detail: string, start: { webAt: string; terminalAt: string }): string {
  if (name === 'terminal') return start.terminalAt;
  return name === 'web' && URL.canParse(detail) ? fill(start.webAt, { url: detail }) : detail;
}

/** Why it cannot start, and what to do; never a stack trace. */
export function describeStartFault(error: unknown, config: Config): string {
  const { start } = texts(config.defaultLocale).cli;
  // Only a file is ever marked so, also for a command that has a database to move it to.
  if (error instanceof MovedError) return fill(start.movedState, { path: resolve(config.stateDir) });
  if (error instanceof NewerSchemaError) return fill(start.newerState, { path: stateName(config) });
  if (error instanceof StoreError) return fill(start.storeRefused[error.code], { path: stateName(config) });
  if (error instanceof DeskFaults)
    return error.faults.map((fault) => describeFault(fault, config.defaultLocale)).join('\n');
  return error instanceof Error && error.name === 'DataError' ? start.noKnowledge : start.failed;
}
