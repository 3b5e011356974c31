import { ChannelType, ComponentType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { ChatAdapter, Form, Operation, Receipt, TicketState } from '../../../src/core/index.ts';
import { ANNA, at, DESK, FORUM, GENERAL, post, receiptOf, row, says, startRig } from './rig.ts';

const HELPER = '3002';
const TAGS = { queue: 'Mail', language: 'English', claimed: false };

function open(channel: string, more: Partial<Extract<Operation, { kind: 'open-place' }>> = {}): Operation {
  return {
    key: 'ticket-1',
    kind: 'open-place',
    in: `discord:${channel}`,
    title: '#12 anna: 535',
    reply: says('535'),
    ...more,
  };
}

function state(to: TicketState): Operation {
  return { key: `state-${to}`, kind: 'set-state', of: 'ticket-1', state: to, tags: TAGS };
}

async function setState(adapter: ChatAdapter, target: Receipt, to: TicketState): Promise<void> {
  await receiptOf(adapter.deliver(row(state(to), { target })));
}

async function agentsAmong(adapter: ChatAdapter, desk: string, users: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const user of users) if (await adapter.isAgent?.(`discord:${desk}`, `discord:${user}`)) found.push(user);
  return found;
}

describe('/desk', () => {
  it('names the command, the ticket first, and what was written', async () => {
    const { discord, event } = await startRig();

    discord.desk(HELPER, DESK, 'send', { text: 'Please use port 465.', ticket: '12' });
    discord.desk(HELPER, DESK, 'snooze', { span: 'morning' });
    discord.desk(HELPER, DESK, 'mine');

    expect(await event('desk-command')).toMatchObject({ command: 'send', number: 12, text: 'Please use port 465.' });
    expect(await event('desk-command', 1)).toMatchObject({ command: 'snooze', text: 'morning' });
    expect(await event('desk-command', 2)).toMatchObject({ command: 'mine', text: '' });
  });
});

describe('/desk panel', () => {
  it('posts a message whose buttons are for everybody who reads there', async () => {
    const { discord, event } = await startRig();

    discord.desk(HELPER, GENERAL, 'panel');
    const panel = await discord.until(() => discord.messages(GENERAL)[0]);
    discord.press(ANNA, panel.id, /填写问题/);

    expect(discord.labelsOf(panel)).toHaveLength(3);
    expect((await event('action')).intent).toEqual({ name: 'open-form', form: 'ask' });
  });
});

describe('a form of the desk', () => {
  const form: Form = {
    name: 'hand-over',
    about: 'discord:interaction/1334567890123456789#0',
    language: 'zh-Hant',
    title: '轉交',
    submit: '送出',
    intro: '**Ann:** 還是 <@1> 不行',
    fields: [
      {
        kind: 'choice',
        name: 'queue',
        label: '佇列',
        required: true,
        options: [{ label: '信箱', value: 'mail' }],
        value: 'mail',
      },
      { kind: 'choice', name: 'agent', label: '成員', required: false, options: [] },
      { kind: 'text', name: 'note', label: '備註', required: false, lines: 'many', value: '已試過 465' },
    ],
  };

  it('opens as a modal, and comes back with what it was about', async () => {
    const { discord, inbox, event } = await startRig();
    inbox.immediate = ({ type }) => (type === 'desk-command' ? { kind: 'show-form', form } : { kind: 'ack' });

    const opened = discord.desk(HELPER, DESK, 'hand');
    await discord.until(() => opened.response);
    discord.submit(HELPER, opened, { queue: '信箱', note: '她很急' });

    expect(opened.response).toMatchObject({ type: 9, data: { title: '轉交' } });
    expect(opened.response?.data).toMatchObject({
      components: [{ type: ComponentType.TextDisplay, content: '**Ann:** 還是 \\<@1> 不行' }, {}, {}],
    });
    expect(await event('submission')).toMatchObject({
      form: 'hand-over',
      about: form.about,
      fields: { queue: 'mail', note: '她很急' },
    });
  });
});

