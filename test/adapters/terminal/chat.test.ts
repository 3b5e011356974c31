import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createTerminalAdapter } from '../../../src/adapters/terminal/index.ts';
import type { Action, Block, Incoming, Operation, OutboxRow, Reply } from '../../../src/core/index.ts';

interface Chat {
  adapter: ReturnType<typeof createTerminalAdapter>;
  received: Incoming[];
  logged: string[];
  /** Types lines, and waits until all were taken. */
  type: (...lines: string[]) => Promise<void>;
  /** What was printed since the last look. */
  printed: () => string;
  ended: Promise<unknown>;
  input: PassThrough;
}

async function chat(settings: { language?: string; broken?: boolean } = {}): Promise<Chat> {
  const [input, output, ends] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const received: Incoming[] = [];
  const logged: string[] = [];
  const note = (event: string): void => void logged.push(event);
  const adapter = createTerminalAdapter({
    log: { info: note, warn: note, error: note },
    language: settings.language ?? 'en',
    input,
    output,
    onEnd: () => ends.emit('ended'),
  });
  await adapter.start(async (incoming) => {
    if (settings.broken === true) throw new Error('the state store is full');
    received.push(incoming);
    return { kind: 'ack' };
  });
  async function type(...lines: string[]): Promise<void> {
    input.write(lines.map((line) => `${line}\n`).join(''));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return {
    adapter,
    received,
    logged,
    type,
    printed: () => String(output.read() ?? ''),
    ended: once(ends, 'ended'),
    input,
  };
}

function row(operation: Operation): OutboxRow {
  return { operation, sequence: 1, place: 'terminal:me', attempts: 1, state: 'sending', queuedAt: 0 };
}

function reply(blocks: Block[]): Reply {
  return { language: 'en', blocks, quiet: false };
}

function post(blocks: Block[]): OutboxRow {
  return row({ kind: 'post', key: 'op:1', to: { place: 'terminal:me' }, reply: reply(blocks) });
}

const choices: Action[] = [
  { label: 'Set up Outlook', intent: { name: 'client-setup', slots: { client: 'outlook' } } },
  { label: 'Talk to a human', intent: { name: 'talk-to-human', slots: {} } },
];

describe('the terminal', () => {
  it('hands on what is typed, in order', async () => {
    const { type, received } = await chat();

    await type('qq imap', '', '  and smtp?  ');

    expect(received).toMatchObject([
      {
        type: 'message',
        text: 'qq imap',
        private: true,
        addressed: 'direct',
        conversation: 'terminal:me',
        locale: 'en',
      },
      { type: 'message', text: 'and smtp?' },
    ]);
    expect(new Set(received.map(({ id }) => id)).size).toBe(2);
  });

  it('takes a number for the choice that was printed with it', async () => {
    const { adapter, type, received, printed } = await chat();

    const result = await adapter.deliver(post([{ kind: 'actions', actions: choices }]));
    await type('2', '465');

    expect(result).toEqual({ ok: true, receipt: { place: 'terminal:me', messageId: 'op:1' } });
    expect(printed()).toContain('1) Set up Outlook\n2) Talk to a human\n\nType a number');
    expect(received).toMatchObject([
      { type: 'action', intent: choices[1]?.intent },
      { type: 'message', text: '465' },
    ]);
  });

  it('takes a number for words where there is no such choice', async () => {
    const { type, received } = await chat();

    await type('2');

    expect(received).toMatchObject([{ type: 'message', text: '2' }]);
  });

  it.each([
    ['/help', 'help', ''],
    ['/settings  qq邮箱 ', 'settings', 'qq邮箱'],
    ['/human', 'human', ''],
  ])('knows the command %s', async (line, command, text) => {
    const { type, received } = await chat();

    await type(line);

    expect(received).toMatchObject([{ type: 'command', command, text }]);
  });

  it('names its commands when it does not know one', async () => {
    const { type, received, printed } = await chat({ language: 'zh-Hant' });

    await type('/reboot');

    expect(received).toEqual([]);
    expect(printed()).toMatch(/沒有 \/reboot 這個指令.*\/help.*\/quit/);
  });

  it('prints an edit below what it printed before', async () => {
    const { adapter, printed } = await chat();
    const text = (words: string): Block[] => [{ kind: 'text', text: words }];

    await adapter.deliver(post(text('Checking…')));
    await adapter.deliver(row({ kind: 'edit', key: 'op:2', of: 'op:1', reply: reply(text('It is safe.')) }));

    expect(printed()).toMatch(/Checking…\n\nUpdated:\nIt is safe\.\n/);
  });

  it('refuses to open a second place', async () => {
    const { adapter } = await chat();

    const result = await adapter.deliver(
      row({ kind: 'open-place', key: 'op:1', in: 'terminal:me', title: '', reply: reply([]) }),
    );

    expect(result).toMatchObject({ ok: false, kind: 'refused', code: 'place-gone' });
  });

  it('says so when a message could not be kept, and goes on', async () => {
    const { type, printed, logged } = await chat({ broken: true });

    await type('hello', '/help');

    expect(printed().match(/could not keep your message/g)).toHaveLength(2);
    expect(logged).toEqual(['terminal-event-not-kept', 'terminal-event-not-kept']);
  });

  it('answers a megabyte on one line politely', async () => {
    const { type, received, printed } = await chat();

    await type('x'.repeat(1_000_000));

    expect(received).toEqual([]);
    expect(printed()).toContain('more than I can read');
  });

  it.each([
    ['at the end of the input', ({ input }: Chat) => void input.end('last words\n')],
    ['at /quit', ({ input }: Chat) => void input.write('last words\n/quit\n')],
  ])('ends gracefully %s, with all that was typed', async (_, end) => {
    const open = await chat();

    end(open);
    await open.ended;

    expect(open.received).toMatchObject([{ type: 'message', text: 'last words' }]);
    expect(open.adapter.health().connected).toBe(false);
  });

  it('stops without saying that the person left', async () => {
    const open = await chat();
    let left = false;
    void open.ended.then(() => (left = true));

    await open.adapter.stop();

    expect(left).toBe(false);
    expect(open.adapter.health().connected).toBe(false);
  });
});
