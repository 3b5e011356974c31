import { describe, expect, it, onTestFinished } from 'vitest';
import { NotYetKnown, StoreError, type ChatAdapter } from '../../../src/core/index.ts';
import { startDiscordDouble, type DiscordDouble } from '../../support/discord-double/index.ts';
import { ANNA, GENERAL, startAdapter, startRig, type Inbox, type Kept, type Logged } from './rig.ts';

const BAO = '3002';

function texts(inbox: Inbox): string[] {
  return inbox.events.map((event) => (event.type === 'message' ? event.text : event.type));
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `message ${index}`);
}

/** A process that can be killed: from then on nothing it does reaches the store. */
async function startProcess(
  discord: DiscordDouble,
  inbox: Inbox,
  disk: Kept,
): Promise<{ adapter: ChatAdapter; kill(): Promise<void> }> {
  let alive = true;
  const session: Kept = {
    get value() {
      return disk.value;
    },
    set value(value) {
      if (alive) disk.value = value;
    },
  };
  const own: Inbox = {
    ...inbox,
    store: (event) => (alive ? inbox.store(event) : Promise.reject(new StoreError('broken', 'killed'))),
  };
  const adapter = await startAdapter(discord, own, session, []);
  await discord.until(() => adapter.health().connected);
  return {
    adapter,
    async kill() {
      alive = false;
      await adapter.stop();
    },
  };
}

describe('a killed process', () => {
  it('resumes, and loses and repeats nothing', async () => {
    const discord = await startDiscordDouble();
    onTestFinished(() => discord.stop());
    const disk: Kept = { value: undefined };
    const delays = [0, 3, 1, 7, 2];
    const inbox: Inbox = {
      events: [],
      immediate: () => ({ kind: 'ack' }),
      store: ({ id }) => new Promise((resolve) => setTimeout(resolve, delays[Number(id.slice(-1)) % delays.length])),
    };
    const sent = numbered(60);

    for (const [round, first] of [0, 20, 40].entries()) {
      const running = await startProcess(discord, inbox, disk);
      for (const text of sent.slice(first, first + 20)) discord.say(ANNA, discord.direct(ANNA), text);
      await discord.until(() => inbox.events.length > first + 3 + round);
      if (round < 2) await running.kill();
    }
    await discord.until(() => inbox.events.length >= sent.length);

    expect(texts(inbox)).toEqual(sent);
    expect(discord.gateway.counts).toEqual({ identifies: 1, resumes: 2 });
  });

  it('hears again what it had not stored', async () => {
    const discord = await startDiscordDouble();
    onTestFinished(() => discord.stop());
    const disk: Kept = { value: undefined };
    const inbox: Inbox = { events: [], immediate: () => ({ kind: 'ack' }), store: () => {} };
    const stuck: Inbox = { ...inbox, store: () => Promise.reject(new StoreError('locked', 'busy')) };
    const first = await startProcess(discord, stuck, disk);

    discord.say(ANNA, discord.direct(ANNA), 'do not lose me');
    await first.adapter.stop();
    await startProcess(discord, inbox, disk);
    await discord.until(() => inbox.events.length > 0);

    expect(texts(inbox)).toEqual(['do not lose me']);
  });
});

describe('a graceful stop', () => {
  it('leaves the session to be resumed', async () => {
    const { discord, adapter, inbox, session, logged } = await startRig();

    await adapter.stop();
    discord.say(ANNA, discord.direct(ANNA), 'while you were away');
    await startAdapter(discord, inbox, session, logged);
    await discord.until(() => inbox.events.length > 0);

    expect(discord.gateway.closeCodes).toEqual([4000]);
    expect(discord.gateway.counts).toEqual({ identifies: 1, resumes: 1 });
    expect(texts(inbox)).toEqual(['while you were away']);
  });
});

