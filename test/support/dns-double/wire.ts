/** Just enough of RFC 1035 to answer a resolver. */
export type DnsRecord =
  | { type: 'A'; address: string }
  | { type: 'AAAA'; address: string }
  | { type: 'CNAME'; target: string; owner?: string }
  | { type: 'MX'; exchange: string; preference: number }
  | { type: 'SRV'; target: string; port: number; priority: number; weight: number };

export const RCODE = { ok: 0, serverFailure: 2, noSuchName: 3, refused: 5 } as const;
const TYPES: Record<string, number> = { A: 1, CNAME: 5, MX: 15, AAAA: 28, SRV: 33 };
const HEADER_BYTES = 12;
const RESPONSE = 0x8180;
const TRUNCATED = 0x0200;

export interface Query {
  id: number;
  name: string;
  type: string;
  /** The question section, to be echoed. */
  question: Buffer;
}

export function readQuery(packet: Buffer): Query {
  const labels: string[] = [];
  let offset = HEADER_BYTES;
  for (let length = packet.readUInt8(offset); length > 0; length = packet.readUInt8(offset)) {
    labels.push(packet.toString('latin1', offset + 1, offset + 1 + length));
    offset += 1 + length;
  }
  const code = packet.readUInt16BE(offset + 1);
  const type = Object.keys(TYPES).find((key) => TYPES[key] === code) ?? String(code);
  const question = packet.subarray(HEADER_BYTES, offset + 5);
  return { id: packet.readUInt16BE(0), name: labels.join('.').toLowerCase(), type, question };
}

export interface ReplyPacket {
  id: number;
  question: Buffer;
  rcode: number;
  truncated: boolean;
  owner: string;
  records: readonly DnsRecord[];
}

export function writeReply({ id, question, rcode, truncated, owner, records }: ReplyPacket): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt16BE(id, 0);
  header.writeUInt16BE(RESPONSE | (truncated ? TRUNCATED : 0) | rcode, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  return Buffer.concat([header, question, ...records.map((record) => writeRecord(record, owner))]);
}

function writeRecord(record: DnsRecord, owner: string): Buffer {
  const data = writeData(record);
  const fixed = Buffer.alloc(10);
  fixed.writeUInt16BE(TYPES[record.type] ?? 0, 0);
  fixed.writeUInt16BE(1, 2);
  fixed.writeUInt32BE(60, 4);
  fixed.writeUInt16BE(data.length, 8);
  return Buffer.concat([writeName(('owner' in record && record.owner) || owner), fixed, data]);
}

function writeData(record: DnsRecord): Buffer {
  switch (record.type) {
    case 'A':
      return Buffer.from(record.address.split('.').map(Number));
    case 'AAAA':
      return writeIpv6(record.address);
    case 'CNAME':
      return writeName(record.target);
    case 'MX':
      return Buffer.concat([numbers(record.preference), writeName(record.exchange)]);
    case 'SRV':
      return Buffer.concat([numbers(record.priority, record.weight, record.port), writeName(record.target)]);
  }
}

function writeIpv6(address: string): Buffer {
  const [head = '', tail = ''] = address.split('::');
  const groups = (text: string): number[] =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
  const [first, last] = [groups(head), groups(tail)];
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => 0);
  return numbers(...first, ...zeros, ...last);
}

function numbers(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) buffer.writeUInt16BE(value, i * 2);
  return buffer;
}

/** "." is the root: a single zero. */
function writeName(name: string): Buffer {
  const labels = name.split('.').filter((label) => label !== '');
  return Buffer.concat([
    ...labels.map((label) => Buffer.from(`\0${label}`, 'latin1').fill(label.length, 0, 1)),
    Buffer.alloc(1),
  ]);
}
