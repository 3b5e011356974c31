import type { Server } from 'node:http';
import { HTTPReceiver } from '@slack/bolt';
import type { AdapterLog } from '../../core/index.ts';
import { libraryLogger } from './client.ts';
import type { EventDoor } from './receiver.ts';
import { asApp, type Transport } from './transport.ts';

export interface HttpOptions {
  signingSecret: string;
  /** 0 takes any free port. */
  port: number;
  door: EventDoor;
  log: AdapterLog;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Signed requests at `/slack/events`; 503 for what could not be stored, so that Slack sends it again. */
export function createHttpTransport({ signingSecret, port, door, log }: HttpOptions): Transport {
  let listening: number | undefined;
  const receiver = new HTTPReceiver({
    signingSecret,
    port,
    logger: libraryLogger(log),
    unhandledRequestHandler: ({ response }) => {
      log.warn('slack-answered-late');
      if (!response.headersSent) response.writeHead(503).end();
    },
    processEventErrorHandler: ({ error, response }) => {
      log.warn('slack-not-acknowledged', { reason: error.name });
      if (!response.headersSent) response.writeHead(503).end();
      return Promise.resolve(true);
    },
  });
  receiver.init(asApp(door));
  return {
    start: async () => {
      listening = portOf(await receiver.start(port));
      log.info('slack-listening', { port: listening });
    },
    stop: async () => {
      if (listening === undefined) return;
      listening = undefined;
      await receiver.stop();
    },
    health: () => ({
      connected: listening !== undefined,
      detail: listening === undefined ? 'HTTP, not listening' : `HTTP, port ${listening}`,
    }),
  };
}