describe('a store that refuses', () => {
  it('is tried again, and the conversation keeps its order', async () => {
    const { discord, inbox, logged } = await startRig();
    let refusals = 2;
    inbox.store = () => {
      if (refusals-- > 0) throw new StoreError('locked', 'busy');
    };

    for (const text of numbered(5)) discord.say(ANNA, discord.direct(ANNA), text);
    await discord.until(() => inbox.events.length === 5);

    expect(texts(inbox)).toEqual(numbered(5));
    expect(logged.filter(({ event }) => event === 'discord-event-not-stored')).toHaveLength(2);
  });

  it('leaves an interaction unanswered, so that the person presses again', async () => {
    const { discord, inbox, logged } = await startRig();
    inbox.store = () => {
      throw new Error('a bug');
    };

    const asked = discord.command(ANNA, GENERAL, 'help');
    await discord.until(() => logged.find(({ event }) => event === 'discord-event-given-up'));

    expect(asked.response).toBeUndefined();
  });
});

describe('a broken line', () => {
  it.each([
    ['the line breaks', (discord: DiscordDouble) => discord.gateway.disconnect(1_006)],
    ['Discord asks to reconnect', (discord: DiscordDouble) => discord.gateway.askReconnect()],
    ['Discord closes with an error', (discord: DiscordDouble) => discord.gateway.disconnect(4_000)],
  ])('is resumed when %s', async (_, cut) => {
    const { discord, inbox } = await startRig();

    cut(discord);
    await discord.until(() => discord.gateway.connected === 0);
    discord.say(ANNA, discord.direct(ANNA), 'in between');
    await discord.until(() => inbox.events.length > 0);

    expect(texts(inbox)).toEqual(['in between']);
    expect(discord.gateway.counts).toMatchObject({ identifies: 1, resumes: 1 });
  });

  it('is begun anew when the session is over', async () => {
    const { discord, inbox } = await startRig();

    discord.gateway.invalidate(false);
    await discord.until(() => discord.gateway.counts.identifies === 2, 12_000);
    discord.say(ANNA, discord.direct(ANNA), 'after');
    await discord.until(() => inbox.events.length > 0);

    expect(texts(inbox)).toEqual(['after']);
  });
});

describe('a session that Discord calls invalid for now', () => {
  it('is resumed', async () => {
    const { discord, inbox } = await startRig();

    discord.gateway.invalidate(true);
    await discord.until(() => discord.gateway.connected === 0, 12_000);
    discord.say(ANNA, discord.direct(ANNA), 'in between');
    await discord.until(() => inbox.events.length > 0, 12_000);

    expect(texts(inbox)).toEqual(['in between']);
    expect(discord.gateway.counts).toMatchObject({ identifies: 1, resumes: 1 });
  });
});

