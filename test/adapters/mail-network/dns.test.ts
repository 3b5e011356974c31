import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createResolve } from '../../../src/adapters/mail-network/index.ts';
import { startDns, type DnsDouble, type Zone } from '../../support/dns-double/server.ts';
import { RCODE, type DnsRecord } from '../../support/dns-double/wire.ts';

const A: DnsRecord = { type: 'A', address: '80.80.80.80' };
const AAAA: DnsRecord = { type: 'AAAA', address: '2a00::80' };

function both(name: string, reply: Zone[string]): Zone {
  return { [`${name} A`]: reply, [`${name} AAAA`]: reply };
}

const ZONE: Zone = {
  'both.example.org A': { records: [A] },
  'both.example.org AAAA': { records: [AAAA] },
  'four.example.org A': { records: [A] },
  'four.example.org AAAA': {},
  'half.example.org A': { records: [A] },
  'half.example.org AAAA': { rcode: RCODE.serverFailure },
  'slow.example.org A': { records: [A], delayMs: 150 },
  'slow.example.org AAAA': { delayMs: 150 },
  'big.example.org A': { records: [A], truncated: true },
  'big.example.org AAAA': { truncated: true },
  ...both('loop.example.org', {
    records: [
      { type: 'CNAME', target: 'pool.example.org' },
      { type: 'CNAME', target: 'loop.example.org', owner: 'pool.example.org' },
    ],
  }),
  'alias.example.org A': {
    records: [{ type: 'CNAME', target: 'four.example.org' }, { ...A }],
  },
  'alias.example.org AAAA': {},
  ...both('empty.example.org', {}),
  ...both('broken.example.org', { rcode: RCODE.serverFailure }),
  ...both('refusing.example.org', { rcode: RCODE.refused }),
  ...both('forged.example.org', { records: [A], wrongId: true }),
  ...both('silent.example.org', { silent: true }),
  'example.org MX': {
    records: [
      { type: 'MX', exchange: 'MX2.example.net', preference: 20 },
      { type: 'MX', exchange: 'mx1.example.net', preference: 10 },
    ],
  },
  'null.example.org MX': { records: [{ type: 'MX', exchange: '.', preference: 0 }] },
  '_imaps._tcp.example.org SRV': {
    records: [{ type: 'SRV', target: 'imap.example.org', port: 993, priority: 1, weight: 2 }],
  },
  '_pop3s._tcp.example.org SRV': { records: [{ type: 'SRV', target: '.', port: 0, priority: 0, weight: 0 }] },
};

let dns: DnsDouble;
beforeAll(async () => {
  dns = await startDns(ZONE);
});
afterAll(() => dns.close());

describe('addresses of a name', () => {
  it.each([
    ['both.example.org', ['80.80.80.80', '2a00::80']],
    ['four.example.org', ['80.80.80.80']],
    ['half.example.org', ['80.80.80.80']],
    ['slow.example.org', ['80.80.80.80']],
    ['alias.example.org', ['80.80.80.80']],
  ])('%s has its own', async (name, expected) => {
    const answer = await createResolve([dns.server]).addresses(name, AbortSignal.timeout(5_000));

    expect(answer).toMatchObject({ status: 'found', records: expected.map((address) => ({ address })) });
  });

  it('come by TCP when they do not fit into UDP', async () => {
    const answer = await createResolve([dns.server]).addresses('big.example.org', AbortSignal.timeout(5_000));

    expect(answer).toEqual({ status: 'found', records: [{ address: '80.80.80.80', family: 4 }] });
  });

  it.each([
    ['gone.example.org', 'no-such-name'],
    ['empty.example.org', 'none'],
    ['loop.example.org', 'none'],
    ['broken.example.org', 'failed'],
    ['refusing.example.org', 'failed'],
  ])('%s has none: %s', async (name, status) => {
    expect(await createResolve([dns.server]).addresses(name, AbortSignal.timeout(5_000))).toEqual({ status });
  });

  it.each(['silent.example.org', 'forged.example.org'])('%s is given up when the time is over', async (name) => {
    expect(await createResolve([dns.server]).addresses(name, AbortSignal.timeout(200))).toEqual({ status: 'failed' });
  });

  it('are not asked for when it is over already', async () => {
    const answer = await createResolve([dns.server]).addresses('both.example.org', AbortSignal.abort());

    expect(answer).toEqual({ status: 'failed' });
  });
});

describe('MX and SRV records', () => {
  const resolve = () => createResolve([dns.server]);
  const soon = () => AbortSignal.timeout(5_000);

  it('are read in lower case', async () => {
    expect(await resolve().mx('example.org', soon())).toEqual({
      status: 'found',
      records: expect.arrayContaining([
        { host: 'mx2.example.net', preference: 20 },
        { host: 'mx1.example.net', preference: 10 },
      ]),
    });
    expect(await resolve().srv('_imaps._tcp.example.org', soon())).toEqual({
      status: 'found',
      records: [{ host: 'imap.example.org', port: 993, priority: 1, weight: 2 }],
    });
  });

  it('that point to the root have an empty host', async () => {
    expect(await resolve().mx('null.example.org', soon())).toMatchObject({ records: [{ host: '' }] });
    expect(await resolve().srv('_pop3s._tcp.example.org', soon())).toMatchObject({ records: [{ host: '' }] });
  });
});

describe('a resolver', () => {
  it('that is no address is refused at once', () => {
    expect(() => createResolve(['not an address'])).toThrow('not an address');
  });
});
