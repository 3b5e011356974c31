import type { Texts } from '../index.ts';

export const cli: Texts['cli'] = {};
