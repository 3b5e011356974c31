import type { Logger } from 'pino';
import { type AdapterLog, type Event, type OutboxRow, StoreError, type Turn } from '../core/index.ts';
import { atSources } from './source-places.ts';

/**
 * Every log line, one function each. Ids, codes, counts and times only: never what a person wrote, never a secret.
 * Of an error only its name, code and stack are kept, since its message may quote either.
 */
export type Events = ReturnType<typeof createEvents>;

export function createEvents(log: Logger) {
  return { ...lifeEvents(log), ...workEvents(log), ...deliveryEvents(log), adapterLog: adapterLogs(log) };
}

function lifeEvents(log: Logger) {
  return {
    started: (facts: { adapters: string[]; recovered: Record<string, number> }) => log.info(facts, 'started'),
    stopping: (signal: string) => log.info({ signal }, 'stopping'),
    stopped: () => log.info('stopped'),
    knowledgeBuilt: (facts: { seconds: number }) => log.info(facts, 'knowledge-built'),
    knowledgeKept: (error: unknown) => log.error(errorFacts(error), 'knowledge-not-rebuilt'),
    topicsLearnt: (facts: { topics: number; onlyButtons: number }) => log.info(facts, 'topics-learnt'),
    topicFault: (facts: { file: string; line: number; reason: string }) => log.error(facts, 'topic-not-used'),
    topicCollision: (facts: { topic: string; with: string; questions: number }) => log.warn(facts, 'topic-collides'),
    adapterConnected: (adapter: string) => log.info({ adapter }, 'adapter-started'),
    adapterUnreachable: (adapter: string, retryInMs: number, error: unknown) =>
      log.warn({ adapter, retryInMs, ...errorFacts(error) }, 'adapter-not-started'),
    logNotErased: (error: unknown) => log.error(errorFacts(error), 'log-not-erased'),
    crashed: (error: unknown) => log.fatal(errorFacts(error), 'crashed'),
  };
}

function workEvents(log: Logger) {
  return {
    eventReceived: (event: Event) => log.debug({ event: event.id, type: event.type }, 'event-received'),
    turnCommitted: (event: Event, turn: Turn, now: number) =>
      log.debug(
        { event: event.id, type: event.type, outcome: turn.outcome, operations: turn.operations.length, now },
        'turn-committed',
      ),
    turnFailed: (event: string, failures: number, error: unknown) =>
      log.warn({ event, failures, ...errorFacts(error) }, 'turn-failed'),
    eventDeadLettered: (event: Event, error: unknown) =>
      log.error({ event: event.id, ...errorFacts(error) }, 'event-dead-lettered'),
    rightsUnknown: (desk: string, error: unknown) => log.warn({ desk, ...errorFacts(error) }, 'rights-unknown'),
    answerNowFailed: (event: string, error: unknown) =>
      log.error({ event, ...errorFacts(error) }, 'immediate-answer-failed'),
    storeRefused: (worker: string, error: unknown) =>
      log.error(
        { worker, ...(error instanceof StoreError && { fault: error.code }), ...errorFacts(error) },
        'state-store-refused',
      ),
    /** So many messages were found by looking back; most of them are known already. */
    backfilled: (adapter: string, messages: number) => log.info({ adapter, messages }, 'history-read'),
    backfillFailed: (adapter: string, reason: string) => log.warn({ adapter, reason }, 'history-not-read'),
    jobFailed: (job: string, error: unknown) => log.warn({ job, ...errorFacts(error) }, 'job-failed'),
  };
}

function deliveryEvents(log: Logger) {
  return {
    delivered: (adapter: string, row: OutboxRow, tookMs: number) =>
      log.debug({ adapter, ...rowFacts(row), tookMs }, 'delivered'),
    deliveryRetried: (adapter: string, row: OutboxRow, reason: string, inMs: number) =>
      log.warn({ adapter, ...rowFacts(row), reason, inMs }, 'delivery-retried'),
    deliveryRefused: (adapter: string, row: OutboxRow, code: string, reason: string) =>
      log.error({ adapter, ...rowFacts(row), code, reason }, 'delivery-dead-lettered'),
    deliveryThrew: (adapter: string, row: OutboxRow, error: unknown) =>
      log.error({ adapter, ...rowFacts(row), ...errorFacts(error) }, 'delivery-threw'),
  };
}

function adapterLogs(log: Logger) {
  return (adapter: string): AdapterLog => {
    const child = log.child({ adapter });
    return {
      info: (event, facts = {}) => child.info(facts, event),
      warn: (event, facts = {}) => child.warn(facts, event),
      error: (event, facts = {}) => child.error(facts, event),
    };
  };
}

function rowFacts({ operation, attempts }: OutboxRow) {
  return { key: operation.key, kind: operation.kind, attempts };
}

function errorFacts(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const at = atSources(frames.slice(0, 6).map((line) => line.trim())).join(' | ');
  return { error: error.name, ...code, at };
}
