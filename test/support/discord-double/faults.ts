/** Something that goes wrong once, or `times`. `on` is tried against "POST /channels/2001/messages". */
export interface RestFault {
  on: RegExp;
  times?: number;
  /**
   * `rate-limit`: 429 with Retry-After. `error`: 500, nothing was done. `error-after`: 500, yet it was done.
   * `drop`: the connection breaks before, `drop-after`: after it was done. `refuse`: a status and code of Discord's.
   */
  kind: 'rate-limit' | 'error' | 'error-after' | 'drop' | 'drop-after' | 'refuse';
  /** Seconds; of `rate-limit`. */
  retryAfter?: number;
  /** Of `rate-limit`: for all routes. */
  global?: boolean;
  status?: number;
  code?: number;
}

/** Of the next dispatches: the next one comes twice, or the next two change places. */
type GatewayFault = { kind: 'duplicate-dispatch' } | { kind: 'reorder-dispatches' };

export type Fault = RestFault | GatewayFault;

export interface Faults {
  add(fault: Fault): void;
  rest(request: string): RestFault | undefined;
  gateway(kind: GatewayFault['kind']): boolean;
  /** How often each kind has come. */
  readonly met: Map<string, number>;
  /** Drops those that have not come yet. */
  clear(): void;
}

export function createFaults(): Faults {
  const rest: (RestFault & { left: number })[] = [];
  const gateway: GatewayFault[] = [];
  const met = new Map<string, number>();
  const meet = (kind: string): void => void met.set(kind, (met.get(kind) ?? 0) + 1);
  return {
    met,
    add(fault) {
      if ('on' in fault) rest.push({ ...fault, left: fault.times ?? 1 });
      else gateway.push(fault);
    },
    rest(request) {
      const fault = rest.find(({ on, left }) => left > 0 && on.test(request));
      if (!fault) return undefined;
      fault.left -= 1;
      meet(fault.kind);
      return fault;
    },
    gateway(kind) {
      const index = gateway.findIndex((fault) => fault.kind === kind);
      if (index < 0) return false;
      gateway.splice(index, 1);
      meet(kind);
      return true;
    },
    clear() {
      rest.splice(0);
      gateway.splice(0);
    },
  };
}
