import type { Texts } from '../index.ts';

export const answers: Texts['answers'] = {};
