import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shortHash } from './places.ts';

export interface Asset {
  type: string;
  content: string;
  /** Address with the content's hash in it, so that browsers may keep it for good. */
  url: string;
}

const TYPES = {
  'page.css': 'text/css; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;
export type AssetName = keyof typeof TYPES;

/** The compiler copies no style sheets: compiled code finds them in the sources, at the same path below the package. */
function assetFolder(): string {
  const here = join(dirname(fileURLToPath(import.meta.url)), 'assets');
  const compiledFrom = join('dist', 'src');
  return existsSync(here) ? here : here.replace(compiledFrom, 'src');
}

function load(name: AssetName): Asset {
  const content = readFileSync(join(assetFolder(), name), 'utf8');
  return { type: TYPES[name], content, url: `/assets/${shortHash(content)}/${name}` };
}

/** Read once, when the web adapter is first imported. */
export const ASSETS: Record<AssetName, Asset> = {
  'page.css': load('page.css'),
  'page.js': load('page.js'),
  'icon.svg': load('icon.svg'),
};

export function findAsset(name: string): Asset | undefined {
  return Object.hasOwn(TYPES, name) ? ASSETS[name as AssetName] : undefined;
}
