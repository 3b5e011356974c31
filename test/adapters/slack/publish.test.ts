import { afterEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/core/index.ts';
import { reply, row, startHarness, type Harness } from './harness.ts';

let harness: Harness;
afterEach(() => harness.stop());

const ANNA = 'slack:T0POST/U0ANNA' as const;

function home(content: Reply) {
  return row({ kind: 'publish', surface: 'home', key: 'home-1', to: { direct: ANNA }, reply: content });
}

function prompts(place: string, content: Reply) {
  const to = { place: place as `slack:${string}` };
  return row({ kind: 'publish', surface: 'prompts', key: 'prompts-1', to, reply: content });
}

const QUESTIONS = reply([
  { kind: 'text', text: 'Try one of these' },
  {
    kind: 'actions',
    actions: ['One?', 'Two?', 'Three?', 'Four?', 'Five?'].map((label) => ({
      label,
      intent: { name: 'help' as const },
    })),
  },
]);

describe('what stays in sight', () => {
  it('draws the home page of one person, the last drawing wins', async () => {
    harness = await startHarness();
    const { adapter, slack } = harness;

    await adapter.deliver(home(reply([{ kind: 'text', text: 'first' }])));
    const result = await adapter.deliver(home(reply([{ kind: 'text', text: 'second' }])));

    expect(result).toMatchObject({ ok: true });
    expect(JSON.stringify(slack.home('U0ANNA'))).toContain('second');
    expect(JSON.stringify(slack.home('U0ANNA'))).not.toContain('first');
    expect(slack.home('U0BEN')).toBeUndefined();
  });

  it('draws the page in plain words where the blocks are refused', async () => {
    harness = await startHarness();
    const { adapter, slack } = harness;
    slack.fault({ method: 'views.publish', kind: 'error', code: 'invalid_blocks', times: 2 });

    const result = await adapter.deliver(home(reply([{ kind: 'text', text: 'settings & more' }])));

    expect(result.ok).toBe(true);
    expect(slack.home('U0ANNA')).toEqual([{ type: 'section', text: { type: 'mrkdwn', text: 'settings &amp; more' } }]);
  });

  it('waits as long as Slack says, and refuses for a person who is gone', async () => {
    harness = await startHarness();
    const { adapter, slack } = harness;
    slack.fault({ method: 'views.publish', kind: 'rate-limit', retryAfter: 7 });

    expect(await adapter.deliver(home(QUESTIONS))).toMatchObject({ ok: false, kind: 'retry', afterMs: 7_000 });

    slack.fault({ method: 'views.publish', kind: 'error', code: 'user_not_found' });
    await harness.stop();
    harness = await startHarness();
    harness.slack.fault({ method: 'views.publish', kind: 'error', code: 'user_not_found' });
    expect(await harness.adapter.deliver(home(QUESTIONS))).toMatchObject({ ok: false, code: 'place-gone' });
  });

  it('offers at most four questions above the writing field, without naming a thread', async () => {
    harness = await startHarness();
    const { adapter, slack } = harness;

    const result = await adapter.deliver(prompts(`slack:T0POST/${slack.direct('U0ANNA')}`, QUESTIONS));

    expect(result.ok).toBe(true);
    expect(slack.prompts('U0ANNA')).toEqual(
      ['One?', 'Two?', 'Three?', 'Four?'].map((label) => ({ title: label, message: label })),
    );
    expect(slack.calls('assistant.threads.setSuggestedPrompts')[0]?.args).toMatchObject({ title: 'Try one of these' });
  });

  it('says so where the agent surface is not granted, and goes on', async () => {
    harness = await startHarness();
    const { adapter, slack, log } = harness;
    slack.revokeScope('assistant:write');

    const result = await adapter.deliver(prompts(`slack:T0POST/${slack.direct('U0ANNA')}`, QUESTIONS));

    expect(result).toMatchObject({ ok: false, kind: 'refused', code: 'missing-permission' });
    expect(log).toContainEqual(expect.objectContaining({ event: 'slack-scope-missing' }));
  });
});
