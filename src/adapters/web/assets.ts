import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shortHash } from './places.ts';

interface Asset {
  type: string;
  content: string;
  /** Address with the content's hash in it, so that browsers may keep it for good. */
  url: string;
}

const CSS = 'text/css; charset=utf-8';

/** Every asset there is; nothing else in the folder is ever served. Style sheets apply in this order. */
const TYPES = {
  'base.css': CSS,
  'chat.css': CSS,
  'blocks.css': CSS,
  'composer.css': CSS,
  'desk.css': CSS,
  'page.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;
type AssetName = keyof typeof TYPES;

const FOLDER = join('src', 'adapters', 'web', 'assets');

/** The build copies no style sheets: it finds them in the sources, at the top of the package that it lies in. */
function assetFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, FOLDER))) folder = dirname(folder);
  return join(folder, FOLDER);
}

function load(name: AssetName): Asset {
  const content = readFileSync(join(assetFolder(), name), 'utf8');
  return { type: TYPES[name], content, url: `/assets/${shortHash(content)}/${name}` };
}

/** Read once, when the web adapter is first imported. */
const ASSETS = new Map((Object.keys(TYPES) as AssetName[]).map((name) => [name as string, load(name)]));

export function assetUrl(name: AssetName): string {
  return ASSETS.get(name)?.url ?? '';
}

export function findAsset(name: string): Asset | undefined {
  return ASSETS.get(name);
}

export const STYLE_SHEETS = [...ASSETS.values()].filter(({ type }) => type === CSS).map(({ url }) => url);
