import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/adapters/slack/escape.ts';
import { read } from '../../../src/adapters/slack/read.ts';

const NOW = 1_790_000_000_000;
const SELF = { self: { team: 'T1', user: 'U0', bot: 'B0' } };

const message = {
  type: 'message',
  user: 'U3',
  text: 'imap for qq?',
  ts: '1712.0001',
  client_msg_id: '5c1f',
  team: 'T1',
  channel: 'C2',
  channel_type: 'channel',
  event_ts: '1712.0001',
  blocks: [{ type: 'rich_text', block_id: 'x', elements: [] }],
};

function callback(event: object, outer: object = {}): object {
  return {
    token: 't',
    team_id: 'T1',
    enterprise_id: null,
    api_app_id: 'A1',
    type: 'event_callback',
    event_id: 'Ev1',
    event_time: 1712,
    authorizations: [{ enterprise_id: null, team_id: 'T1', user_id: 'U0', is_bot: true }],
    event,
    ...outer,
  };
}

describe('text from the wire', () => {
  it.each([
    ['a &amp;amp; b &lt;tag&gt;', 'a &amp; b <tag>'],
    ['<http://imap.qq.com|imap.qq.com> and <https://a.b/c>', 'imap.qq.com and https://a.b/c'],
    ['<mailto:ann@x.org|ann@x.org>', 'ann@x.org'],
    ['<https://evil.example|your bank>', 'your bank (https://evil.example)'],
    ['<@U0> hi <@U7|ben> <@U8>', 'hi @ben @…'],
    ['<#C9|general> <!here> <!subteam^S1|@team> <!date^1^{date}|today>', '#general @here @team today'],
    ['line 1\nline 2', 'line 1\nline 2'],
    ['5 < 6', '5 < 6'],
  ])('%j reads %j', (wire, text) => {
    expect(plainText(wire, 'U0')).toBe(text);
  });
});

describe('reading messages', () => {
  it('leaves a channel message alone that names nobody', () => {
    expect(read(callback(message), SELF, NOW)).toMatchObject({ kind: 'ignored', reason: 'not-addressed' });
  });

  it('gives message and app_mention one reading, so that either may come first', () => {
    const mention = { ...message, text: '<@U0> imap?' };

    const first = read(callback(mention), SELF, NOW);
    const second = read(
      callback({ ...mention, type: 'app_mention', channel_type: undefined }, { event_id: 'Ev2' }),
      SELF,
      NOW,
    );

    expect(first).toEqual(second);
    expect(first).toMatchObject({
      kind: 'event',
      event: { id: 'slack:T1/C2/1712.0001', addressed: 'mention', text: 'imap?' },
    });
  });

  it('knows a mention of itself from the event alone, before Slack said who we are', () => {
    const reading = read(callback({ ...message, text: '<@U0> imap?' }), { self: {} }, NOW);

    expect(reading).toMatchObject({ kind: 'event', event: { addressed: 'mention', place: 'slack:T1/C2/1712.0001' } });
  });

  it('finds an edited question of a DM where it was asked, although it has got replies meanwhile', () => {
    const asked = { ...message, channel: 'D5', channel_type: 'im' };
    const changed = { ...asked, text: 'imap for 163?', edited: { user: 'U3', ts: '1713.0' }, thread_ts: message.ts };
    const edit = { type: 'message', subtype: 'message_changed', channel: 'D5', channel_type: 'im', event_ts: '1713.1' };

    const first = read(callback(asked), SELF, NOW);
    const second = read(callback({ ...edit, message: changed, previous_message: asked }), SELF, NOW);

    const at = { place: 'slack:T1/D5', conversation: 'slack:T1/D5', messageId: message.ts };
    expect(first).toMatchObject({ event: { type: 'message', ...at } });
    expect(second).toMatchObject({ event: { type: 'edited', ...at } });
  });

  it('marks what is said in a thread without naming us', () => {
    const reading = read(callback({ ...message, thread_ts: '1700.0001', parent_user_id: 'U9' }), SELF, NOW);

    expect(reading).toMatchObject({
      event: { addressed: 'thread', place: 'slack:T1/C2/1700.0001', conversation: 'slack:T1/C2/1700.0001/U3' },
    });
  });

  it('keys by our own workspace in a channel shared with another', () => {
    const shared = callback(
      { ...message, text: '<@U0> hi', team: 'T9', user_team: 'T9' },
      { team_id: 'T9', is_ext_shared_channel: true },
    );

    expect(read(shared, SELF, NOW)).toMatchObject({
      event: { id: 'slack:T1/C2/1712.0001', author: { id: 'slack:T1/U3' } },
    });
  });

  it.each([
    ['a bot', { bot_id: 'B7', user: 'U7' }],
    ['an old integration', { subtype: 'bot_message', bot_id: 'B7', user: undefined }],
    ['ourselves', { user: 'U0' }],
    ['Slackbot', { user: 'USLACKBOT' }],
  ])('marks %s as a bot', (_, facts) => {
    const reading = read(callback({ ...message, channel: 'D5', channel_type: 'im', ...facts }), SELF, NOW);

    expect(reading).toMatchObject({ kind: 'event', event: { author: { bot: true } } });
  });

  it.each(['channel_join', 'channel_topic', 'pinned_item', 'assistant_app_thread'])('ignores %s', (subtype) => {
    expect(read(callback({ ...message, channel_type: 'im', subtype }), SELF, NOW)).toMatchObject({ kind: 'ignored' });
  });

  it('takes files along, and forwarded words', () => {
    const files = [
      { id: 'F1', name: 'log.txt', mimetype: 'text/plain', size: 12, url_private: 'https://f/1', title: null },
    ];
    const attachments = [{ is_share: true, text: 'stmp.gmail.com not found' }];
    const event = {
      ...message,
      channel: 'D5',
      channel_type: 'im',
      text: '',
      subtype: 'file_share',
      files,
      attachments,
    };

    expect(read(callback(event), SELF, NOW)).toMatchObject({
      event: {
        text: 'stmp.gmail.com not found',
        files: [{ name: 'log.txt', mime: 'text/plain', size: 12, url: 'https://f/1' }],
      },
    });
  });
});

