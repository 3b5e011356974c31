/** The front door: all that adapters and bot may import of the core. */
export * from './model.ts';
export * from './ports.ts';
export { fill, LANGUAGES, texts, type Language, type Texts } from './locales/index.ts';
export * from './providers/index.ts';