describe('what was said while the session was lost', () => {
  it('comes in before what is said after it, once', async () => {
    const { discord, inbox } = await startRig({}, { identifyMs: 0 });
    const direct = discord.direct(ANNA);
    discord.say(ANNA, direct, 'before');
    await discord.until(() => inbox.events.length === 1);

    discord.gateway.invalidate(false);
    for (const text of numbered(3)) discord.say(ANNA, direct, text);
    await discord.until(() => discord.gateway.counts.identifies === 2 && discord.gateway.connected > 0, 12_000);
    discord.say(ANNA, direct, 'after');
    await discord.until(() => inbox.events.length === 5);

    expect(texts(inbox)).toEqual(['before', ...numbered(3), 'after']);
  });

  it('comes in before what is said after it, also when it cannot be read at once', async () => {
    const { discord, inbox } = await startRig({}, { identifyMs: 0 });
    const direct = discord.direct(ANNA);
    discord.say(ANNA, direct, 'before');
    await discord.until(() => inbox.events.length === 1);

    discord.gateway.invalidate(false);
    discord.say(ANNA, direct, 'missed');
    discord.fault({ on: /^GET \/channels/, kind: 'error', times: 2 });
    await discord.until(() => discord.gateway.counts.identifies === 2 && discord.gateway.connected > 0, 12_000);
    discord.say(ANNA, direct, 'after');
    await discord.until(() => inbox.events.length === 3, 12_000);

    expect(texts(inbox)).toEqual(['before', 'missed', 'after']);
  });

  it('comes in before what is said after it, also when the process died over it', async () => {
    const { discord, adapter, inbox, session, logged } = await startRig({}, { identifyMs: 0 });
    const direct = discord.direct(ANNA);
    discord.say(ANNA, direct, 'missed', { lost: true });
    await adapter.stop();

    await startAdapter(discord, inbox, session, logged);
    await discord.until(() => discord.gateway.counts.resumes === 1);
    discord.say(ANNA, direct, 'after');
    await discord.until(() => inbox.events.length === 2);

    expect(texts(inbox)).toEqual(['missed', 'after']);
  });

  it('comes in before what is said after it, also when nobody knew in time whether the place is ours', async () => {
    const { discord, inbox, logged } = await startRig({ messageContent: true }, { identifyMs: 0 });
    const { id: thread } = discord.addThread('2100', GENERAL);
    let known = false;
    inbox.store = ({ type }) => {
      if (type === 'message' && !known) throw new NotYetKnown();
    };

    discord.say(ANNA, thread, 'too early');
    await discord.until(() => logged.filter(({ event }) => event === 'discord-event-given-up').length === 2, 12_000);
    known = true;
    discord.say(ANNA, thread, 'after');
    await discord.until(() => inbox.events.length === 2);

    expect(texts(inbox)).toEqual(['too early', 'after']);
  }, 20_000);

  it('is not taken in when it was deleted after it was read', async () => {
    const { discord, inbox } = await startRig({}, { identifyMs: 0 });
    const direct = discord.direct(ANNA);
    discord.say(ANNA, direct, 'one', { lost: true });
    const two = discord.say(ANNA, direct, 'two', { lost: true });
    let goOn = (): void => {};
    let asked = false;
    inbox.store = () => {
      asked = true;
      discord.nudge();
      return new Promise((resolve) => {
        goOn = resolve;
      });
    };

    discord.say(ANNA, direct, 'three');
    await discord.until(() => asked);
    discord.remove(two.id);
    inbox.store = () => {};
    discord.say(BAO, discord.direct(BAO), 'said after the deletion');
    await discord.until(() => inbox.events.length === 1);
    goOn();
    await discord.until(() => inbox.events.length === 3);

    expect(texts(inbox)).toEqual(['said after the deletion', 'one', 'three']);
  });

  it('is looked for in a direct message as soon as we hear of that, before anything is read or stored', async () => {
    const heard: string[] = [];
    const heardIn = (place: string): Promise<void> => {
      heard.push(`${place}, ${inbox.events.length} stored, ${discord.requests(/^GET .*messages/).length} read`);
      return Promise.reject(new Error('the disk is full'));
    };
    const { discord, inbox } = await startRig({ heardIn }, { identifyMs: 0 });
    const direct = discord.direct(ANNA);

    discord.say(ANNA, direct, 'one');
    discord.say(ANNA, direct, 'two');
    discord.say(ANNA, GENERAL, `<@${discord.botUser}> three`);
    await discord.until(() => inbox.events.length === 3);

    expect(heard).toEqual([`discord:${direct}, 0 stored, 0 read`]);
    expect(texts(inbox).sort()).toEqual(['one', 'three', 'two']);
  });

  it('does not hold up what comes live where the history cannot be read', async () => {
    const { discord, inbox } = await startRig({}, { identifyMs: 0 });
    discord.fault({ on: /^GET \/channels/, kind: 'rate-limit', retryAfter: 60, times: 5 });

    discord.say(ANNA, discord.direct(ANNA), 'still heard');
    await discord.until(() => inbox.events.length === 1);

    expect(texts(inbox)).toEqual(['still heard']);
  });
});

