import type { Texts } from '../index.ts';

export const terminal: Texts['terminal'] = {};