describe('"Send to asker" on a message', () => {
  it('brings text and files along, and says what is meant', async () => {
    const { discord, event } = await startRig();
    const thread = discord.addThread('2100', DESK);
    const attachments = [discord.addFile('settings.png', 'image/png', Buffer.from('png'))];
    const said = discord.say(HELPER, thread.id, 'Like this.', { attachments });

    discord.askAbout(HELPER, said.id, 'Send to asker');

    expect(await event('message')).toMatchObject({
      meant: 'send-to-asker',
      messageId: said.id,
      text: 'Like this.',
      files: [{ name: 'settings.png', size: 3 }],
    });
  });
});

describe('a message that is more than words', () => {
  it.each([
    ['sticker', { sticker_items: [{ id: '1', name: 'Wave' }] }, 'Wave'],
    [
      'poll',
      { poll: { question: { text: 'Which port?' }, answers: [{ poll_media: { text: '465' } }] } },
      'Which port?\n- 465',
    ],
    ['forward', { message_snapshots: [{ message: { content: '550 relay denied' } }] }, '550 relay denied'],
    ['voice', { flags: 8_192 }, ''],
  ])('is called a %s, with what can be read of it', async (odd, facts, text) => {
    const { discord, event } = await startRig();

    discord.gateway.dispatchRaw('MESSAGE_CREATE', {
      id: '175928847299117063',
      channel_id: '7',
      author: { id: ANNA, username: 'anna' },
      content: '',
      ...facts,
    });

    expect(await event('message')).toMatchObject({ odd, text });
  });
});

describe('how a ticket stands', () => {
  it.each<[TicketState, string[]]>([
    ['open', ['5001']],
    ['claimed', ['5001']],
    ['resolved', ['5002']],
  ])('is shown by a tag of the forum: %s', async (to, tags) => {
    const { discord, adapter } = await startRig();
    const target = await receiptOf(adapter.deliver(row(open(FORUM))));

    await setState(adapter, target, to);

    expect(discord.threads(FORUM)[0]).toMatchObject({ applied_tags: tags, archived: false });
  });

  it('shows language and queue where the forum has tags for them, in any script', async () => {
    const { discord, adapter } = await startRig();
    const names = ['🟢 待處理', '處理中', 'English', 'mail'];
    const available_tags = names.map((name, index) => ({ id: `60${index}`, name }));
    discord.addChannel('2050', { type: ChannelType.GuildForum, available_tags });
    const target = await receiptOf(adapter.deliver(row(open('2050'))));

    await setState(adapter, target, 'claimed');

    expect(discord.threads('2050')[0]?.applied_tags).toEqual(['601', '602', '603']);
  });

  it('archives a closed post, and wakes it when it is opened again', async () => {
    const { discord, adapter } = await startRig();
    const target = await receiptOf(adapter.deliver(row(open(FORUM))));

    await setState(adapter, target, 'closed');
    const closed = { ...discord.threads(FORUM)[0] };
    await setState(adapter, target, 'open');

    expect(closed).toMatchObject({ archived: true, applied_tags: ['5002'] });
    expect(discord.threads(FORUM)[0]).toMatchObject({ archived: false, applied_tags: ['5001'] });
  });

  it('is a sign on the opening message in a text channel, one at a time', async () => {
    const { discord, adapter } = await startRig();
    const target = await receiptOf(adapter.deliver(row(open(DESK))));

    await setState(adapter, target, 'open');
    await setState(adapter, target, 'claimed');
    await setState(adapter, target, 'claimed');

    expect(discord.world.messages.get(target.messageId)?.reactions).toEqual(['🙋']);
  });

  it('is refused, not retried, where the right is missing', async () => {
    const { discord, adapter } = await startRig();
    const target = await receiptOf(adapter.deliver(row(open(FORUM))));
    discord.fault({ on: /^PATCH \/channels\/\d+$/, kind: 'refuse', status: 403, code: 50_013 });

    const result = await adapter.deliver(row(state('claimed'), { target }));

    expect(result).toMatchObject({ kind: 'refused', code: 'missing-permission' });
  });
});

