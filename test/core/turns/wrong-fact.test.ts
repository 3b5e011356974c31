import { describe, expect, it } from 'vitest';
import type { ControlIntent, Turn } from '../../../src/core/model.ts';
import { respond } from '../../../src/core/respond.ts';
import { lookupsOf, provider, server } from '../providers/samples.ts';

const knowledge = lookupsOf(
  provider({
    servers: [server(), server({ protocol: 'smtp', host: 'smtp.example.com', port: 465 })],
    password: { kind: 'app-password', sources: [], confidence: 'low' },
  }),
);

function pressed(intent: ControlIntent): Turn {
  const me = { id: 'test:me', place: 'test:me', conversation: 'test:me' } as const;
  return respond(
    {
      ...me,
      type: 'action',
      id: 'test:1',
      private: true,
      author: { id: me.id, name: 'Me', bot: false },
      at: 0,
      intent,
      redactions: [],
    },
    {
      conversation: { ...me, version: 0, private: true, slots: {}, slotsAt: 0, stillNot: 0, transcript: [] },
      person: { id: me.id, version: 0, name: 'Me', blocked: false },
      ticketEvents: [],
      nextTicketNumber: 1,
      settings: { defaultLanguage: 'en' },
    },
    knowledge,
    0,
  );
}

describe('“wrong? tell us”', () => {
  it('is kept at once, and asks which of the facts that there are', () => {
    const { gaps, operations } = pressed({ name: 'wrong-fact', provider: 'example' });
    const [post] = operations;
    const blocks = post?.kind === 'post' ? post.reply.blocks : [];

    expect(gaps).toMatchObject([{ kind: 'wrong-fact', fact: 'example' }]);
    expect(
      blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : [])).map(({ intent }) => intent),
    ).toEqual(
      ['imap', 'smtp', 'username', 'password', 'access', 'other'].map((fact) => ({
        name: 'wrong-fact',
        provider: 'example',
        fact,
      })),
    );
  });

  it.each([
    ['smtp', 'Example: smtp smtp.example.com:465/tls'],
    ['username', 'Example: username full-address'],
    ['password', 'Example: password app-password'],
    ['other', 'Example: other'],
  ] as const)('about %s names the fact and what we say now', (fact, text) => {
    const { gaps } = pressed({ name: 'wrong-fact', provider: 'example', fact });

    expect(gaps).toMatchObject([{ kind: 'wrong-fact', fact: `example/${fact}`, text }]);
  });

  it('about a provider that is gone says nothing', () => {
    expect(pressed({ name: 'wrong-fact', provider: 'gone' })).toMatchObject({ gaps: [], operations: [] });
  });
});
