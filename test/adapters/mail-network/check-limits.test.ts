import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { silent } from '../../support/mail-zoo/animals.ts';
import { keep, type Cage } from '../../support/mail-zoo/keeper.ts';
import { zooNetwork } from '../../support/mail-zoo/network.ts';
import { HOST, openZoo, type Zoo } from '../../support/mail-zoo/zoo.ts';

const NEVER = new AbortController().signal;

let zoo: Zoo;
let cage: Cage;
beforeAll(async () => {
  zoo = await openZoo();
});
beforeEach(async () => {
  cage = await keep(zoo.good('imap', true));
});
afterEach(() => cage.close());

function network(options: Parameters<typeof zooNetwork>[0]) {
  return zooNetwork({ ca: zoo.root.cert, ...options });
}

describe('checks of the same server', () => {
  it('share one result for ten minutes', async () => {
    let now = 1_000_000;
    const mail = network({ ports: { 993: cage.port }, now: () => now, limits: { cacheMs: 600_000 } });
    const first = await mail.check(HOST, 993, NEVER);
    const visits = cage.visits();

    now += 599_999;
    expect(await mail.check(HOST.toUpperCase(), 993, NEVER)).toBe(first);
    expect(cage.visits()).toBe(visits);

    now += 1;
    expect(await mail.check(HOST, 993, NEVER)).not.toBe(first);
    expect(cage.visits()).toBeGreaterThan(visits);
  });

  it('share one conversation when asked for at once', async () => {
    const mail = network({ ports: { 993: cage.port } });

    const [one, other] = await Promise.all([mail.check(HOST, 993, NEVER), mail.check(HOST, 993, NEVER)]);

    expect(one).toBe(other);
  });

  it('are not kept when nothing was found out', async () => {
    const mail = network({ ports: {} });

    expect(await mail.check(HOST, 993, NEVER)).not.toBe(await mail.check(HOST, 993, NEVER));
  });
});

describe('what may be looked at', () => {
  const limit = { by: 'target', tryAt: 1_900_000_000_000 } as const;

  it('is asked by registrable domain, once for each check that is made', async () => {
    const asked: string[] = [];
    const admit = async (target: string) => void asked.push(target);
    const mail = network({ ports: { 993: cage.port } });

    await mail.check(HOST, 993, NEVER, { admit });
    await mail.check(HOST, 993, NEVER, { admit });
    await mail.check('imap.example.co.uk', 993, NEVER, { admit });

    expect(asked).toEqual(['example.org', 'example.co.uk']);
  });

  it('decides before anything is sent or resolved', async () => {
    const dialled: string[] = [];
    const resolved: string[] = [];
    const addresses = async (host: string) => {
      resolved.push(host);
      return { status: 'none' } as const;
    };
    const mail = network({ ports: { 993: cage.port }, dialled, resolve: { addresses } });

    const check = await mail.check(HOST, 993, NEVER, { admit: async () => limit });

    expect(check).toMatchObject({ status: 'rate-limited', limit, ports: [], verdict: 'unknown' });
    expect([dialled, resolved]).toEqual([[], []]);
  });

  it('is not kept: the next one may be allowed', async () => {
    const mail = network({ ports: { 993: cage.port } });

    await mail.check(HOST, 993, NEVER, { admit: async () => limit });

    expect(await mail.check(HOST, 993, NEVER)).toMatchObject({ status: 'checked' });
  });

  it('is asked for domains too', async () => {
    const mail = network({ ports: {} });

    expect(await mail.discover('example.org', NEVER, { admit: async () => limit })).toMatchObject({
      status: 'rate-limited',
      limit,
    });
  });
});

describe('the steps of a check', () => {
  it('are told when it connects and when it is encrypted', async () => {
    const steps: string[] = [];
    const mail = network({ ports: { 993: cage.port } });

    await mail.check(HOST, 993, NEVER, { step: (step) => steps.push(step) });

    expect(steps).toEqual(['encrypting', 'certificate']);
  });

  it('are none where nothing answers', async () => {
    const steps: string[] = [];

    await network({ ports: {} }).check(HOST, 993, NEVER, { step: (step) => steps.push(step) });

    expect(steps).toEqual([]);
  });
});

describe('a check that nobody waits for any more', () => {
  it('answers at once and lets its sockets go', async () => {
    const quiet = await keep(silent);
    const leaving = new AbortController();
    const mail = network({ ports: { 993: quiet.port }, limits: { checkMs: 60_000 } });
    const waiting = mail.check(HOST, 993, leaving.signal);
    await quiet.visited();

    leaving.abort();

    expect(await waiting).toMatchObject({ status: 'checked', verdict: 'unknown', ports: [] });
    await quiet.left();
    await quiet.close();
  });

  it('goes on for the others who wait', async () => {
    const leaving = new AbortController();
    const mail = network({ ports: { 993: cage.port } });

    const [gone, stayed] = [mail.check(HOST, 993, leaving.signal), mail.check(HOST, 993, NEVER)];
    leaving.abort();

    expect((await gone).verdict).toBe('unknown');
    expect((await stayed).verdict).toBe('good');
  });
});

describe('a server that hangs', () => {
  it('costs one socket', async () => {
    const quiet = await keep(silent);
    const mail = network({ ports: { 993: quiet.port } });

    await mail.check(HOST, 993, NEVER);

    expect(quiet.visits()).toBe(1);
    await quiet.close();
  });
});

describe('without a port', () => {
  it.each([
    ['imap.example.org', [993, 143]],
    ['pop.example.org', [995, 110]],
    ['smtp.example.org', [465, 587]],
    ['mail.example.org', [993, 143, 995, 110, 465, 587]],
  ])('%s is looked at on %j', async (host, ports) => {
    const dialled: string[] = [];
    const mail = network({ ports: {}, dialled });

    const result = await mail.check(host, undefined, NEVER);

    expect(result.ports.map(({ port }) => port)).toEqual(ports);
    expect(new Set(dialled.map((target) => Number(target.split(':')[1])))).toEqual(new Set(ports));
    expect(dialled).toHaveLength(ports.length);
  });

  it('the verdict is that of the ports that answer', async () => {
    const mail = network({ ports: { 993: cage.port } });

    expect(await mail.check(HOST, undefined, NEVER)).toMatchObject({ verdict: 'good' });
  });
});

describe('100 checks at once', () => {
  it('all get their verdict', async () => {
    const mail = network({ ports: { 993: cage.port }, limits: { checkMs: 15_000 } });
    const hosts = Array.from({ length: 100 }, (_, i) => `h${i}.example.org`);

    const checks = await Promise.all(hosts.map((host) => mail.check(host, 993, new AbortController().signal)));

    expect(checks.every(({ ports }) => ports[0]?.findings.includes('certificate-name-mismatch'))).toBe(true);
  });
});
