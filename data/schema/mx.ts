import * as z from 'zod';
import { hostName, sourceKeys } from './common.ts';

/** data/mx.yaml: filters and forwarders, which prove nothing about where a mailbox is. */
export const mx = z.strictObject({
  gateways: z.array(z.strictObject({ suffix: hostName, name: z.string(), source: sourceKeys })),
});
