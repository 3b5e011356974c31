import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { providerJsonSchema } from '../../data/schema.ts';

it('publishes the form of a provider file as `postilion check-data --schema` prints it', () => {
  const published = readFileSync(join(import.meta.dirname, '../../data/schema/provider.schema.json'), 'utf8');

  expect(JSON.parse(published)).toEqual(providerJsonSchema());
});
