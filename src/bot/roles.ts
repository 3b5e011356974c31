/**
 * How processes share the work: `ingress` hears the chat platforms, `worker` answers and delivers, `web` serves the
 * page; `all` does everything.
 */
export const ROLES = ['all', 'ingress', 'worker', 'web'] as const;

export type Role = (typeof ROLES)[number];
