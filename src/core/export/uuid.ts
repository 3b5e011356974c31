/** Of names that this program makes: any constant will do, as long as it stays (RFC 9562, section 6.6). */
const NAMESPACE = '6f0b7a52-3c5e-4c1d-9a64-0e2f8d1b7c39';

/** The same name always gives the same UUID (version 5): a device replaces a profile instead of adding a second. */
export function uuidOf(name: string, namespace = NAMESPACE): string {
  const hash = sha1([...bytesOf(namespace), ...new TextEncoder().encode(name)]).slice(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function bytesOf(uuid: string): number[] {
  return (uuid.replaceAll('-', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}

/** FIPS 180-4. Names only are hashed with it, nothing that must be kept from anybody. */
function sha1(message: readonly number[]): number[] {
  let state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const words = padded(message);
  for (let block = 0; block < words.length; block += 16) state = compress(state, words.slice(block, block + 16));
  return state.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff));
}

/** Big-endian words: the message, one bit, zeros, and its length in bits. */
function padded(message: readonly number[]): number[] {
  const words = Array.from({ length: (((message.length + 8) >> 6) + 1) * 16 }, () => 0);
  [...message, 0x80].forEach((byte, index) => {
    words[index >> 2] = (words[index >> 2] ?? 0) | (byte << (24 - (index % 4) * 8));
  });
  words[words.length - 1] = message.length * 8;
  return words;
}

function compress(state: readonly number[], block: readonly number[]): number[] {
  const schedule = [...block];
  for (let i = 16; i < 80; i++) {
    const mixed = [3, 8, 14, 16].reduce((sum, back) => sum ^ (schedule[i - back] ?? 0), 0);
    schedule.push(rotated(mixed, 1));
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  schedule.forEach((word, round) => {
    const next = (rotated(a, 5) + mix(round, b, c, d) + e + word) | 0;
    [a, b, c, d, e] = [next, a, rotated(b, 30), c, d];
  });
  return [a, b, c, d, e].map((word, index) => (word + (state[index] ?? 0)) | 0);
}

/** The function of a round with its constant. */
function mix(round: number, b: number, c: number, d: number): number {
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (round < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
