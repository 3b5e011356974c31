/** What the core needs of the world, and what parts of the world need of each other: one file for each side. */
export type * from './ports/chat-adapter.ts';
export type * from './ports/knowledge.ts';
export type * from './ports/mail-network.ts';
export * from './ports/store.ts';
