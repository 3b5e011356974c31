import type { Texts } from '../index.ts';

export const findings: Texts['findings'] = {};
