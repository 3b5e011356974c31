import type { Texts } from '../index.ts';

export const slack: Texts['slack'] = {};
