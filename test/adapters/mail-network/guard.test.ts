import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isPublicAddress } from '../../../src/adapters/mail-network/guard/addresses.ts';
import { hostName, isPublicName } from '../../../src/adapters/mail-network/guard/host-names.ts';
import { createMailNetwork, type HostAddress } from '../../../src/adapters/mail-network/index.ts';
import type { ServerCheck } from '../../../src/core/index.ts';
import { fakeResolve, NO_KNOWLEDGE, SILENT_LOG, zooNetwork } from '../../support/mail-zoo/network.ts';

const NEVER = new AbortController().signal;

describe('a host name', () => {
  it.each([
    ['imap.qq.com', 'imap.qq.com'],
    ['IMAP.Example.ORG.', 'imap.example.org'],
    ['mail.例子.中国', 'mail.xn--fsqu00a.xn--fiqs8s'],
    ['ｉｍａｐ．qq．com', 'imap.qq.com'],
  ])('%s is taken as %s', (text, name) => {
    expect(hostName(text)).toBe(name);
    expect(isPublicName(name)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '0x7f.0.0.1',
    '0x7f000001',
    '2130706433',
    '017700000001',
    '0177.0.0.01',
    '１２７.0.0.1',
    '127。0。0。1',
    '①②⑦.0.0.1',
    '0.0.0.0',
    '8.8.8.8',
    '::1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    'fe80::1%eth0',
    '::127.0.0.1',
    '1.2.3',
    '1.2.3.4.5',
    'a.0x7f',
    'a.1',
    'localhost',
    'mail',
    '',
    '.',
    '..',
    'a..org',
    '-a.example.org',
    'a_b.example.org',
    'mail.example.org:25',
    'user@example.org',
    'http://example.org',
    'example.org/x',
    'exa mple.org',
    'example.org\r\nQUIT',
    'a%00.org',
    'example.org／x',
    'example.org\\x',
    'example.org?x',
    'example.org#x',
    'example.org\u0000',
    '127%2e0.0.1',
    'a\u00ad',
    `${'a'.repeat(64)}.org`,
    `${'a.'.repeat(130)}org`,
  ])('%j is none', (text) => {
    expect(hostName(text)).toBeUndefined();
  });

  it.each([
    'mail.local',
    'printer.lan',
    'metadata.google.internal',
    'x.onion',
    'x.test',
    'x.example',
    'x.invalid',
    '1.0.0.127.in-addr.arpa',
    'home.arpa',
    'mail.corp',
    'mail.home',
    'app.localhost',
    'host.localdomain',
    'com',
    'co.uk',
    'mail.nosuchtld',
  ])('%s is not public', (name) => {
    expect(isPublicName(name)).toBe(false);
  });
});

describe('an address', () => {
  it.each(['8.8.8.8', '1.1.1.1', '223.5.5.5', '2001:4860:4860::8888', '2400:3200::1'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '100.64.0.1',
    '100.100.100.200',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '192.0.0.192',
    '192.0.2.1',
    '192.88.99.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '239.1.1.1',
    '240.0.0.1',
    '255.255.255.255',
    '168.63.129.16',
    '::',
    '::1',
    '::7f00:1',
    '::808:808',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '64:ff9b::808:808',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:20::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    '4000::1',
    '5f00::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '127.1',
    '0x7f000001',
    '2130706433',
    '017700000001',
    '[::1]',
    'localhost',
    '',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('a check of something that may not be touched', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const PRIVATE: HostAddress = { address: '10.0.0.7', family: 4 };
  const PUBLIC: HostAddress = { address: '8.8.8.8', family: 4 };

  /** The answer, and how long it took on the fake clock. */
  async function refusal(host: string, port: number | undefined, records: HostAddress[], dnsMs: number) {
    const dialled: string[] = [];
    const addresses = () =>
      new Promise<{ status: 'found'; records: HostAddress[] }>((resolve) => {
        setTimeout(() => resolve({ status: 'found', records }), dnsMs);
      });
    const network = zooNetwork({
      ports: {},
      resolve: { addresses },
      dialled,
      limits: { refusalMs: 2_500, dnsMs: 2_000 },
    });
    const started = Date.now();
    const answers: { check: ServerCheck; ms: number }[] = [];
    void network.check(host, port, NEVER).then((check) => answers.push({ check, ms: Date.now() - started }));
    await vi.advanceTimersByTimeAsync(10_000);
    return { ...answers[0], dialled };
  }

  it.each<[string, string, number | undefined, HostAddress[], number]>([
    ['an address', '127.0.0.1', 993, [], 0],
    ['an internal name', 'mail.local', 993, [], 0],
    ['another port', 'imap.example.org', 22, [PUBLIC], 0],
    ['port 0', 'imap.example.org', 0, [PUBLIC], 0],
    ['a name that resolves to a private address', 'imap.example.org', 993, [PRIVATE], 3],
    ['the same, slowly', 'imap.example.org', 993, [PRIVATE], 1_900],
    ['a name with one private address among public ones', 'imap.example.org', undefined, [PUBLIC, PRIVATE], 3],
    ['an IPv4-mapped address', 'imap.example.org', 993, [{ address: '::ffff:10.0.0.7', family: 6 }], 3],
  ])('%s is refused after the one fixed delay, and nothing is dialled', async (_, host, port, records, dnsMs) => {
    const { check, ms, dialled } = await refusal(host, port, records, dnsMs);

    expect(check).toEqual({
      host: expect.any(String),
      status: 'refused',
      ports: [],
      verdict: 'unknown',
      notChecked: [],
      checkedAt: expect.any(Number),
    });
    expect(ms).toBe(2_500);
    expect(dialled).toEqual([]);
  });
});

describe('operators', () => {
  const addresses = async () => ({ status: 'found' as const, records: [{ address: '10.1.2.3', family: 4 as const }] });

  it('may allow a network of their own, by any dotted name', async () => {
    const dialled: string[] = [];
    const network = zooNetwork({ ports: {}, resolve: { addresses }, dialled, allowNetworks: ['10.1.0.0/16'] });

    const check = await network.check('mail.corp.internal', 993, NEVER);

    expect(check.status).toBe('checked');
    expect(dialled).toEqual(['10.1.2.3:993']);
  });

  it.each([['10.2.0.0/16'], ['fd00::/8']])('who allow %s do not allow 10.1.2.3', async (network) => {
    const zoo = zooNetwork({ ports: {}, resolve: { addresses }, allowNetworks: [network] });

    expect(await zoo.check('mail.corp.internal', 993, NEVER)).toMatchObject({ status: 'refused' });
  });

  it('do not open addresses typed as such', async () => {
    const network = zooNetwork({ ports: {}, allowNetworks: ['10.0.0.0/8'] });

    expect(await network.check('10.1.2.3', 993, NEVER)).toMatchObject({ status: 'refused' });
  });

  it('are told which network is mistyped', () => {
    expect(() => zooNetwork({ ports: {}, allowNetworks: ['10.0.0.0'] })).toThrow('10.0.0.0');
  });
});

describe('the production defaults', () => {
  it('refuse a public name that points to loopback', async () => {
    const loopback = async () => ({
      status: 'found' as const,
      records: [{ address: '127.0.0.1', family: 4 as const }],
    });
    const resolve = fakeResolve({ addresses: loopback });
    const options = { knowledge: NO_KNOWLEDGE, now: Date.now, log: SILENT_LOG, resolve };
    const network = createMailNetwork({ ...options, limits: { refusalMs: 1 } });

    expect(await network.check('localtest.me', 993, NEVER)).toMatchObject({ status: 'refused', ports: [] });
  });
});