describe('a line that seems open and is dead', () => {
  it('is noticed by its silence, and resumed', async () => {
    const { discord, inbox } = await startRig({}, { heartbeatMs: 80 });

    discord.gateway.goDeaf();
    await discord.until(() => discord.gateway.connected === 0);
    discord.gateway.hearAgain();
    discord.say(ANNA, discord.direct(ANNA), 'in between');
    await discord.until(() => inbox.events.length > 0);

    expect(texts(inbox)).toEqual(['in between']);
    expect(discord.gateway.counts).toMatchObject({ identifies: 1, resumes: 1 });
  });
});

describe('a deletion', () => {
  it('is passed on also when the message came to an earlier process', async () => {
    const author = { id: `discord:${ANNA}`, name: 'anna', bot: false } as const;
    const said = { author, conversation: 'discord:7', place: 'discord:7', private: true } as const;
    const { discord, event } = await startRig({
      messageSaid: (id) => Promise.resolve(id === 'discord:175928847299117063' ? said : undefined),
    });

    discord.gateway.dispatchRaw('MESSAGE_DELETE', { id: '175928847299117063', channel_id: '7' });

    expect(await event('deleted')).toMatchObject({ ...said, messageId: '175928847299117063' });
  });

  it('of many at once withdraws each that was for us, and nothing else', async () => {
    const { discord, event, inbox } = await startRig();
    const asked = [1, 2].map((nth) => discord.say(ANNA, GENERAL, `<@${discord.botUser}> question ${nth}`).id);
    const other = discord.say(ANNA, GENERAL, 'lunch?').id;
    await event('message', 1);

    discord.removeMany([...asked, other]);
    await event('deleted', 1);

    const deleted = inbox.events.flatMap((one) => (one.type === 'deleted' ? [one.messageId] : []));
    expect(deleted.sort()).toEqual(asked.sort());
  });

  it('waits for the store as a message does', async () => {
    let refusals = 2;
    const { discord, logged } = await startRig({
      messageSaid: () => {
        if (refusals-- > 0) return Promise.reject(new StoreError('locked', 'busy'));
        discord.nudge();
        return Promise.resolve(undefined);
      },
    });

    discord.gateway.dispatchRaw('MESSAGE_DELETE', { id: '175928847299117063', channel_id: '7' });
    await discord.until(() => refusals < 0);

    expect(logged.filter(({ event }) => event === 'discord-event-not-stored')).toHaveLength(2);
  });
});

describe('dispatches', () => {
  it.each(['duplicate-dispatch', 'reorder-dispatches'] as const)('survive a %s', async (kind) => {
    const { discord, inbox } = await startRig();
    discord.fault({ kind });

    for (const text of numbered(4)) discord.say(ANNA, discord.direct(ANNA), text);
    await discord.until(() => inbox.events.length === 4);

    expect(texts(inbox).sort()).toEqual(numbered(4));
  });

  it('that nobody can read harm nothing', async () => {
    const { discord, inbox, logged } = await startRig();
    const junk = [null, undefined, 7, 'text', [], {}, { id: null }, { id: '1', author: null, channel_id: {} }];
    const types = [
      'MESSAGE_CREATE',
      'MESSAGE_UPDATE',
      'MESSAGE_DELETE',
      'MESSAGE_DELETE_BULK',
      'INTERACTION_CREATE',
      'GUILD_CREATE',
      'NOVELTY',
      null,
    ];

    for (const type of types) for (const data of junk) discord.gateway.dispatchRaw(type, data);
    discord.gateway.dispatchRaw('INTERACTION_CREATE', {
      id: '1',
      token: 't',
      type: 99,
      application_id: '1',
      channel_id: '2',
    });
    discord.say(ANNA, discord.direct(ANNA), 'still there?');
    await discord.until(() => inbox.events.length > 0);

    expect(texts(inbox)).toEqual(['still there?']);
    expect(logged.some(({ event }) => event === 'discord-unreadable')).toBe(true);
  });
});

