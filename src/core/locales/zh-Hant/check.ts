import type { Texts } from '../index.ts';

export const check: Texts['check'] = {};
