import { randomUUID } from 'node:crypto';

/** A file as its bytes go out. */
export interface Part {
  name: string;
  mime: string;
  bytes: Uint8Array;
}

/**
 * The body of a message with files (RFC 7578), as bytes: the client's own form data is of another class than the one
 * that its HTTP library knows, and now and then it is taken for none at all.
 * https://docs.discord.com/developers/reference#uploading-files
 */
export function multipart(body: unknown, files: readonly Part[]): { body: Buffer; type: string } {
  const boundary = `postilion-${randomUUID()}`;
  const parts = [
    part(boundary, 'name="payload_json"', 'application/json', Buffer.from(JSON.stringify(body ?? {}))),
    ...files.map(({ name, mime, bytes }, index) =>
      part(boundary, `name="files[${index}]"; filename="${quoted(name)}"`, mime, bytes),
    ),
  ];
  const end = Buffer.from(`--${boundary}--\r\n`);
  return { body: Buffer.concat([...parts, end]), type: `multipart/form-data; boundary=${boundary}` };
}

function part(boundary: string, disposition: string, mime: string, bytes: Uint8Array): Buffer {
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(mime) ? mime : 'application/octet-stream';
  const head = `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: ${type}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n')]);
}

/** As browsers do, so that no name ends its header. */
function quoted(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
