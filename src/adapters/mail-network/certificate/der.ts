/** One element of DER (X.690): where its content lies. Long tags do not occur in what we read. */
export interface DerNode {
  tag: number;
  content: Buffer;
}

const CONSTRUCTED = 0x20;
const LONG_LENGTH = 0x80;
/** Four bytes of length are more than any certificate needs. */
const MOST_LENGTH_BYTES = 4;

/** The elements in a buffer, one after the other; stops at the first that does not fit. */
export function derNodes(buffer: Buffer): DerNode[] {
  const nodes: DerNode[] = [];
  let offset = 0;
  while (offset + 2 <= buffer.length) {
    const header = readLength(buffer, offset + 1);
    if (!header || header.start + header.length > buffer.length) break;
    const end = header.start + header.length;
    nodes.push({ tag: buffer[offset] ?? 0, content: buffer.subarray(header.start, end) });
    offset = end;
  }
  return nodes;
}

export function derChildren(node: DerNode | undefined): DerNode[] {
  return node && (node.tag & CONSTRUCTED) !== 0 ? derNodes(node.content) : [];
}

function readLength(buffer: Buffer, offset: number): { start: number; length: number } | undefined {
  const first = buffer[offset] ?? 0;
  if (first < LONG_LENGTH) return { start: offset + 1, length: first };
  const bytes = first - LONG_LENGTH;
  if (bytes === 0 || bytes > MOST_LENGTH_BYTES || offset + 1 + bytes > buffer.length) return undefined;
  return { start: offset + 1 + bytes, length: buffer.readUIntBE(offset + 1, bytes) };
}
