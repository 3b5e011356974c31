import { describe, expect, it } from 'vitest';
import { type Event, type PersonId, RETENTION, VISIT_WINDOW, type Visit } from '../../src/core/index.ts';
import type { OpenStore } from './store.ts';
import { job, message, NOW, post, turn } from './store-builders.ts';

export function describeWork(open: OpenStore): void {
  describeJobs(open);
  describeVisits(open);
  describeTimers(open);
  describeViews(open);
}

function describeJobs(open: OpenStore): void {
  describe('jobs', () => {
    it('are taken once, and again after a crash', async () => {
      const store = await open();
      await store.accept(message('1'));
      await store.commit([turn('test:1', { jobs: [job('j1')] })], NOW);

      expect(await store.takeJobs(NOW, 10, 10)).toEqual([job('j1')]);
      expect(await store.takeJobs(NOW, 10, 10)).toEqual([]);
      const next = await open.afterCrash(store);
      expect(await next.takeJobs(NOW, 10, 10)).toEqual([job('j1')]);
    });

    it('are taken in turns, so that nobody waits behind all that another one asked for', async () => {
      const store = await open();
      const jobs = ['a1', 'a2', 'a3'].map((id) => job(id));
      await store.accept(message('1'));
      await store.commit([turn('test:1', { jobs: [...jobs, job('b1', { person: 'test:bob' })] })], NOW);

      const taken = await store.takeJobs(NOW, 2, 10);

      expect(taken.map((one) => one.id)).toEqual(['a1', 'b1']);
    });

    it('count what is running as a turn', async () => {
      const store = await open();
      await store.accept(message('1'));
      await store.accept(message('2'));
      await store.commit([turn('test:1', { jobs: [job('a1'), job('a2')] })], NOW);
      await store.takeJobs(NOW, 1, 10);
      await store.commit([turn('test:2', { jobs: [job('b1', { person: 'test:bob' })] })], NOW);

      expect((await store.takeJobs(NOW, 1, 10)).map((one) => one.id)).toEqual(['b1']);
    });

    it('of one person run only so many at once', async () => {
      const store = await open();
      const jobs = ['a1', 'a2', 'a3', 'a4'].map((id) => job(id));
      await store.accept(message('1'));
      await store.commit([turn('test:1', { jobs })], NOW);

      expect((await store.takeJobs(NOW, 10, 2)).map((one) => one.id)).toEqual(['a1', 'a2']);
      expect(await store.takeJobs(NOW, 10, 2)).toEqual([]);
      await store.finishJob('a1', finished('a1'));
      expect((await store.takeJobs(NOW, 10, 2)).map((one) => one.id)).toEqual(['a3']);
    });

    it('are known by the message that asked, until they are done', async () => {
      const store = await open();
      const asked = ['a1', 'a2', 'a3'].map((id) => job(id, { message: id === 'a3' ? 'm2' : 'm1' }));
      await store.accept(message('1'));
      await store.commit([turn('test:1', { jobs: asked })], NOW);
      await store.takeJobs(NOW, 1, 10);

      expect((await store.situation(deleted('m1'))).asked).toEqual(asked.slice(0, 2));
      expect((await store.situation(deleted('m1', 'test:bob'))).asked).toEqual([]);
      await store.finishJob('a1', finished('a1'));
      expect((await store.situation(deleted('m1'))).asked).toEqual([asked[1]]);
    });

    it('that are cancelled are not taken, not reported and bring nothing', async () => {
      const store = await open();
      await store.accept(message('1'));
      await store.accept(message('2'));
      await store.commit([turn('test:1', { jobs: [job('running'), job('queued')] })], NOW);
      await store.takeJobs(NOW, 1, 10);

      await store.commit([turn('test:2', { cancelled: ['running', 'queued'] })], NOW);

      expect(await store.takeJobs(NOW, 10, 10)).toEqual([]);
      await store.reportJob('running', progressed('running'));
      await store.finishJob('running', finished('running'));
      expect(await store.pendingEvents(10)).toEqual([]);
      expect(await (await open.afterCrash(store)).takeJobs(NOW, 10, 10)).toEqual([]);
    });

    it('are reported while they run, each step once', async () => {
      const store = await open();
      await store.accept(message('1'));
      await store.commit([turn('test:1', { jobs: [job('j1')] })], NOW);

      await store.reportJob('j1', progressed('j1'));
      expect(await store.pendingEvents(10)).toEqual([]);
      await store.takeJobs(NOW, 1, 10);
      await store.reportJob('j1', progressed('j1'));
      await store.reportJob('j1', progressed('j1'));

      expect((await store.pendingEvents(10)).map((one) => one.event)).toEqual([progressed('j1')]);
    });

    it('leave what they found for the button that asks for it', async () => {
      const store = await open();
      await store.accept(message('1'));
      await store.commit([turn('test:1', { jobs: [job('j1')] })], NOW);
      await store.takeJobs(NOW, 1, 10);
      await store.finishJob('j1', finished('j1'));

      expect((await store.situation(pressed('j1'))).found).toMatchObject({ kind: 'failed' });
      expect((await store.situation(pressed('j2'))).found).toBeUndefined();
    });

    it('end with an event in the inbox, once', async () => {
      const store = await open();
      await store.accept(message('1'));
      await store.commit([turn('test:1', { jobs: [job('j1')] })], NOW);
      await store.takeJobs(NOW, 10, 10);

      await store.finishJob('j1', finished('j1'));
      await store.finishJob('j1', { ...finished('j1'), id: 'job:j1-again' });

      expect((await store.pendingEvents(10)).map((one) => one.event)).toEqual([finished('j1')]);
      expect(await store.counts()).toMatchObject({ jobs: 0 });
    });
  });
}

