import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customIdOf, intentIn } from '../../../src/adapters/discord/custom-id.ts';
import type { ReadContext } from '../../../src/adapters/discord/read-context.ts';
import { read } from '../../../src/adapters/discord/read.ts';
import type { Intent } from '../../../src/core/index.ts';

const SELF = '1001';
const CONTEXT: ReadContext = {
  self: () => SELF,
  isThread: () => false,
};
const TYPES = ['MESSAGE_CREATE', 'MESSAGE_UPDATE', 'MESSAGE_DELETE', 'MESSAGE_DELETE_BULK', 'INTERACTION_CREATE'];

/** In the shape of Discord's own documentation, whose example id tells its time. */
const MESSAGE = {
  id: '175928847299117063',
  channel_id: '2001',
  guild_id: '9001',
  type: 0,
  content: '<@1001> why does 587 fail?',
  author: { id: '3001', username: 'anna', global_name: 'Anna K', discriminator: '0', avatar: null },
  member: { nick: 'annie', roles: [], joined_at: '2024-01-01T00:00:00+00:00' },
  mentions: [{ id: '1001', username: 'postilion', bot: true }],
  attachments: [
    { id: '1', filename: 'error.png', content_type: 'image/png', size: 5120, url: 'https://cdn.example/error.png' },
  ],
  embeds: [],
  components: [],
  timestamp: '2026-09-01T00:00:00+00:00',
  edited_timestamp: null,
  mention_roles: [],
  pinned: false,
  tts: false,
};

function readMessage(change: object) {
  return read('MESSAGE_CREATE', { ...MESSAGE, ...change }, CONTEXT);
}

describe('a message', () => {
  it('is read with the name that others see, its files and its time', () => {
    expect(readMessage({})).toMatchObject({
      kind: 'event',
      event: {
        text: 'why does 587 fail?',
        author: { name: 'annie', bot: false },
        files: [{ name: 'error.png', mime: 'image/png', size: 5120, url: 'https://cdn.example/error.png' }],
        at: 1_462_015_105_796,
      },
    });
  });

  it.each([
    ['our own', { author: { id: SELF, username: 'postilion', bot: true } }],
    ['a notice of Discord', { type: 7 }],
    ['not for us', { mentions: [], content: 'hello all' }],
    ['for everyone', { mentions: [], mention_everyone: true, content: '@everyone hello' }],
  ])('is ignored when it is %s', (_, change) => {
    expect(readMessage(change)).toEqual({ kind: 'ignored' });
  });

  it.each([
    ['another bot', { author: { id: '4001', username: 'other', bot: true } }],
    ['a webhook', { webhook_id: '5', author: { id: '5', username: 'hook' } }],
  ])('of %s is known as such', (_, change) => {
    expect(readMessage(change)).toMatchObject({ event: { author: { bot: true } } });
  });

  it('that was forwarded says what was forwarded', () => {
    const snapshots = [{ message: { content: '550 relay denied' } }];

    expect(readMessage({ content: '', message_snapshots: snapshots })).toMatchObject({
      event: { text: '550 relay denied' },
    });
  });

  it('without words, in a thread that we may not read, is ignored', () => {
    expect(readMessage({ mentions: [], content: '', attachments: [], channel_type: 11 })).toEqual({ kind: 'ignored' });
  });
});

describe('an update', () => {
  it('is an edit only when the words changed', () => {
    const preview = read('MESSAGE_UPDATE', { ...MESSAGE, edited_timestamp: null }, CONTEXT);
    const partial = read('MESSAGE_UPDATE', { id: '1', channel_id: '2', embeds: [] }, CONTEXT);

    expect([preview, partial]).toEqual([{ kind: 'ignored' }, { kind: 'ignored' }]);
  });
});

describe('a payload', () => {
  it('of any shape is read without throwing', () => {
    const any = fc.anything({ maxDepth: 4, withNullPrototype: true });
    const near = fc.record(
      {
        id: any,
        token: any,
        type: any,
        data: any,
        channel_id: any,
        author: any,
        member: any,
        message: any,
        application_id: any,
      },
      { requiredKeys: [] },
    );

    fc.assert(
      fc.property(fc.constantFrom(...TYPES), fc.oneof(any, near), (type, data) => {
        expect(['event', 'own', 'deleted', 'ignored', 'unreadable']).toContain(read(type, data, CONTEXT).kind);
      }),
      { numRuns: 500, seed: 11 },
    );
  });
});

describe('a custom id', () => {
  const intents: Intent[] = [
    { name: 'provider-settings', slots: { provider: 'office365', protocols: ['imap', 'smtp'], client: 'outlook' } },
    { name: 'show-more', of: 'discord:1334567890123456789#3', page: 2 },
    { name: 'check-server', host: 'imap.mail.me.com', port: 993 },
    { name: 'send-draft', ticket: 'discord:interaction/1334567890123456789', draft: 'discord:1334567890123456790#2' },
    { name: 'helped', yes: false, intent: 'auth-failure' },
  ];

  it.each(intents)('carries $name whole, in at most 100 characters', (intent) => {
    const { id, kept } = customIdOf(intent, 12);

    expect(id.length).toBeLessThanOrEqual(100);
    expect(intentIn(id)).toEqual(kept ? { key: kept.key } : { intent });
  });

  it('that is not ours is nothing', () => {
    const ids = ['', 'publish', '0', '0{', '0{"a":', '0[]', '0{}', 'x{"n":"help"}', '0null'];

    expect(ids.map((id) => intentIn(id))).toEqual(ids.map(() => undefined));
  });
});
