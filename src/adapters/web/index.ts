import type { ChatAdapter, Receive } from '../../core/index.ts';
import { createWebApp } from './app.ts';
import { deliver } from './deliver.ts';
import { isLoopback } from './guard.ts';
import { createHub } from './hub.ts';
import type { WebAdapterOptions } from './options.ts';
import { DESK } from './places.ts';
import { fetchUpload } from './uploads.ts';
import { listen, type RunningServer } from './server.ts';

export type { WebAdapterOptions } from './options.ts';

export interface WebAdapter extends ChatAdapter {
  /** Where people open the page; known once it listens. */
  url(): string | undefined;
}

/** A chat page for visitors and, behind a token, a desk for agents. Everything it shows is the store's. */
export function createWebAdapter(options: WebAdapterOptions): WebAdapter {
  if (!isLoopback(options.host) && options.publicUrl === undefined) {
    throw new Error(`The web page can be bound to ${options.host} only when its public URL is set.`);
  }
  const hub = createHub();
  let running: RunningServer | undefined;
  options.hear?.((topic) => {
    if (topic === 'outbox') hub.publishAll();
  });

  function url(): string | undefined {
    return running && (options.publicUrl ?? `http://localhost:${running.port}`);
  }

  async function start(receive: Receive): Promise<void> {
    const boundPort = () => running?.port ?? options.port;
    const app = createWebApp({ ...options, receive, hub, clock: Date.now, boundPort });
    running = await listen(app, options.host, options.port);
    options.log.info('web-listening', { url: url() ?? '', desk: options.deskToken !== undefined });
  }

  async function stop(): Promise<void> {
    hub.close();
    await running?.close();
    running = undefined;
  }

  return {
    name: 'web',
    ...(options.deskToken !== undefined && { desk: DESK }),
    start,
    deliver: (row) => deliver({ ...options, hub }, row),
    fetchFile: (file) => fetchUpload(options, file),
    stop,
    health: () => ({ connected: running !== undefined, detail: url() ?? 'not listening' }),
    url,
  };
}