function describeVisits(open: OpenStore): void {
  const visit = (at: number, over: Partial<Visit> = {}): Visit => ({
    at,
    person: 'test:ann',
    place: 'test:ann-dm',
    target: 'example.org',
    ...over,
  });

  describe('visits', () => {
    it('are counted, and refused when they are too many, with the time from which one is allowed again', async () => {
      const store = await open();
      const allowed: unknown[] = [];
      for (let index = 0; index < 10; index++) allowed.push(await store.admit(visit(NOW + index)));

      expect(allowed).toEqual(Array.from({ length: 10 }));
      expect(await store.admit(visit(NOW + 10))).toEqual({ by: 'person', tryAt: NOW + VISIT_WINDOW });
      expect(await store.admit(visit(NOW + 10, { person: 'test:bob' }))).toBeUndefined();
    });

    it('are forgotten after the window, so that nobody can be followed by them', async () => {
      const store = await open();
      for (let index = 0; index < 10; index++) await store.admit(visit(NOW));

      await store.eraseExpired(NOW + VISIT_WINDOW, RETENTION);

      expect(await store.admit(visit(NOW + VISIT_WINDOW - 1))).toBeUndefined();
    });
  });
}

function describeTimers(open: OpenStore): void {
  const timer = {
    id: 't1',
    dueAt: NOW + 1000,
    conversation: 'test:ann-dm',
    place: 'test:ann-dm',
    person: 'test:ann',
  } as const;

  describe('timers', () => {
    it('are due at their time and fire once', async () => {
      const store = await open();
      await store.accept(message('1'));
      await store.commit([turn('test:1', { timers: [timer] })], NOW);

      expect(await store.dueTimers(NOW + 999, 10)).toEqual([]);
      expect(await store.dueTimers(NOW + 1000, 10)).toEqual([timer]);
      await store.finishTimer('t1', due('t1'));
      await store.finishTimer('t1', { ...due('t1'), id: 'timer:t1-again' });

      expect(await store.dueTimers(NOW + 1000, 10)).toEqual([]);
      expect((await store.pendingEvents(10)).map((one) => one.event.id)).toEqual(['timer:t1']);
    });

    it('that were moved since they were found do not fire', async () => {
      const store = await open();
      for (const [id, dueAt] of [
        ['1', NOW],
        ['2', NOW + 1000],
      ] as const) {
        await store.accept(message(id));
        await store.commit([turn(`test:${id}`, { timers: [{ ...timer, dueAt }] })], NOW);
      }

      await store.finishTimer('t1', Object.assign(due('t1'), { dueAt: NOW }));

      expect(await store.pendingEvents(10)).toEqual([]);
      expect(await store.dueTimers(NOW + 1000, 10)).toEqual([timer]);
    });

    it('are moved when they are set again', async () => {
      const store = await open();
      await store.accept(message('1'));
      await store.accept(message('2'));
      await store.commit([turn('test:1', { timers: [timer] })], NOW);

      await store.commit([turn('test:2', { timers: [{ ...timer, dueAt: NOW + 5000 }] })], NOW);

      expect(await store.dueTimers(NOW + 4999, 10)).toEqual([]);
      expect(await store.dueTimers(NOW + 5000, 10)).toMatchObject([{ dueAt: NOW + 5000 }]);
    });
  });
}

