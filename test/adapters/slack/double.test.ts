import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSlackDouble, type SlackDouble } from '../../support/slack-double/index.ts';

let slack: SlackDouble;
beforeEach(async () => {
  slack = await startSlackDouble();
});
afterEach(() => slack.stop());

async function call(method: string, args: object, token = slack.botToken): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const answer = await fetch(`${slack.apiUrl}${method}`, { method: 'POST', headers, body: JSON.stringify(args) });
  return (await answer.json()) as Record<string, unknown>;
}

const button = { type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'x' }, value: 'v' };
const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] };

describe('the Slack double is as strict as Slack', () => {
  it.each([
    ['invalid_auth', 'auth.test', {}, 'xoxb-wrong'],
    ['invalid_auth', 'apps.connections.open', {}, undefined],
    ['unknown_method', 'chat.shout', {}, undefined],
    ['channel_not_found', 'chat.postMessage', { channel: 'C404', text: 'x' }, undefined],
    ['not_in_channel', 'chat.postMessage', { channel: 'C0OUTSIDE', text: 'x' }, undefined],
    ['no_text', 'chat.postMessage', { channel: 'C0GENERAL' }, undefined],
    ['thread_not_found', 'chat.postMessage', { channel: 'C0GENERAL', text: 'x', thread_ts: '1.1' }, undefined],
    ['user_not_in_channel', 'chat.postEphemeral', { channel: 'C0DESK', user: 'U0ANNA', text: 'x' }, undefined],
    ['message_not_found', 'chat.update', { channel: 'C0GENERAL', ts: '1.1', text: 'x' }, undefined],
    ['cannot_dm_bot', 'conversations.open', { users: 'U0BOT' }, undefined],
    ['expired_trigger_id', 'views.open', { trigger_id: '1', view: {} }, undefined],
  ])('says %s', async (error, method, args, token) => {
    expect(await call(method, args, token)).toMatchObject({ ok: false, error });
  });

  it.each([
    ['a section of 3,001 characters', [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3_001) } }]],
    [
      '26 buttons',
      [{ type: 'actions', elements: Array.from({ length: 26 }, (_, i) => ({ ...button, action_id: `${i}` })) }],
    ],
    ['the same action twice', [{ type: 'actions', elements: [button, button] }]],
    ['a button value of 2,001 characters', [{ type: 'actions', elements: [{ ...button, value: 'v'.repeat(2_001) }] }]],
    ['101 rows', [{ type: 'table', rows: Array.from({ length: 101 }, () => [{ type: 'raw_text', text: 'a' }]) }]],
    ['an empty cell', [{ type: 'table', rows: [[{ type: 'raw_text', text: '' }]] }]],
    ['51 blocks', Array.from({ length: 51 }, () => ({ type: 'divider' }))],
    ['an unknown block', [{ type: 'confetti' }]],
  ])('refuses %s, and says where', async (_, blocks) => {
    const answer = await call('chat.postMessage', { channel: 'C0GENERAL', text: 'x', blocks });

    expect(answer).toMatchObject({ ok: false, error: 'invalid_blocks', errors: [expect.stringContaining('/blocks')] });
  });

  it.each([
    ['only_one_table_allowed', [table, table]],
    [
      'msg_blocks_too_long',
      Array.from({ length: 5 }, () => ({ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(2_900) } })),
    ],
  ])('says %s', async (error, blocks) => {
    expect(await call('chat.postMessage', { channel: 'C0GENERAL', text: 'x', blocks })).toMatchObject({
      ok: false,
      error,
    });
  });
});
