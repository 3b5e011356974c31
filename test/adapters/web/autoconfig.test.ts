import { describe, expect, it, vi } from 'vitest';
import { autoconfigFor } from '../../../src/core/index.ts';
import { readAutoconfig } from '../../support/published/autoconfig-file.ts';
import { testKnowledge } from '../../support/knowledge.ts';
import { createSite, ORIGIN } from './client.ts';

const PATHS = ['/mail/config-v1.1.xml', '/.well-known/autoconfig/mail/config-v1.1.xml'];
const on = { autoconfig: (address: string) => autoconfigFor(testKnowledge(), address) };

describe.each(PATHS)('%s', (path) => {
  it('gives a mail program the settings of a known domain, under any name that leads here, and no address', async () => {
    const { app } = createSite(on);

    const answer = await app.request(`${path}?emailaddress=Kim.Lee%40FOXMAIL.com`, {
      headers: { host: 'autoconfig.foxmail.com' },
    });
    const xml = await answer.text();

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(readAutoconfig(xml).incomingServer[0]?.hostname).toBe('imap.qq.com');
    expect(xml.toLowerCase()).not.toContain('kim');
  });

  it.each([
    '',
    '?emailaddress=',
    '?emailaddress=nobody',
    '?emailaddress=kim%40unknown.example',
    '?emailaddress=kim%40tuta.com',
    '?emailaddress=kim%40gmial.com',
    `?emailaddress=${'a'.repeat(400)}%40qq.com`,
    '?emailaddress=%3Cscript%3E%40qq.com%00',
    '?emailaddress=a%40b%40qq.com%0D%0AX-Evil%3A1',
  ])('knows nothing of %s', async (query) => {
    const { app } = createSite(on);

    const answer = await app.request(path + query);

    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('No settings are known.\n');
  });

  it('is not there unless the operator wants it', async () => {
    const { app } = createSite({});

    const answer = await app.request(`${ORIGIN}${path}?emailaddress=kim%40qq.com`, {
      headers: { host: 'localhost:8080' },
    });

    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('<clientConfig');
  });

  it('writes no address into the log', async () => {
    const { app, house } = createSite(on);
    const lines = (['info', 'warn', 'error'] as const).map((level) => vi.spyOn(house.log, level));

    await app.request(`${path}?emailaddress=kim.lee%40qq.com`);
    await app.request(`${path}?emailaddress=kim.lee%40unknown.example`);

    expect(JSON.stringify(lines.map((line) => line.mock.calls))).not.toContain('kim');
  });
});