function describeViews(open: OpenStore): void {
  describe('history', () => {
    it('tells what was said and posted in a place, in order', async () => {
      const store = await open();
      await store.accept(message('1', { text: 'hello' }));
      await store.commit([turn('test:1', { operations: [post('p1'), post('x', { to: { place: 'test:bob' } })] })], NOW);
      await store.accept(message('2', { text: 'and pop3?' }));

      const history = await store.history('test:ann-dm', 0, 10);

      expect(history).toMatchObject([
        { from: 'asker', text: 'hello' },
        { from: 'assistant', operation: { key: 'p1' } },
        { from: 'asker', text: 'and pop3?' },
      ]);
      expect(await store.history('test:ann-dm', history[1]?.sequence ?? 0, 10)).toEqual(history.slice(2));
      expect(await store.history('test:ann-dm', 0, 2)).toEqual(history.slice(1));
    });

    it('shows what is addressed to the person whose page it is', async () => {
      const store = await open();
      await store.accept(message('1', { place: 'test:desk/1' }));
      await store.commit([turn('test:1', { operations: [post('p1', { to: { direct: 'test:ann' } })] })], NOW);

      expect(await store.history('test:ann', 0, 10)).toMatchObject([{ operation: { key: 'p1' } }]);
    });

    it('leaves out what will never be delivered', async () => {
      const store = await open();
      await store.accept(message('1', { place: 'test:elsewhere' }));
      await store.commit([turn('test:1', { operations: [post('p1')] })], NOW);
      await store.takeOutbox(NOW, 1);

      await store.refused('p1', 'place-gone', NOW);

      expect(await store.history('test:ann-dm', 0, 10)).toEqual([]);
    });
  });

  describe("adapters' own texts", () => {
    it('are there at once', async () => {
      const store = await open();

      store.adapterState('gateway').save('session-1');
      store.adapterState('gateway').save('session-2');

      expect(store.adapterState('gateway').load()).toBe('session-2');
      expect(store.adapterState('other').load()).toBeUndefined();
    });
  });
}

function finished(id: string): Event {
  const { type: _, text: _text, files: _files, addressed: _addressed, ...base } = message(id);
  const outcome = { kind: 'failed', task: { kind: 'discover', domain: 'example.org' }, progress: 'checking' } as const;
  return { ...base, id: `job:${id}`, type: 'job-finished', job: id, outcome };
}

function due(id: string): Event {
  const { type: _, text: _text, files: _files, addressed: _addressed, ...base } = message(id);
  return { ...base, id: `timer:${id}`, type: 'timer-due', timer: id };
}

function progressed(id: string): Event {
  const { type: _, text: _text, files: _files, addressed: _addressed, ...base } = message(id);
  const step = { progress: 'checking', host: 'imap.example.org', step: 'encrypting' } as const;
  return { ...base, id: `job:${id}/encrypting`, type: 'job-progress', job: id, ...step };
}

function deleted(messageId: string, person: PersonId = 'test:ann'): Event {
  const { type: _, text: _text, files: _files, addressed: _addressed, ...base } = message(`${messageId}-deleted`);
  return { ...base, author: { ...base.author, id: person }, type: 'deleted', messageId };
}

function pressed(job: string): Event {
  const { type: _, text: _text, files: _files, addressed: _addressed, ...base } = message(`${job}-pressed`);
  return { ...base, type: 'action', intent: { name: 'check-details', job, host: 'imap.example.org' } };
}
