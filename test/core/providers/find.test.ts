import { describe, expect, it } from 'vitest';
import { findProvider } from '../../../src/core/providers/index.ts';
import { lookupsOf, provider, server } from './samples.ts';

const known = provider({ id: 'example', domains: ['example.com'], servers: [server({ host: 'imap.example.com' })] });
const knowledge = lookupsOf(known, {
  nearestDomains: () => [{ provider: known, via: 'typo', matched: 'example.com' }],
});

describe('findProvider', () => {
  it.each([
    ['the address', { email: 'a@example.com', provider: 'other' }, 'domain'],
    ['the domain', { domain: 'example.com' }, 'domain'],
    ['the name', { provider: 'example' }, 'alias'],
    ['a host', { hosts: ['nowhere.example', 'imap.example.com'] }, 'host'],
  ])('goes by %s', (_, slots, via) => {
    expect(findProvider(knowledge, slots)?.via).toBe(via);
  });

  it('says when it only guesses at a misspelling', () => {
    expect(findProvider(knowledge, { domain: 'exmaple.com' })).toMatchObject({ via: 'typo', matched: 'example.com' });
  });

  it('finds nothing where nothing is said', () => {
    expect(findProvider(knowledge, {})).toBeUndefined();
  });
});
