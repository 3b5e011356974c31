import type { Hono } from 'hono';
import { createWebApp } from '../../../src/adapters/web/app.ts';
import { deliver } from '../../../src/adapters/web/deliver.ts';
import { createHub, type Hub } from '../../../src/adapters/web/hub.ts';
import type { WebContext } from '../../../src/adapters/web/options.ts';
import type { DeliveryResult, OutboxRow } from '../../../src/core/index.ts';
import { createHouse, type House, partsOf } from './house.ts';

export const ORIGIN = 'http://localhost:8080';
export const DESK_TOKEN = 'a-token-of-the-desk-for-tests';

type SiteSettings = Pick<WebContext, 'publicUrl' | 'deskToken' | 'autoconfig'>;

export interface Site {
  app: Hono;
  house: House;
  hub: Hub;
  /** Milliseconds since the epoch, as the page sees it. */
  now: number;
  deliver(row: OutboxRow): Promise<DeliveryResult>;
}

export function createSite(settings: SiteSettings = { deskToken: DESK_TOKEN }): Site {
  const house = createHouse();
  const hub = createHub();
  const site = { house, hub, now: 1_760_000_000_000 };
  const context = {
    ...settings,
    ...partsOf(house),
    host: '127.0.0.1',
    port: 8080,
    defaultLanguage: 'en',
    receive: house.receive,
    hub,
    clock: () => site.now,
    boundPort: () => 8080,
  };
  return Object.assign(site, { app: createWebApp(context), deliver: (row: OutboxRow) => deliver(context, row) });
}

/** A browser with script: keeps cookies, states where it comes from, and wants JSON unless told otherwise. */
export class Browser {
  readonly #app: Hono;
  readonly cookies = new Map<string, string>();
  readonly headers: Record<string, string>;

  constructor(app: Hono, headers: Record<string, string> = {}) {
    this.#app = app;
    this.headers = { host: 'localhost:8080', ...headers };
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#keep(await this.#app.request(path, { headers: { ...this.#sent(), ...headers } }));
  }

  async post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    const sent = { ...this.#sent(), origin: ORIGIN, accept: 'application/json', ...headers };
    const body = new URLSearchParams(fields);
    return this.#keep(await this.#app.request(path, { method: 'POST', body, headers: sent }));
  }

  /** As the page's own script sends a message. */
  async upload(path: string, text: string, files: readonly File[]): Promise<Response> {
    const body = new FormData();
    body.set('text', text);
    for (const file of files) body.append('files', file);
    const headers = { ...this.#sent(), origin: ORIGIN, accept: 'application/json' };
    return this.#keep(await this.#app.request(path, { method: 'POST', body, headers }));
  }

  #sent(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return cookie === '' ? this.headers : { ...this.headers, cookie };
  }

  #keep(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return response;
  }
}

/** The button's value in a page, by its label. */
export function buttonValue(page: string, label: string): string {
  const found = [...page.matchAll(/<button[^>]*value="([^"]*)"[^>]*>([^<]*)</g)].find((match) => match[2] === label);
  if (found?.[1] === undefined) throw new Error(`there is no button "${label}"`);
  return found[1];
}
