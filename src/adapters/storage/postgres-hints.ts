import { Client } from 'pg';
import type { HintTopic } from '../../core/index.ts';
import type { Hints } from './backend.ts';

const CHANNEL = 'postilion';
const TOPICS: ReadonlySet<string> = new Set<HintTopic>(['inbox', 'outbox', 'jobs']);
/** Until a lost connection is tried again, ms. Meanwhile everybody polls. */
const RECONNECT = 2000;

/** LISTEN and NOTIFY on a connection of their own; what happens together is told once. */
export function postgresHints(url: string): Hints & { close(): Promise<void> } {
  const hearers: ((topic: HintTopic) => void)[] = [];
  const waiting = new Set<HintTopic>();
  let connection: Client | undefined;
  let sending = false;
  let begun = false;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  function begin(): void {
    if (begun) return;
    begun = true;
    void connect();
  }

  async function connect(): Promise<void> {
    const client = new Client({ connectionString: url, application_name: 'postilion', keepAlive: true });
    client.on('notification', ({ payload = '' }) => hear(payload));
    client.on('error', () => undefined);
    client.on('end', () => lost(client));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      if (closed) return await client.end();
      connection = client;
    } catch {
      void client.end().catch(() => undefined);
      lost(client);
    }
  }

  function lost(client: Client): void {
    if (connection === client) connection = undefined;
    if (!closed) retry ??= setTimeout(reconnect, RECONNECT);
  }

  function reconnect(): void {
    retry = undefined;
    void connect();
  }

  function hear(payload: string): void {
    for (const topic of payload.split(' ')) {
      if (TOPICS.has(topic)) for (const hearer of hearers) hearer(topic as HintTopic);
    }
  }

  async function sendAll(client: Client): Promise<void> {
    sending = true;
    try {
      while (waiting.size > 0) {
        const topics = [...waiting].join(' ');
        waiting.clear();
        await client.query('select pg_notify($1, $2)', [CHANNEL, topics]);
      }
    } catch {
      waiting.clear();
    }
    sending = false;
  }

  return {
    send(topic) {
      begin();
      if (!connection) return;
      waiting.add(topic);
      if (!sending) void sendAll(connection);
    },
    listen(hearer) {
      hearers.push(hearer);
      begin();
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await connection?.end().catch(() => undefined);
    },
  };
}
