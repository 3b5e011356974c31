import { fill, type Texts, texts } from '../../core/index.ts';

export type FaultCode = keyof Texts['cli']['faults'];

/** One wrong or missing variable; `code` has a text in the locales. */
export interface ConfigFault {
  variable: string;
  code: FaultCode;
  facts: Record<string, string | number>;
}

/** One line, which names the variable and never shows its value. */
export function describeFault(fault: ConfigFault, language: string): string {
  return `${fault.variable}: ${fill(texts(language).cli.faults[fault.code], fault.facts)}`;
}
