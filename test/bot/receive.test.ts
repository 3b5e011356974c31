import { describe, expect, it } from 'vitest';
import { NotYetKnown, StoreError } from '../../src/core/index.ts';
import { settle } from '../support/fake-clock.ts';
import { createFakeCore } from '../support/fake-core.ts';
import { engineBench, says, saysAs } from './engine-bench.ts';

describe('receiving', () => {
  it('answers a message', async () => {
    const { engine, adapter } = await engineBench();

    const immediate = await engine.receive(says('hello'));
    await engine.idle();

    expect(immediate).toEqual({ kind: 'ack' });
    expect(adapter.texts()).toEqual(['hello #1']);
  });

  it('has stored the event when it resolves', async () => {
    const { engine, store } = await engineBench();

    await engine.receive(says('hello'));

    expect(await store.counts()).toMatchObject({ events: 1 });
  });

  it('answers a redelivered event once', async () => {
    const { engine, adapter } = await engineBench();
    const message = says('hello');

    await Promise.all([engine.receive(message), engine.receive(message)]);
    await engine.idle();
    await engine.receive(message);
    await engine.idle();

    expect(adapter.texts()).toEqual(['hello #1']);
  });

  it.each(['locked', 'full', 'read-only', 'broken'] as const)('rejects when the store is %s', async (code) => {
    const { store } = await engineBench();
    const refusing = { ...store, accept: () => Promise.reject(new StoreError(code, undefined)) };
    const { engine } = await engineBench({ store: refusing });

    await expect(engine.receive(says('hello'))).rejects.toMatchObject({ name: 'StoreError', code });
  });

  it('lets nothing overtake what was said before it in the same conversation, and holds up nobody else', async () => {
    const { store } = await engineBench();
    let goOn: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let asked = 0;
    const secretExpected: typeof store.secretExpected = async (...about) => {
      asked += 1;
      if (asked === 1) await slow;
      return store.secretExpected(...about);
    };
    const { engine, adapter } = await engineBench({ store: { ...store, secretExpected } });

    const first = engine.receive(says('first'));
    const second = engine.receive(says('second'));
    await engine.receive(saysAs('ben', 'mine'));
    await engine.idle();
    const meanwhile = adapter.texts();
    goOn();
    await Promise.all([first, second]);
    await engine.idle();

    expect(meanwhile).toEqual(['mine #1']);
    expect(adapter.texts().slice(1)).toEqual(['first #1', 'second #2']);
  });

  it('goes on in a conversation after what could not be stored', async () => {
    const { store } = await engineBench();
    let tries = 0;
    const accept: typeof store.accept = (event) =>
      ++tries === 1 ? Promise.reject(new StoreError('full', undefined)) : store.accept(event);
    const { engine, adapter } = await engineBench({ store: { ...store, accept } });

    const first = engine.receive(says('first'));
    const second = engine.receive(says('second'));
    await expect(first).rejects.toMatchObject({ code: 'full' });
    await second;
    await engine.idle();

    expect(adapter.texts()).toEqual(['second #1']);
  });

  it('keeps nothing of what a bot says, itself included', async () => {
    const { engine, adapter, store } = await engineBench();
    const robot = { id: 'test:robot', name: 'Robot', bot: true } as const;

    await engine.receive(says('hello', { author: robot, id: 'test:robot-1' }));
    await engine.idle();

    expect(adapter.texts()).toEqual([]);
    expect(await store.acceptIdOnly('test:robot-1', 0)).toBe(true);
  });

  it('leaves people alone who talk to each other', async () => {
    const { engine, adapter, store } = await engineBench();

    await engine.receive(says('lunch?', { addressed: 'thread' }));
    await engine.idle();

    expect(adapter.texts()).toEqual([]);
    expect(await store.history('test:ann', 0, 10)).toEqual([]);
  });

  it('goes on with somebody it talks with in that thread', async () => {
    const { engine, adapter } = await engineBench();
    await engine.receive(says('@mail imap?', { addressed: 'mention' }));
    await engine.idle();

    await engine.receive(says('and pop3?', { addressed: 'thread' }));
    await engine.idle();

    expect(adapter.texts()).toEqual(['@mail imap? #1', 'and pop3? #2']);
  });

  it('goes on with somebody whom it has yet to answer', async () => {
    const { engine, adapter } = await engineBench();

    await engine.receive(says('@mail imap?', { addressed: 'mention' }));
    await engine.receive(says('and pop3?', { addressed: 'thread' }));
    await engine.idle();

    expect(adapter.texts()).toEqual(['@mail imap? #1', 'and pop3? #2']);
  });

  it('waits for the thread that is being opened when somebody writes in an unknown one', async () => {
    const { store } = await engineBench();
    const concerns = ['opening', 'opening', 'desk'] as const;
    let asked = 0;
    const opening = { ...store, concerns: () => Promise.resolve(concerns[asked++]) };
    const { engine, adapter, clock } = await engineBench({ store: opening });

    const received = engine.receive(says('which Outlook?', { addressed: 'thread' }));
    await settle();
    await clock.advance(100);
    await received;
    await engine.idle();

    expect(adapter.texts()).toEqual(['which Outlook? #1']);
  });

  it('neither waits for ever for a thread that is being opened, nor puts aside what is said there', async () => {
    const { store } = await engineBench();
    let opened = false;
    const { engine, adapter, clock } = await engineBench({
      store: { ...store, concerns: () => Promise.resolve(opened ? 'desk' : 'opening') },
    });
    const said = says('which Outlook?', { addressed: 'thread' });

    const received = engine.receive(said);
    const refused = received.catch((error: unknown) => error);
    await settle();
    await clock.advance(2500);
    expect(await refused).toBeInstanceOf(NotYetKnown);
    opened = true;
    await engine.receive(said);
    await engine.idle();

    expect(adapter.texts()).toEqual(['which Outlook? #1']);
  });

  it('stores no secret', async () => {
    const { engine, store } = await engineBench();

    await engine.receive(says('my password is hunter2'));

    const pending = JSON.stringify(await store.pendingEvents(10));
    expect(pending).toContain('[password]');
    expect(pending).not.toContain('hunter2');
  });

  it('resolves with what the acknowledgement must carry', async () => {
    const { engine, adapter } = await engineBench();
    const { type: _, files: _files, addressed: _addressed, ...base } = says('imap?');

    const immediate = await engine.receive({ ...base, type: 'command', command: 'ask', text: 'imap?' });
    await engine.idle();

    expect(immediate).toEqual({ kind: 'defer', quiet: true });
    expect(adapter.texts()).toEqual(['imap? #1']);
  });

  it('does not store a form that must be filled in again', async () => {
    const errors = { host: 'is missing' };
    const core = createFakeCore({ answerNow: () => ({ kind: 'field-errors', errors }) });
    const { engine, store } = await engineBench({ core });
    const { type: _, text: _text, files: _files, addressed: _addressed, ...base } = says('');
    const submission = { ...base, type: 'submission', form: 'check', fields: {} } as const;

    expect(await engine.receive(submission)).toEqual({ kind: 'field-errors', errors });
    expect(await store.counts()).toMatchObject({ events: 0 });
  });

  it('does not store what is still being typed', async () => {
    const core = createFakeCore({ answerNow: () => ({ kind: 'ack' }) });
    const { engine, store } = await engineBench({ core });
    const { type: _, files: _files, addressed: _addressed, ...base } = says('gma');

    await engine.receive({ ...base, type: 'command', command: 'settings', text: 'gma', typing: true });

    expect(await store.counts()).toMatchObject({ events: 0 });
  });

  it('stores a command although its immediate answer fails', async () => {
    const core = createFakeCore({
      answerNow() {
        throw new TypeError('a mistake');
      },
    });
    const { engine, adapter, log } = await engineBench({ core });
    const { type: _, files: _files, addressed: _addressed, ...base } = says('imap?');

    expect(await engine.receive({ ...base, type: 'command', command: 'ask', text: 'imap?' })).toEqual({ kind: 'ack' });
    await engine.idle();

    expect(adapter.texts()).toEqual(['imap? #1']);
    expect(log.map((line) => line.msg)).toContain('immediate-answer-failed');
  });
});
