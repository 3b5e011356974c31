import { afterAll, beforeAll } from 'vitest';
import { PATIENCE_MS, PostgresServer } from './postgres-server.ts';

export { missingPostgres, PostgresServer } from './postgres-server.ts';

/** A server for all tests of this file. To be called where tests are described. */
export function sharedPostgres(): () => PostgresServer {
  let server: PostgresServer | undefined;
  beforeAll(async () => {
    server = new PostgresServer();
    await server.start();
  }, PATIENCE_MS);
  afterAll(() => server?.remove(), PATIENCE_MS);
  return () => {
    if (!server) throw new Error('PostgreSQL is there only while tests run');
    return server;
  };
}
