import type { Texts } from '../index.ts';

export const desk: Texts['desk'] = {};
