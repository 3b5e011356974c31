import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { issue, type Issued } from '../../support/mail-zoo/authority.ts';
import { PUBLIC_4, zooNetwork } from '../../support/mail-zoo/network.ts';
import {
  autoconfig,
  endlessPage,
  page,
  redirect,
  startWeb,
  type Page,
  type WebDouble,
} from '../../support/mail-zoo/web.ts';
import { openZoo, type Zoo } from '../../support/mail-zoo/zoo.ts';

const START = 'https://autoconfig.example.org/mail/config-v1.1.xml';
const GOOD = autoconfig([{ type: 'imap', hostname: 'imap.example.org', port: 993, socketType: 'SSL' }]);
const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${GOOD.replace('Zoo', '&b;')}`;

let zoo: Zoo;
let leaf: Issued;
let web: WebDouble | undefined;
beforeAll(async () => {
  zoo = await openZoo();
  leaf = await issue({ names: ['*.example.org'], issuer: zoo.intermediate, send: [zoo.intermediate] });
});
afterEach(() => web?.close());

/** Names that begin with "private" resolve to a private address. */
async function addresses(host: string) {
  const address = host.startsWith('private') ? '10.0.0.1' : PUBLIC_4;
  return { status: 'found' as const, records: [{ address, family: 4 as const }] };
}

async function fetchFrom(pages: Record<string, Page>, credentials = leaf) {
  web = await startWeb(credentials, pages);
  const dialled: string[] = [];
  const network = zooNetwork({ ports: { 443: web.port }, ca: zoo.root.cert, resolve: { addresses }, dialled });
  const found = await network.discover('example.org', new AbortController().signal);
  return { found, dialled };
}

describe('an autoconfig file', () => {
  it.each<[string, Page]>([
    ['with entities that multiply', page(LAUGHS)],
    [
      'that reads a local file',
      page(GOOD.replace('<clientConfig', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><clientConfig')),
    ],
    ['that is HTML with status 200', page('<!DOCTYPE html><html><body>Not found</body></html>')],
    ['that is HTML without a document type', page('<html><body>clientConfig</body></html>')],
    ['that never ends', endlessPage],
    ['that is larger than 64 KiB', page(GOOD + ' '.repeat(70_000))],
    ['that is compressed although nobody asked', page(gzipSync(GOOD), { 'content-encoding': 'gzip' })],
    ['that is cut off', page(GOOD.slice(0, 300))],
    ['that is JSON', page('{"clientConfig":1}')],
    ['that is empty', page('')],
    ['with a port that is none', page(GOOD.replace('993', '99993'))],
    ['with an unknown protocol', page(GOOD.replace('"imap"', '"exchange"'))],
    ['with a host that is a path', page(GOOD.replace('imap.example.org', '../../etc'))],
    ['redirected to http', redirect('http://autoconfig.example.org/x')],
    ['redirected to an address', redirect('https://127.0.0.1/x')],
    ['redirected to an address in disguise', redirect('https://0x7f.1/x')],
    ['redirected to an IPv6 address', redirect('https://[::1]/x')],
    ['redirected to a private name', redirect('https://private.example.org/x')],
    ['redirected to metadata', redirect('https://metadata.google.internal/computeMetadata/v1/')],
    ['redirected to another port', redirect('https://autoconfig.example.org:8443/x')],
    ['redirected with a user name', redirect('https://user:pass@autoconfig.example.org/x')],
    ['redirected to a file', redirect('file:///etc/passwd')],
    ['redirected to itself for ever', redirect(START)],
  ])('%s is not believed', async (_, behaviour) => {
    const { found, dialled } = await fetchFrom({ [START]: behaviour });

    expect(found.servers).toEqual([]);
    expect(dialled.every((target) => target.startsWith(PUBLIC_4))).toBe(true);
  });

  it('may be three redirects away', async () => {
    const { found } = await fetchFrom({
      [START]: redirect('https://a.example.org/1'),
      'https://a.example.org/1': redirect('/2'),
      'https://a.example.org/2': redirect('https://b.example.org/3'),
      'https://b.example.org/3': page(GOOD),
    });

    expect(found.servers).toMatchObject([{ host: 'imap.example.org', via: 'autoconfig' }]);
  });

  it('is not fetched from a server with a bad certificate', async () => {
    const { found } = await fetchFrom({ [START]: page(GOOD) }, await issue({ names: ['*.example.org'] }));

    expect(found.servers).toEqual([]);
  });
});
