import { REST, type RequestData, RequestMethod } from '@discordjs/rest';
import { createBudget, type Budget } from './budget.ts';
import { multipart } from './multipart.ts';
import type { Attachment } from './render.ts';

const DEFAULT_URL = 'https://discord.com/api';
const TIMEOUT = 15_000;

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Call {
  body?: unknown;
  query?: Record<string, string>;
  files?: readonly Attachment[];
  /** For routes that carry a token of their own. */
  withoutToken?: boolean;
}

/** Requests without retries or waiting: whoever sends decides when to try again. Rejects with what `faultOf` reads. */
export interface DiscordApi {
  call(method: Method, route: `/${string}`, call?: Call): Promise<unknown>;
}

/** As JSON, or with files as a form of which the JSON is one part. */
function payload({ body, files = [] }: Call): Pick<RequestData, 'body' | 'passThroughBody' | 'headers'> {
  if (files.length === 0) return { body };
  const parts = files.map(({ name, mime, content }) => ({ name, mime, bytes: Buffer.from(content) }));
  const form = multipart(body, parts);
  return { body: form.body, passThroughBody: true, headers: { 'Content-Type': form.type } };
}

/** For the gateway's own look-ups, which may wait and retry. */
export function gatewayRest(token: string, apiUrl: string | undefined): REST {
  return new REST({ api: apiUrl ?? DEFAULT_URL, version: '10', timeout: TIMEOUT }).setToken(token);
}

const METHODS: Record<Method, RequestMethod> = {
  GET: RequestMethod.Get,
  POST: RequestMethod.Post,
  PUT: RequestMethod.Put,
  PATCH: RequestMethod.Patch,
  DELETE: RequestMethod.Delete,
};

/** A clock that is put back by less than this (ms) is only made more exact. */
const PUT_BACK = 1_000;

/** The client notes by our clock until when a limit holds: one that is put back would make it last for as long again. */
function whileClockIsRight(create: () => REST): () => REST {
  let rest = create();
  let latest = Date.now();
  return () => {
    const now = Date.now();
    if (now < latest - PUT_BACK) rest = create();
    latest = now;
    return rest;
  };
}

export function createApi(token: string, apiUrl: string | undefined, budget: Budget = createBudget()): DiscordApi {
  const current = whileClockIsRight(() => {
    const rest = new REST({
      api: apiUrl ?? DEFAULT_URL,
      version: '10',
      timeout: TIMEOUT,
      retries: 0,
      rejectOnRateLimit: () => true,
    });
    rest.on('response', (_, response) => budget.count(response.status, response.headers.get('X-RateLimit-Scope')));
    return rest;
  });

  return {
    async call(method, route, call = {}) {
      const { query, withoutToken } = call;
      budget.check();
      const rest = current();
      // One refusal makes the client forget its token; ours may be mended on Discord's side.
      rest.setToken(token);
      return rest.request({
        method: METHODS[method],
        fullRoute: route,
        ...payload(call),
        ...(query && { query: new URLSearchParams(query) }),
        ...(withoutToken === true && { auth: false }),
      });
    },
  };
}
