import { redactText } from './redact.ts';

/** Configuration files and logs come under many names; what is no text has a type of its own. */
const TEXTS = /^text\/|[/+](?:json|xml|yaml|x-yaml|toml|javascript|csv|x-sh|sql|rtf|html)\b|message\/rfc822/i;
const TEXT_NAME =
  /\.(?:txt|log|csv|tsv|json|ya?ml|toml|ini|conf|cfg|env|properties|xml|html?|eml|md|sh|py|php|js|ts|sql|plist|mobileconfig)$/i;

/** What of a file may be kept: a text without its secrets, in UTF-8 where it held any; any other file as it is. */
export function redactFile({ name, mime, bytes }: { name: string; mime: string; bytes: Uint8Array }): Uint8Array {
  const text = TEXTS.test(mime) || TEXT_NAME.test(name) ? decoded(bytes) : undefined;
  if (text === undefined) return bytes;
  const clean = redactText(text, { secretExpected: false, knowledge: { simplify: (words) => words } });
  return clean.redactions.length === 0 ? bytes : new TextEncoder().encode(clean.text);
}

/** UTF-8 and UTF-16 say what they are; Chinese programs write GB 18030. */
function decoded(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  return decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030') ?? decode(bytes, 'latin1');
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
