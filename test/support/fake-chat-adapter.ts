import type { ChatAdapter, DeliveryResult, OutboxRow, PlaceId, Receive } from '../../src/core/index.ts';

/** A chat platform in memory: keeps what it was given, in order, and refuses what a real one would show twice. */
export class FakeChatAdapter implements ChatAdapter {
  readonly name: string;
  readonly ledger: { key: string; place: PlaceId; text: string }[] = [];
  readonly attempts: { key: string; state: OutboxRow['state']; handle: string | undefined }[] = [];
  /** Most deliveries at once so far. */
  busiest = 0;
  /** Results of the next deliveries instead of success; a function decides when asked. */
  readonly results: (DeliveryResult | (() => Promise<DeliveryResult>))[] = [];
  receive: Receive | undefined;
  #busy = 0;

  constructor(name = 'test') {
    this.name = name;
  }

  start(receive: Receive): Promise<void> {
    this.receive = receive;
    return Promise.resolve();
  }

  async deliver(row: OutboxRow): Promise<DeliveryResult> {
    const { key } = row.operation;
    this.attempts.push({ key, state: row.state, handle: row.handle });
    this.busiest = Math.max(this.busiest, ++this.#busy);
    const planned = this.results.shift();
    const result = typeof planned === 'function' ? await planned() : planned;
    this.#busy--;
    return result ?? this.#post(row);
  }

  stop(): Promise<void> {
    this.receive = undefined;
    return Promise.resolve();
  }

  health() {
    return { connected: this.receive !== undefined, detail: 'fake' };
  }

  texts(place?: string): string[] {
    return this.ledger.filter((entry) => place === undefined || entry.place === place).map((entry) => entry.text);
  }

  #post(row: OutboxRow): DeliveryResult {
    const { key } = row.operation;
    if (this.ledger.some((entry) => entry.key === key)) throw new Error(`"${key}" would be seen twice`);
    const place = placeOf(row, this.ledger.length + 1);
    this.ledger.push({ key, place, text: textOf(row) });
    return { ok: true, receipt: { place, messageId: `m${this.ledger.length}` } };
  }
}

/** A direct message is a place named after its person; an opened place is one within the other. */
function placeOf({ operation, place }: OutboxRow, number: number): PlaceId {
  if (operation.kind === 'open-place') return `${operation.in}/${number}`;
  if (operation.kind === 'post' && 'direct' in operation.to) return operation.to.direct;
  if (place === undefined) throw new Error(`"${operation.key}" came without its place`);
  return place;
}

function textOf({ operation }: OutboxRow): string {
  if (!('reply' in operation)) return '';
  return operation.reply.blocks.map((block) => (block.kind === 'text' ? block.text : block.kind)).join('\n');
}
