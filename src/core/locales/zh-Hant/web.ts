import type { Texts } from '../index.ts';

export const web: Texts['web'] = {};
