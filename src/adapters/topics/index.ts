export type { TopicFault } from './parse.ts';
export { type GoodFiles, type ReadTopics, readTopics } from './read.ts';
export { watchFolder } from './watch.ts';
