import { resolve } from 'node:path';
import { openStore, type StateStore, type StoreOptions } from '../adapters/storage/index.ts';
import type { Config } from './config/index.ts';

/** Where the configured state is. */
export function storeOptions({ stateDir, secretKey, databaseUrl, lease }: Config): StoreOptions {
  return {
    stateDir,
    ...(secretKey && { secretKey: secretKey.reveal() }),
    ...(databaseUrl && { databaseUrl: databaseUrl.reveal() }),
    ...(lease !== undefined && { lease }),
  };
}

/** Throws StoreError or NewerSchemaError. */
export function openConfiguredStore(config: Config): Promise<StateStore> {
  return openStore(storeOptions(config));
}

/** A folder, or a database without user and password: fit to be shown. */
export function stateName({ stateDir, databaseUrl }: Config): string {
  if (!databaseUrl) return resolve(stateDir);
  const { protocol, host, pathname } = new URL(databaseUrl.reveal());
  return `${protocol}//${host}${pathname}`;
}