describe('a sign on a message', () => {
  const sign = (messageId: string, kind: 'passed-on' | 'not-passed-on'): Operation => ({
    key: `sign-${kind}`,
    kind: 'react',
    at: { place: `discord:${GENERAL}`, messageId },
    sign: kind,
  });

  it('is a reaction, and the later one takes the place of the earlier', async () => {
    const { discord, adapter } = await startRig();
    const { id } = discord.say(ANNA, GENERAL, 'more');

    await adapter.deliver(row(sign(id, 'passed-on')));
    await adapter.deliver(row(sign(id, 'not-passed-on')));

    expect(discord.world.messages.get(id)?.reactions).toEqual(['⚠️']);
  });

  it('is refused where the message is gone or nobody may react', async () => {
    const { discord, adapter } = await startRig();
    const { id } = discord.say(ANNA, GENERAL, 'more');
    discord.fault({ on: /^PUT .*reactions/, kind: 'refuse', status: 403, code: 50_013 });

    const forbidden = await adapter.deliver(row(sign(id, 'passed-on')));
    const gone = await adapter.deliver(row(sign('1', 'passed-on')));

    expect([forbidden, gone]).toMatchObject([{ code: 'missing-permission' }, { code: 'place-gone' }]);
  });
});

describe('a thread', () => {
  it('that is archived is woken by what is written, and for an edit', async () => {
    const { discord, adapter } = await startRig();
    const thread = discord.addThread('2100', GENERAL, { archived: true });
    const target = await receiptOf(adapter.deliver(row(post(at('2100'), says('one')))));
    const woken = thread.archived;
    thread.archived = true;

    const edit: Operation = { key: 'edit-1', kind: 'edit', of: 'answer-1', reply: says('two') };
    const result = await adapter.deliver(row(edit, { target }));

    expect(woken).toBe(false);
    expect(result).toMatchObject({ ok: true });
    expect(discord.messages('2100').map((one) => discord.textOf(one))).toEqual(['two']);
  });

  it('is private for a person whose direct messages are closed, under the channel where they asked', async () => {
    const { discord, adapter } = await startRig();

    const receipt = await receiptOf(adapter.deliver(row(open(GENERAL, { audience: `discord:${ANNA}` }))));

    const [thread] = discord.threads(GENERAL);
    expect(thread).toMatchObject({ type: 12, members: [ANNA] });
    expect(receipt.place).toBe(`discord:${thread?.id}`);
    expect(discord.messages(thread?.id ?? '').map((one) => discord.textOf(one))).toEqual(['535']);
  });

  it.each([
    ['the thread', /^POST \/channels\/2001\/threads$/],
    ['its first message', /^POST \/channels\/\d{10,}\/messages$/],
  ])('for a person is opened once, also when the answer about %s got lost', async (_, on) => {
    const { discord, adapter } = await startRig();
    const operation = open(GENERAL, { audience: `discord:${ANNA}` });
    discord.fault({ on, kind: 'drop-after' });

    await adapter.deliver(row(operation));
    await receiptOf(adapter.deliver(row(operation, { state: 'sending', attempts: 1 })));

    const threads = discord.threads(GENERAL);
    expect(threads).toHaveLength(1);
    expect(discord.messages(threads[0]?.id ?? '')).toHaveLength(1);
  });

  it('is announced to become scarce before it does, and named when it has', async () => {
    const { discord, adapter } = await startRig();
    const addMany = (from: number, to: number): void => {
      for (let index = from; index < to; index += 1) discord.addThread(`8${index}`, GENERAL);
    };

    addMany(0, 950);
    const receipt = await receiptOf(adapter.deliver(row(open(FORUM))));
    addMany(950, 1_000);
    const full = await adapter.deliver(row(open(FORUM, { key: 'ticket-2', title: '#13' })));

    expect(discord.messages(receipt.place.slice(8)).map((one) => discord.textOf(one))[0]).toContain('950 of 1000');
    expect(full).toMatchObject({ kind: 'refused', code: 'place-full' });
  });
});

