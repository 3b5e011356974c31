import type { Texts } from '../index.ts';

export const traits: Texts['traits'] = {};
