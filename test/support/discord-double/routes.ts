import type { Double } from './double.ts';
import type { Json } from './json.ts';
import type { Upload } from './messages.ts';
import { APPLICATION_ROUTES } from './routes-application.ts';
import { CHANNEL_ROUTES } from './routes-channels.ts';
import { FILE_ROUTES } from './routes-files.ts';
import { GUILD_ROUTES } from './routes-guilds.ts';
import { REACTION_ROUTES } from './routes-reactions.ts';
import { INTERACTION_ROUTES } from './routes-interactions.ts';

export interface Request {
  body: Json;
  /** Where the body is a list. */
  list: Json[];
  files: Upload[];
  query: URLSearchParams;
}

export interface Route {
  method: string;
  /** `/channels/:channel/messages` */
  path: string;
  /** Carries a token of its own. */
  open?: true;
  run(double: Double, params: Record<string, string>, request: Request): unknown;
}

const ROUTES: readonly Route[] = [
  ...APPLICATION_ROUTES,
  ...GUILD_ROUTES,
  ...CHANNEL_ROUTES,
  ...REACTION_ROUTES,
  ...FILE_ROUTES,
  ...INTERACTION_ROUTES,
];

export interface Found {
  route: Route;
  params: Record<string, string>;
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const parts = path.split('/');
  if (wanted.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const actual = decodeURIComponent(parts[index] ?? '');
    if (part.startsWith(':')) params[part.slice(1)] = actual;
    else if (part !== actual) return undefined;
  }
  return params;
}

export function findRoute(method: string, path: string): Found | undefined {
  for (const route of ROUTES) {
    const params = route.method === method ? match(route.path, path) : undefined;
    if (params) return { route, params };
  }
  return undefined;
}
