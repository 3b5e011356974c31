import type { Texts } from '../index.ts';

export const discord: Texts['discord'] = {};
