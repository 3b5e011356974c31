import { describe, expect, it } from 'vitest';
import type { Server } from '../../../src/core/model.ts';
import { fittingServers } from '../../../src/core/providers/index.ts';
import { server } from './samples.ts';

const REGIONAL: Server[] = [
  server({ host: 'imap.example.com' }),
  server({ host: 'imap.example.co.uk', scope: 'gb' }),
  server({ host: 'imap.hw.example.com', scope: 'overseas' }),
  server({ protocol: 'smtp', host: 'smtp.example.com', port: 465 }),
  server({ protocol: 'smtp', host: 'smtp.example.co.uk', port: 465, scope: 'gb' }),
];
const BY_ENDING: Server[] = ['example.com', 'example.eu', 'example.in'].map((domain) =>
  server({ host: `imap.${domain}`, domains: [domain, `mail.${domain}`] }),
);

function hosts(servers: readonly Server[], asker: Parameters<typeof fittingServers>[1]): string[] {
  return fittingServers(servers, asker).servers.map(({ host }) => host);
}

const ALSO_OWN_DOMAINS: Server[] = [
  server({ host: 'imap.example.com', domains: ['example.com'] }),
  server({ host: 'imappro.example.com', scope: 'own-domain' }),
  server({ host: 'imappro.example.in', scope: 'own-domain-in' }),
];

describe('the servers for a domain of the asker’s own', () => {
  it.each([
    [{ domain: 'firma.example' }, 'imappro.example.com'],
    [{ domain: 'firma.in' }, 'imappro.example.in'],
    [{ words: 'business mail on our own domain' }, 'imappro.example.com'],
    [{ domain: 'example.com' }, 'imap.example.com'],
    [{}, 'imap.example.com'],
  ])('%j', (asker, host) => {
    expect(hosts(ALSO_OWN_DOMAINS, asker)).toEqual([host]);
  });
});

it('name a domain of the asker’s own before the other endings', () => {
  const servers = [...BY_ENDING, server({ host: 'imappro.example.com', scope: 'own-domain' })];

  expect(fittingServers(servers, {}).others[0]).toEqual({ scope: 'own-domain' });
});

describe('the servers that fit', () => {
  it('are the general ones where nothing tells more', () => {
    const { servers, others, folded } = fittingServers(REGIONAL, {});

    expect(servers.map(({ host }) => host)).toEqual(['imap.example.com', 'smtp.example.com']);
    expect(others).toEqual([{ scope: 'gb' }, { scope: 'overseas' }]);
    expect(folded).toBe(true);
  });

  it.each([
    [{ domain: 'firma.co.uk' }],
    [{ words: 'imap settings for the uk' }],
    [{ words: '英国的服务器' }],
    [{ hosts: ['imap.example.co.uk'] }],
  ])('are those of the asker’s region: %j', (asker) => {
    const { servers, others } = fittingServers(REGIONAL, asker);

    expect(servers.map(({ host }) => host)).toEqual(['imap.example.co.uk', 'smtp.example.co.uk']);
    expect(others).toEqual([{ general: true }, { scope: 'overseas' }]);
  });

  it('keep the general server of a protocol that the region has none for', () => {
    expect(hosts(REGIONAL, { words: '我在海外' })).toEqual(['imap.hw.example.com', 'smtp.example.com']);
  });

  it('are those of one ending of the address, where there are many', () => {
    const { servers, others } = fittingServers(BY_ENDING, {});

    expect(servers.map(({ host }) => host)).toEqual(['imap.example.com']);
    expect(others).toEqual(BY_ENDING.slice(1).map(({ domains = [] }) => ({ domains })));
    expect(hosts(BY_ENDING, { words: 'example india' })).toEqual(['imap.example.in']);
    expect(hosts(BY_ENDING, { hosts: ['imap.example.eu'] })).toEqual(['imap.example.eu']);
  });

  it('are all where there are two endings, or the address is known', () => {
    expect(fittingServers(BY_ENDING.slice(0, 2), {})).toMatchObject({ others: [], folded: false });
    expect(hosts(BY_ENDING.slice(0, 1), { domain: 'example.com' })).toHaveLength(1);
    expect(hosts([server(), ...BY_ENDING.slice(0, 1)], { domain: 'example.com' })).toHaveLength(2);
  });

  it('read no region into a word that only begins like one', () => {
    expect(hosts(REGIONAL, { words: 'please help us, ukulele' })[0]).toBe('imap.example.com');
  });
});
