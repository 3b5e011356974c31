import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore, type StateStore } from '../../../src/adapters/storage/index.ts';
import { runExport } from '../../../src/bot/cli/export.ts';
import type { TicketEvent } from '../../../src/core/index.ts';
import { message, NOW, ticket, turn } from '../../contract/store-builders.ts';
import { tempDir } from '../../support/temp-dir.ts';

const ANN = { id: 'test:ann', name: 'Ann' } as const;
const KIM = { id: 'test:kim', name: 'Kim *the* agent' } as const;

let out: string;
let stateDir: string;
let said: string[];

beforeEach(() => {
  stateDir = tempDir();
  out = join(stateDir, 'out');
  said = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
  vi.stubEnv('POSTILION_STATE_DIR', stateDir);
  vi.stubEnv('DEFAULT_LOCALE', 'en');
});

describe('postilion export ticket', () => {
  it('writes all that was said and done as Markdown, which nobody’s words can turn into something else', async () => {
    await withTicket();

    expect(await runExport(['ticket', '#1', '--out', out])).toBe(0);

    expect(readFileSync(out, 'utf8').split('\n')).toEqual([
      '# #1 cannot \\*send\\*',
      '',
      'From Ann · test · English · closed · queue default · opened 2030-03-17 17:46:40Z',
      '',
      '- 2030-03-17 17:46:40Z **Ann** wrote',
      '  > # no heading',
      '  > ![picture](https://example.org/x)',
      '- 2030-03-17 17:46:40Z **Kim \\*the\\* agent** noted, for the desk only',
      '  > careful with this one',
      '- 2030-03-17 17:46:40Z **Kim \\*the\\* agent** sent (shown as Support)',
      '  > port 465, please',
      '- 2030-03-17 17:46:40Z **Ann** wrote',
      '  > *text removed*',
      '- 2030-03-17 17:46:40Z **Postilion** closed it',
      '',
      '## Files',
      '',
      '- error.png (3 KB, from the person, kept)',
      '',
    ]);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(said).toEqual([`Written to ${out}.`]);
  });

  it('writes the same as JSON, without the bytes of files', async () => {
    await withTicket();

    expect(await runExport(['ticket', '1', '--format', 'json', '--out', out])).toBe(0);

    const { ticket: exported, events, attachments } = JSON.parse(readFileSync(out, 'utf8'));
    expect(exported).toMatchObject({ number: 1, asker: 'test:ann', subject: 'cannot *send*' });
    expect(events.map(({ kind, text }: TicketEvent) => [kind, text])).toEqual([
      ['asker-message', '# no heading\n![picture](https://example.org/x)'],
      ['note', 'careful with this one'],
      ['agent-message', 'port 465, please'],
      ['asker-message', undefined],
      ['closed', undefined],
    ]);
    expect(attachments).toEqual([expect.objectContaining({ name: 'error.png', size: 2049, hash: 'abc' })]);
    expect(attachments[0]).not.toHaveProperty('content');
  });

  it('shows nothing of a person who was erased but that they were', async () => {
    const store = await withTicket({ open: true });
    await store.erasePerson('test:ann', NOW);
    await store.close();

    expect(await runExport(['ticket', '1', '--out', out])).toBe(0);

    const written = readFileSync(out, 'utf8');
    expect(written).not.toMatch(/Ann|heading|port 465|careful|cannot|error\.png/);
    expect(written).toContain('**Postilion** texts and files erased');
    expect(written).toContain('**Kim \\*the\\* agent** sent\n  > *text removed*');
  });

  it('speaks the operator’s language', async () => {
    await withTicket();
    vi.stubEnv('DEFAULT_LOCALE', 'zh-Hant');

    expect(await runExport(['ticket', '1', '--out', out])).toBe(0);

    expect(readFileSync(out, 'utf8')).toContain('寫了內部備註');
  });

  it.each([
    [['ticket', '7'], 69, 'There is no request 7.'],
    [['ticket'], 64, 'postilion export ticket NUMBER'],
    [['ticket', 'twelve'], 64, 'postilion export ticket NUMBER'],
    [['ticket', '1', '--format', 'autoconfig'], 64, 'postilion export ticket NUMBER'],
  ])('%s: writes nothing, and says why', async (args, code, reason) => {
    await withTicket();

    expect(await runExport([...args, '--out', out])).toBe(code);

    expect(said.join('\n')).toContain(reason);
    expect(() => statSync(out)).toThrow('ENOENT');
  });

  it('names what is wrong with the configuration', async () => {
    vi.stubEnv('WEB_PORT', 'many');

    expect(await runExport(['ticket', '1', '--out', out])).toBe(78);

    expect(said.join('\n')).toContain('WEB_PORT');
  });
});

/** A ticket in the state folder, of which the second message of its asker was taken back. */
async function withTicket({ open = false } = {}): Promise<StateStore> {
  const store = await openStore({ stateDir });
  const event = (id: string, kind: TicketEvent['kind'], by: TicketEvent['by'], more: Partial<TicketEvent> = {}) => ({
    id,
    ticket: 'ticket-1',
    at: NOW,
    kind,
    by,
    ...more,
  });
  const ticketEvents = [
    event('1', 'asker-message', ANN, { text: '# no heading\n![picture](https://example.org/x)' }),
    event('2', 'note', KIM, { text: 'careful with this one' }),
    event('3', 'agent-message', KIM, { text: 'port 465, please', shownAs: 'Support' }),
    event('4', 'asker-message', ANN, { text: 'my secret' }),
    event('5', 'closed', { id: 'test:', name: '' }),
  ];
  const file = {
    id: 'f',
    ticket: 'ticket-1',
    event: '1',
    from: 'asker',
    name: 'error.png',
    mime: 'image/png',
  } as const;
  const bytes = new Uint8Array(2049);
  await store.keepFile({ attachment: 'f', name: 'error.png', mime: 'image/png', hash: 'abc', bytes }, NOW);
  await store.accept(message('1'));
  await store.commit(
    [
      turn(message('1'), {
        ticket: ticket(1, { state: 'closed', closedAt: NOW, subject: 'cannot *send*' }),
        ticketEvents,
        blanked: ['4'],
        attachments: [{ ...file, size: 2049, state: 'kept', hash: 'abc' }],
      }),
    ],
    NOW,
  );
  if (!open) await store.close();
  return store;
}
