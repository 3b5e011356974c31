/** The shapes of every file under data/: what a contributor may write. */
export * from './schema/common.ts';
export * from './schema/provider.ts';
export * from './schema/texts.ts';
export { mx } from './schema/mx.ts';
export { OPPOSITES } from './schema/trait.ts';