describe('a file of a ticket', () => {
  const file = (mime: string): Operation => ({
    key: 'file-1',
    kind: 'file',
    to: at(GENERAL),
    attachment: 'a1',
    name: 'error.png',
    mime,
    size: 3,
    reply: says('📎 anna'),
  });

  it.each([
    ['image/png', 12],
    ['text/plain', 13],
  ])('is shown under the words that say whose it is: %s', async (mime, type) => {
    const { discord, adapter } = await startRig();

    await receiptOf(adapter.deliver(row(file(mime), { content: Buffer.from('png') })));

    const [message] = discord.messages(GENERAL);
    expect(message?.attachments).toMatchObject([{ filename: 'error.png', content: 'png' }]);
    expect(message && discord.textOf(message)).toBe('📎 anna');
    expect(JSON.stringify(message?.components)).toContain(`"type":${type}`);
  });

  it('that is no longer kept, or too large, is refused', async () => {
    const { adapter } = await startRig();

    const gone = await adapter.deliver(row(file('image/png')));
    const large = await adapter.deliver(row(file('image/png'), { content: Buffer.alloc(10 * 1024 * 1024 + 1) }));

    expect([gone, large]).toMatchObject([{ code: 'expired' }, { code: 'too-large' }]);
  });
});

describe('fetching a file', () => {
  const signal = new AbortController().signal;

  it('gives its bytes, also when its address has expired', async () => {
    const { discord, adapter } = await startRig();
    const { url } = discord.addFile('error.png', 'image/png', Buffer.from('png'));
    const ref = { name: 'error.png', mime: 'image/png', size: 3, url: String(url) };

    const fresh = await adapter.fetchFile?.(ref, 100, signal);
    discord.expireFiles();
    const expired = await adapter.fetchFile?.(ref, 100, signal);

    expect([fresh, expired]).toMatchObject([{ ok: true }, { ok: true, bytes: Buffer.from('png') }]);
  });

  it('stops at the limit, and asks nobody but Discord', async () => {
    const { discord, adapter } = await startRig();
    const { url } = discord.addFile('log.txt', 'text/plain', Buffer.alloc(101));
    const ref = { name: 'log.txt', mime: 'text/plain', size: 1 };

    const large = await adapter.fetchFile?.({ ...ref, url: String(url) }, 100, signal);
    const foreign = await adapter.fetchFile?.({ ...ref, url: 'http://169.254.169.254/latest' }, 100, signal);
    const none = await adapter.fetchFile?.(ref, 100, signal);

    expect([large, foreign, none]).toEqual([
      { ok: false, refusal: 'too-large' },
      { ok: false, refusal: 'gone' },
      { ok: false, refusal: 'gone' },
    ]);
  });

  it('throws for what may pass', async () => {
    const { discord, adapter } = await startRig();
    const { url } = discord.addFile('error.png', 'image/png', Buffer.from('png'));
    discord.expireFiles();
    discord.fault({ on: /refresh-urls/, kind: 'error' });

    await expect(adapter.fetchFile?.({ name: 'e', mime: 'i', size: 3, url: String(url) }, 9, signal)).rejects.toThrow(
      'Internal Server Error',
    );
  });
});

describe('who may act at a desk', () => {
  it('is whoever sees its channel', async () => {
    const { discord, adapter } = await startRig();
    discord.world.guilds.get('9001')?.roles.push({ id: '9100', name: 'helpers', members: [HELPER] });
    discord.addChannel('2060', { onlyRole: '9100' });
    discord.addUser('3010', { outside: true });

    const may = await agentsAmong(adapter, '2060', [HELPER, '3003', '3010', ANNA]);

    // Anna owns the server.
    expect(may).toEqual([HELPER, ANNA]);
  });

  it('is whoever has a helper role, where roles are set', async () => {
    const { discord, adapter } = await startRig({ helperRoles: ['9100'] });
    discord.world.guilds.get('9001')?.roles.push({ id: '9100', name: 'helpers', members: [HELPER] });

    expect(await agentsAmong(adapter, DESK, [HELPER, ANNA])).toEqual([HELPER]);
  });

  it('cannot be told while Discord is away', async () => {
    const { discord, adapter } = await startRig();
    discord.fault({ on: /^GET \/guilds\/9001\/members/, kind: 'error' });

    await expect(adapter.isAgent?.(`discord:${DESK}`, `discord:${HELPER}`)).rejects.toThrow('Internal Server Error');
  });
});

describe('a time', () => {
  it('is shown to each reader in their own zone', async () => {
    const { discord, adapter } = await startRig();

    await adapter.deliver(row(post(at(GENERAL), says('Until [9:00 UTC](time:1764057600000).'))));

    const [message] = discord.messages(GENERAL);
    expect(message && discord.textOf(message)).toBe('Until <t:1764057600:f>.');
  });
});
