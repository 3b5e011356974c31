export type { TopicFault } from './parse.ts';
export { type GoodFiles, readTopics } from './read.ts';
export { watchFolder } from './watch.ts';
