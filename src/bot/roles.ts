import type { ChatAdapterName } from './chat-adapters.ts';

/**
 * How processes share the work: `ingress` hears the chat platforms, `worker` answers and delivers, `web` serves the
 * page; `all` does everything.
 */
export const ROLES = ['all', 'ingress', 'worker', 'web'] as const;

export type Role = (typeof ROLES)[number];

/** What one process has to do with one chat platform. */
export interface Part {
  hears: boolean;
  delivers: boolean;
}

/** The page must be told of what is delivered to it, and the terminal is where its process is. */
export function partOf(role: Role, adapter: ChatAdapterName): Part {
  if (role === 'all') return { hears: true, delivers: true };
  if (adapter === 'web' || adapter === 'terminal') {
    const here = role === 'web' && adapter === 'web';
    return { hears: here, delivers: here };
  }
  return { hears: role === 'ingress', delivers: role === 'worker' };
}

/** Whether it answers, checks and keeps the time. */
export function works(role: Role): boolean {
  return role === 'all' || role === 'worker';
}