describe('reading changes', () => {
  const changed = {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel: 'C2',
    channel_type: 'channel',
    ts: '1713.0001',
    event_ts: '1713.0001',
    message: { ...message, text: 'smtp for qq?', edited: { user: 'U3', ts: '1713.0000' } },
    previous_message: message,
  };

  it('keys an edit by its own time', () => {
    expect(read(callback(changed), SELF, NOW)).toMatchObject({
      event: {
        type: 'edited',
        id: 'slack:T1/C2/1712.0001/edited/1713.0000',
        messageId: '1712.0001',
        text: 'smtp for qq?',
      },
    });
  });

  it.each([
    ['an unfurled link', { message: { ...message, edited: undefined } }],
    ['the same words', { message: { ...changed.message, text: message.text } }],
    ['our own edit', { message: { ...changed.message, user: 'U0', bot_id: 'B0' } }],
  ])('ignores %s', (_, facts) => {
    expect(read(callback({ ...changed, ...facts }), SELF, NOW)).toMatchObject({ kind: 'ignored' });
  });

  it('takes the tombstone of a thread for a deletion', () => {
    const tombstone = { ...changed, message: { ...message, subtype: 'tombstone', user: 'USLACKBOT' } };

    expect(read(callback(tombstone), SELF, NOW)).toMatchObject({ event: { type: 'deleted', messageId: '1712.0001' } });
  });
});

describe('reading what is not as it should be', () => {
  it.each([
    [null],
    ['text'],
    [{}],
    [{ type: 'event_callback' }],
    [callback({ type: 'message' })],
    [callback({ type: 'message', channel: 'C2', subtype: 'message_changed' })],
    [callback({ type: 'message', channel: 'C2', subtype: 'message_deleted' })],
    [callback({ type: 'reaction_added' })],
    [{ type: 'block_actions', user: { id: 'U3' }, actions: [] }],
    [{ type: 'block_actions', user: { id: 'U3' }, actions: [{ action_id: 'a', value: 'not json' }] }],
    [{ type: 'view_submission', user: { id: 'U3' }, view: {} }],
    [{ command: '/mail' }],
  ])('neither throws nor answers: %j', (body) => {
    expect(read(body, SELF, NOW).kind).toMatch(/^(ignored|unreadable)$/);
  });
});
