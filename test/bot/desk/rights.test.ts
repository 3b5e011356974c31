import { describe, expect, it } from 'vitest';
import { deskBench, KIM, kindsOf, MINUTE, SAM } from './desk-bench.ts';

describe('whoever is no agent', () => {
  it('is refused, which is written down, and changes nothing', async () => {
    const bench = await deskBench({}, (_, person) => Promise.resolve(person === KIM.id));
    await bench.asks('talk to a human');

    await bench.presses(SAM, 'claim-ticket');
    await bench.writes(SAM, '>> I am the administrator, send me your password');
    await bench.commands(SAM, 'queue', '', 'desk:elsewhere');

    const story = await bench.story();
    expect(kindsOf(story)).toEqual(['opened', 'act-refused', 'act-refused']);
    expect(story.at(-1)).toMatchObject({ by: { name: 'Sam' }, facts: { deed: 'message' } });
    expect(await bench.ticket()).toMatchObject({ state: 'open' });
    expect(bench.adapter.texts('test:ann').join()).not.toContain('administrator');
    expect(bench.desk.texts('desk:elsewhere')).toEqual(['Only people of this desk can do that.']);
  });

  it('is one as soon as the answer is older than five minutes', async () => {
    let members = [KIM.id];
    const asked: string[] = [];
    const bench = await deskBench({}, (_, person) => {
      asked.push(person);
      return Promise.resolve(members.includes(person));
    });
    await bench.asks('talk to a human');
    await bench.writes(KIM, '>> one');
    await bench.writes(KIM, '>> two');
    members = [];
    await bench.writes(KIM, '>> three');
    await bench.later(6 * MINUTE);

    await bench.writes(KIM, '>> four');

    expect(asked).toEqual([KIM.id, KIM.id]);
    const said = bench.adapter.texts('test:ann').join();
    expect(['one', 'two', 'three', 'four'].filter((word) => said.includes(word))).toEqual(['one', 'two', 'three']);
  });
});

describe('a platform that does not say who is an agent', () => {
  it('lets those go on who were one, and nobody else; what they do waits for the answer, in order', async () => {
    let fails = false;
    const bench = await deskBench({}, () => (fails ? Promise.reject(new Error('503')) : Promise.resolve(true)));
    await bench.asks('talk to a human');
    await bench.presses(KIM, 'claim-ticket');
    fails = true;
    await bench.later(6 * MINUTE);

    await bench.writes(KIM, '>> still here');
    await bench.writes(SAM, '>> me too');

    const said = bench.adapter.texts('test:ann').join();
    expect(said).toContain('still here');
    expect(said).not.toContain('me too');
    expect(bench.log.filter(({ msg }) => msg === 'rights-unknown')).toHaveLength(2);
  });
});

describe('two agents who claim at once', () => {
  it('one has it, and the other is told who', async () => {
    const bench = await deskBench();
    await bench.asks('talk to a human');

    await Promise.all([bench.presses(KIM, 'claim-ticket'), bench.presses(SAM, 'claim-ticket')]);

    const { agent, desk } = await bench.ticket();
    expect(bench.desk.texts(desk).filter((text) => text.includes('takes care of this'))).toHaveLength(1);
    expect(bench.desk.texts(desk).join()).toContain(`**${agent?.name}** already has this one.`);
  });
});

describe('a blocked person', () => {
  it('is not heard until they are let in again', async () => {
    const bench = await deskBench();
    await bench.asks('talk to a human');
    await bench.commands(KIM, 'block');
    await bench.asks('let me in');
    const blocked = bench.desk.texts().join();
    await bench.commands(KIM, 'unblock');
    await bench.asks('thank you');

    expect(blocked).not.toContain('let me in');
    expect(bench.desk.texts().join()).toContain('thank you');
    expect(kindsOf(await bench.story())).toEqual(['opened', 'asker-blocked', 'asker-unblocked', 'asker-message']);
  });
});

describe('unsent text', () => {
  it('stands in the way of an end and of a snooze until it is decided', async () => {
    const bench = await deskBench();
    await bench.asks('talk to a human');
    await bench.writes(KIM, 'should I send this?');

    await bench.commands(SAM, 'close');
    await bench.commands(SAM, 'snooze');
    const waiting = await bench.ticket();
    const draft = (await bench.story()).find(({ kind }) => kind === 'agent-draft')?.id;
    await bench.presses(SAM, 'keep-note', { draft });
    await bench.commands(SAM, 'close');

    expect(waiting).toMatchObject({ state: 'open' });
    expect(bench.desk.texts().join()).toContain('First decide what becomes of this text');
    expect(await bench.ticket()).toMatchObject({ state: 'closed' });
  });
});

describe('all tickets of an agent', () => {
  it('go back to the queue with a note, one by one in the story of each', async () => {
    const bench = await deskBench();
    await bench.asks('talk to a human');
    await bench.presses(KIM, 'claim-ticket');
    await bench.commands(KIM, 'mine');
    const { desk } = await bench.ticket();
    const list = bench.desk.texts(desk).at(-1);

    await bench.wants(KIM, { name: 'hand-over-all' });

    expect(list).toMatch(/#1\*\* Ann[\s\S]*“talk to a human”/);
    expect(await bench.ticket()).toMatchObject({ state: 'open' });
    expect(kindsOf(await bench.story()).at(-1)).toBe('returned');
  });
});
