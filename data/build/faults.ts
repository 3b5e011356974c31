/** One thing wrong in a data file, as a contributor needs it: where and why. */
export interface DataFault {
  /** Path relative to the data folder. */
  file: string;
  /** 1 is the first line; absent where the whole file is meant. */
  line?: number;
  reason: string;
}

/** Every fault of a build together: nothing was written, the old knowledge stays in use. */
export class DataError extends Error {
  readonly faults: readonly DataFault[];
  constructor(faults: readonly DataFault[]) {
    super(faults.map(describeFault).join('\n'));
    this.name = 'DataError';
    this.faults = faults;
  }
}

export function describeFault({ file, line, reason }: DataFault): string {
  return line === undefined ? `${file}: ${reason}` : `${file}:${line}: ${reason}`;
}
