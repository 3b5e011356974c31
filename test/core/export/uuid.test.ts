import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { uuidOf } from '../../../src/core/export/uuid.ts';

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

it('is the one that RFC 9562 gives as its example', () => {
  expect(uuidOf('www.example.com', DNS)).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

it('is made with SHA-1 of names of every length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
      const hash = createHash('sha1')
        .update(Buffer.from(DNS.replaceAll('-', ''), 'hex'))
        .update(name)
        .digest('hex');
      const uuid = uuidOf(name, DNS).replaceAll('-', '');

      expect(uuid.slice(0, 12)).toBe(hash.slice(0, 12));
      expect(uuid[12]).toBe('5');
      expect(uuid.slice(17)).toBe(hash.slice(17, 32));
    }),
  );
});
