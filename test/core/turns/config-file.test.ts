import { describe, expect, it } from 'vitest';
import type { Block, Event, JobOutcome, Operation, Settings, Slots, Turn } from '../../../src/core/model.ts';
import { respond } from '../../../src/core/respond.ts';
import { fileBytes } from '../../../src/core/turns/file-bytes.ts';
import { lookupsOf, provider, server } from '../providers/samples.ts';

const knowledge = lookupsOf(
  provider({ servers: [server(), server({ protocol: 'smtp', host: 'smtp.example.com', port: 465 })] }),
);
const WANTED = { name: 'config-file', provider: 'example' } as const;

interface Scene {
  private?: boolean;
  slots?: Slots;
  settings?: Partial<Settings>;
}

type Happening =
  | {
      type: 'action';
      intent: typeof WANTED | (typeof WANTED & { format: 'mobileconfig' | 'autoconfig'; domain?: string });
    }
  | { type: 'job-finished'; job: string; outcome: JobOutcome }
  | { type: 'delivery'; operation: string; outcome: 'sent' | 'refused'; code?: 'direct-closed' };

function turnOf(happening: Happening, { private: alone = false, slots = {}, settings = {} }: Scene = {}): Turn {
  const where = { place: 'test:channel', conversation: 'test:channel/me', private: alone } as const;
  const author = { id: 'test:me', name: 'Me', bot: false } as const;
  const event: Event = { ...happening, ...where, id: 'test:1', author, at: 0, redactions: [] };
  const conversation = {
    id: where.conversation,
    place: where.place,
    private: alone,
    version: 1,
    slots,
    slotsAt: 0,
    stillNot: 0,
    transcript: [],
  };
  return respond(
    event,
    {
      conversation,
      person: { id: author.id, version: 0, name: 'Me', blocked: false },
      ticketEvents: [],
      nextTicketNumber: 1,
      settings: { defaultLanguage: 'en', ...settings },
    },
    knowledge,
    0,
  );
}

function posts({ operations }: Turn): { to: unknown; blocks: Block[]; key: string }[] {
  return operations.flatMap((operation: Operation) =>
    operation.kind === 'post' ? [{ to: operation.to, blocks: operation.reply.blocks, key: operation.key }] : [],
  );
}

function files(turn: Turn): { to: unknown; content: string; name: string }[] {
  return posts(turn).flatMap(({ to, blocks }) =>
    blocks.flatMap((block) => (block.kind === 'file' ? [{ to, content: block.content, name: block.name }] : [])),
  );
}

const apple = { type: 'action', intent: { ...WANTED, format: 'mobileconfig' } } as const;

describe('a file asked for among others', () => {
  it('goes to the asker alone, and the channel never sees the address', () => {
    const turn = turnOf(apple, { slots: { email: 'me@example.com' } });

    expect(files(turn)).toMatchObject([{ to: { direct: 'test:me' }, name: 'example.mobileconfig' }]);
    expect(files(turn)[0]?.content).toContain('me@example.com');
    const seen = posts(turn).filter(({ to }) => JSON.stringify(to).includes('channel'));
    expect(seen).toHaveLength(1);
    expect(JSON.stringify(seen)).not.toContain('me@example.com');
  });

  it('that cannot be delivered is told where it was asked for', () => {
    const file = posts(turnOf(apple)).find(({ to }) => 'direct' in (to as object));

    const told = turnOf(
      { type: 'delivery', operation: file?.key ?? '', outcome: 'refused', code: 'direct-closed' },
      { slots: { provider: 'example' } },
    );

    expect(posts(told)).toMatchObject([{ to: { place: 'test:channel' } }]);
    expect(JSON.stringify(told.operations)).toMatch(/allow direct messages.*Try again/);
    expect(turnOf({ type: 'delivery', operation: file?.key ?? '', outcome: 'sent' }).operations).toEqual([]);
  });
});

describe('a file asked for in private', () => {
  it('is given there', () => {
    expect(files(turnOf(apple, { private: true }))).toMatchObject([{ to: { place: 'test:channel' } }]);
  });

  it('never holds an address of somebody else’s provider', () => {
    const turn = turnOf(apple, { private: true, slots: { email: 'me@elsewhere.example' } });

    expect(files(turn)[0]?.content).not.toContain('elsewhere');
  });

  it('is for the domain that the button was shown for, whatever was spoken of since', () => {
    const since = { email: 'me@elsewhere.example', domain: 'elsewhere.example', provider: 'elsewhere' };
    const pressed = (format: 'mobileconfig' | 'autoconfig') =>
      files(
        turnOf(
          { type: 'action', intent: { ...WANTED, domain: 'company.example', format } },
          { private: true, slots: since },
        ),
      )[0]?.content ?? '';

    expect(pressed('autoconfig')).toContain('<domain>company.example</domain>');
    expect(pressed('autoconfig') + pressed('mobileconfig')).not.toContain('elsewhere');
  });

  it('of a company’s domain holds the address in that domain', () => {
    const turn = turnOf(
      { type: 'action', intent: { ...WANTED, domain: 'company.example', format: 'mobileconfig' } },
      { private: true, slots: { email: 'me@company.example' } },
    );

    expect(files(turn)[0]?.content).toContain('<string>me@company.example</string>');
  });

  it('for Thunderbird holds no address at all', () => {
    const turn = turnOf(
      { type: 'action', intent: { ...WANTED, format: 'autoconfig' } },
      { private: true, slots: { email: 'me@example.com', domain: 'example.com' } },
    );

    expect(files(turn)).toMatchObject([{ name: 'example.com.xml' }]);
    expect(files(turn)[0]?.content).not.toContain('me@');
  });
});

describe('a signed file', () => {
  const settings = { signsFiles: true };

  it('is signed by a job, and given when that ends', () => {
    const asked = turnOf(apple, { settings });
    const [job] = asked.jobs;
    if (job?.task.kind !== 'sign-file') throw new Error('nothing is to be signed');

    expect(files(asked)).toEqual([]);
    const { task, progress } = job;
    const done = turnOf({
      type: 'job-finished',
      job: job.id,
      outcome: { kind: 'sign-file', task, progress, result: 'AAEC/w==' },
    });

    expect(done.operations[0]).toMatchObject({ kind: 'delete', of: progress });
    const [given] = posts(done).flatMap(({ to, blocks }) => ('direct' in (to as object) ? [blocks] : []));
    const file = given?.find((block) => block.kind === 'file');
    expect(file?.kind === 'file' && [...fileBytes(file)]).toEqual([0, 1, 2, 255]);
    expect(JSON.stringify(given)).not.toContain('Not signed');
  });

  it('goes out unsigned, which is said, when the key does not work', () => {
    const [job] = turnOf(apple, { settings }).jobs;
    if (!job) throw new Error('nothing is to be signed');

    const failed = turnOf({
      type: 'job-finished',
      job: job.id,
      outcome: { kind: 'failed', task: job.task, progress: job.progress },
    });

    expect(files(failed)[0]?.content).toContain('<plist');
    expect(JSON.stringify(failed.operations)).toContain('Not signed');
  });
});
