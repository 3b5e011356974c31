import { Counter, Histogram, Registry } from 'prom-client';
import type { Event, OutboxRow, Turn } from '../core/index.ts';
import type { Events } from './events.ts';
import { addGauges, type Measured } from './metrics-gauges.ts';
import { ticketTimes } from './ticket-metrics.ts';

type Counted = Pick<
  Events,
  | 'eventReceived'
  | 'turnCommitted'
  | 'eventDeadLettered'
  | 'storeRefused'
  | 'delivered'
  | 'deliveryRetried'
  | 'deliveryRefused'
>;

/** s */
const BUCKETS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** What is counted for Prometheus: names of platforms and outcomes, never of people, places or texts. */
export interface Metrics {
  /** The same events, counted. */
  counting(events: Events): Events;
  /** In Prometheus' text format. */
  page(): Promise<string>;
}

export function createMetrics(measured: Measured): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const make = (name: string, help: string, labelNames: string[]) => new Counter({ name, help, labelNames, registers });
  const handled = make('postilion_events_total', 'Events handled, by how they ended.', ['adapter', 'type', 'outcome']);
  const dead = make('postilion_dead_letters_total', 'What could not be answered or delivered.', ['adapter', 'reason']);
  const sent = make('postilion_deliveries_total', 'Attempts to deliver, by result.', ['adapter', 'result']);
  const faults = make('postilion_store_refusals_total', 'Times that the state store refused.', ['worker']);
  const answering = new Histogram({
    name: 'postilion_answer_seconds',
    help: 'From when a message was said to its committed answer.',
    labelNames: ['adapter'],
    buckets: BUCKETS,
    registers,
  });
  const delivering = new Histogram({
    name: 'postilion_delivery_seconds',
    help: 'What one delivery took.',
    labelNames: ['adapter'],
    buckets: BUCKETS,
    registers,
  });
  const received = make('postilion_events_received_total', 'Events taken in, each once.', ['adapter', 'type']);
  const timed = ticketTimes(registry);
  addGauges(registry, measured);

  function counted(events: Events): Counted {
    return {
      eventReceived(event) {
        received.inc({ adapter: platformOf(event.place), type: event.type });
        events.eventReceived(event);
      },
      turnCommitted(event: Event, turn: Turn, now: number) {
        const adapter = platformOf(event.place);
        handled.inc({ adapter, type: event.type, outcome: outcomeOf(turn) });
        if (event.type === 'message') answering.observe({ adapter }, Math.max(0, now - event.at) / 1000);
        timed(turn);
        events.turnCommitted(event, turn, now);
      },
      eventDeadLettered(event, error) {
        dead.inc({ adapter: platformOf(event.place), reason: 'event' });
        events.eventDeadLettered(event, error);
      },
      storeRefused(worker, error) {
        faults.inc({ worker });
        events.storeRefused(worker, error);
      },
      delivered(adapter: string, row: OutboxRow, tookMs: number) {
        sent.inc({ adapter, result: 'sent' });
        delivering.observe({ adapter }, tookMs / 1000);
        events.delivered(adapter, row, tookMs);
      },
      deliveryRetried(adapter, row, reason, inMs) {
        sent.inc({ adapter, result: 'retried' });
        events.deliveryRetried(adapter, row, reason, inMs);
      },
      deliveryRefused(adapter, row, code, reason) {
        sent.inc({ adapter, result: 'refused' });
        dead.inc({ adapter, reason: code });
        events.deliveryRefused(adapter, row, code, reason);
      },
    };
  }

  return {
    counting: (events) => ({ ...events, ...counted(events) }),
    page: () => registry.metrics(),
  };
}

function platformOf(scoped: string): string {
  return scoped.slice(0, Math.max(0, scoped.indexOf(':')));
}

function outcomeOf({ outcome }: Turn): string {
  return outcome.kind === 'answered' ? outcome.zone : outcome.kind;
}
