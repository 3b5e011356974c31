import type { CheckStep, Discovery, ServerCheck, VisitLimit } from '../model.ts';

/** Who asks the mail network is asked back. */
export interface Watcher {
  /** Asked before a registrable domain is looked at anew; not for results that are still kept. All may be looked at without it. */
  admit?: (target: string) => Promise<VisitLimit | undefined>;
  /** Told how far a check is; a step may be told more than once. */
  step?: (step: CheckStep) => void;
}

/** The only code that opens connections to mail servers. Never throws: failures are values. */
export interface MailNetwork {
  check(host: string, port: number | undefined, signal: AbortSignal, watcher?: Watcher): Promise<ServerCheck>;
  discover(domain: string, signal: AbortSignal, watcher?: Pick<Watcher, 'admit'>): Promise<Discovery>;
}
