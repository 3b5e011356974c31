/** The nouns; types only, no behaviour. */
export type * from './model/desk.ts';
export type * from './model/diagnosis.ts';
export * from './model/event.ts';
export type * from './model/form.ts';
export * from './model/guide.ts';
export * from './model/intent.ts';
export type * from './model/job.ts';
export type * from './model/privacy.ts';
export type * from './model/provider.ts';
export type * from './model/reply.ts';
export * from './model/retention.ts';
export * from './model/ticket.ts';
export type * from './model/turn.ts';