describe('Discord being away at the start', () => {
  it('does not fail the start, and is tried again', async () => {
    const discord = await startDiscordDouble();
    onTestFinished(() => discord.stop());
    discord.fault({ on: /^GET \/users\/@me$/, kind: 'error', times: 2 });
    const logged: Logged[] = [];
    const inbox: Inbox = { events: [], immediate: () => ({ kind: 'ack' }), store: () => {} };

    const adapter = await startAdapter(discord, inbox, { value: undefined }, logged);
    const before = adapter.health();
    await discord.until(() => adapter.health().connected);

    expect(before.connected).toBe(false);
    expect(logged.filter(({ event }) => event === 'discord-unreachable')).toHaveLength(2);
  });

  it('is told plainly when the token is wrong', async () => {
    const discord = await startDiscordDouble();
    onTestFinished(() => discord.stop());
    const logged: Logged[] = [];
    const inbox: Inbox = { events: [], immediate: () => ({ kind: 'ack' }), store: () => {} };

    const adapter = await startAdapter(discord, inbox, { value: undefined }, logged, { token: 'wrong' });
    await discord.until(() => logged.find(({ event }) => event === 'discord-token-refused'));

    expect(adapter.health().connected).toBe(false);
    expect(JSON.stringify(logged)).not.toContain('wrong');
  });
});

describe('a refusal by the gateway', () => {
  it('of the Message Content intent says where to switch it on, and stays down', async () => {
    const discord = await startDiscordDouble({ messageContent: false });
    onTestFinished(() => discord.stop());
    const logged: Logged[] = [];
    const inbox: Inbox = { events: [], immediate: () => ({ kind: 'ack' }), store: () => {} };

    const adapter = await startAdapter(discord, inbox, { value: undefined }, logged, { messageContent: true });
    const refusal = await discord.until(() => logged.find(({ event }) => event === 'discord-refused'));

    expect(refusal.level).toBe('error');
    expect(adapter.health()).toMatchObject({ connected: false, detail: expect.stringContaining('Message Content') });
    expect(discord.gateway.counts.identifies).toBe(1);
  });
});

describe('few session starts left', () => {
  it('are kept for the operator', async () => {
    const discord = await startDiscordDouble({ starts: 10, startsResetMs: 50 });
    onTestFinished(() => discord.stop());
    const logged: Logged[] = [];
    const inbox: Inbox = { events: [], immediate: () => ({ kind: 'ack' }), store: () => {} };

    const adapter = await startAdapter(discord, inbox, { value: undefined }, logged);
    await discord.until(() => logged.find(({ event }) => event === 'discord-session-starts-spent'));
    const identifies = discord.gateway.counts.identifies;
    discord.allowStarts(1_000);
    await discord.until(() => adapter.health().connected);

    expect(identifies).toBe(0);
  });
});

describe('the commands', () => {
  it('are registered as soon as Discord allows it', async () => {
    const discord = await startDiscordDouble();
    onTestFinished(() => discord.stop());
    discord.fault({ on: /^PUT .*commands$/, kind: 'rate-limit', retryAfter: 0.05 });
    const logged: Logged[] = [];
    const inbox: Inbox = { events: [], immediate: () => ({ kind: 'ack' }), store: () => {} };

    await startAdapter(discord, inbox, { value: undefined }, logged);
    await discord.until(() => discord.world.commandWrites === 1);

    expect(logged.some(({ event }) => event === 'discord-commands-not-registered')).toBe(true);
  });

  it('are registered once, with their Chinese words, and not again at the next start', async () => {
    const { discord, inbox, session, logged } = await startRig();
    const [mail] = discord.world.commands;

    await startAdapter(discord, inbox, session, logged);
    await discord.until(() => discord.gateway.counts.resumes === 1);

    expect(discord.world.commandWrites).toBe(1);
    expect(discord.world.commands.map(({ name }) => name)).toEqual(['mail', 'desk', 'Get mail help', 'Send to asker']);
    expect(JSON.stringify(mail)).toContain('描述您的信箱問題');
  });
});
