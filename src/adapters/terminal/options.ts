import type { Readable } from 'node:stream';
import type { AdapterLog } from '../../core/index.ts';
import type { Output } from './screen.ts';

export interface TerminalAdapterOptions {
  log: AdapterLog;
  /** BCP 47, one of the locales. */
  language: string;
  input: Readable;
  output: Output;
  /** The person typed /quit, or the input ended. */
  onEnd?: () => void;
}
