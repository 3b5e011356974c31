import { Routes } from 'discord-api-types/v10';
import type { DiscordApi } from './api.ts';
import { id, record } from './json.ts';

/** Who we are on Discord. */
export interface Identity {
  application: string;
  user: string;
}

/** Asks Discord; rejects when it does not answer. */
export async function askIdentity(api: DiscordApi, application: string | undefined): Promise<Identity> {
  const user = id(record(await api.call('GET', Routes.user()))['id']);
  const own = application ?? id(record(await api.call('GET', Routes.currentApplication()))['id']);
  if (user === undefined || own === undefined) throw new Error('Discord did not say who we are');
  return { user, application: own };
}
