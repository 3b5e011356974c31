import { describe, expect, it } from 'vitest';
import { DESK_COMMANDS, type SubmissionEvent } from '../../../src/core/index.ts';
import { says } from '../engine-bench.ts';
import { deskBench, KIM } from './desk-bench.ts';

type Bench = Awaited<ReturnType<typeof deskBench>>;

/** How many messages Kim alone was answered with by what is done. */
async function answersTo(bench: Bench, deed: () => Promise<void>): Promise<string[]> {
  const before = bench.desk.texts().length;
  await deed();
  return bench.desk.texts().slice(before);
}

async function fills(bench: Bench, form: string, fields: Record<string, string>): Promise<void> {
  const { id: about, desk: place } = await bench.ticket();
  const { type: _, text: _text, files: _files, addressed: _addressed, ...base } = says('');
  const author = { ...KIM, bot: false };
  const submission: SubmissionEvent = {
    ...base,
    type: 'submission',
    place,
    conversation: `${place}/${KIM.id}`,
    private: false,
    author,
    form,
    about,
    fields,
  };
  await bench.hears({ ...submission, id: `desk:${form}` });
}

describe('whoever waits for an answer of a command or a form', () => {
  it.each(DESK_COMMANDS)('of /desk %s gets one', async (command) => {
    const bench = await deskBench();
    await bench.asks('talk to a human');

    expect(await answersTo(bench, () => bench.commands(KIM, command))).not.toEqual([]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['note', { text: 'careful' }, 'Kept as a note'],
    ['send', { text: 'hello' }, 'Sending to Ann'],
    ['snooze', { span: 'hour' }, 'Done: request 1'],
    ['hand-over', { to: 'queue:general' }, 'Done: request 1'],
    ['canned', { canned: 'nothing' }, 'no text to send'],
    ['hand-over', { to: 'nobody' }, 'cannot be done here'],
    ['reply', { text: 'I am not Ann' }, 'cannot be done here'],
  ])('of the form %s with %j gets one', async (form, fields, answer) => {
    const bench = await deskBench();
    await bench.asks('talk to a human');

    expect((await answersTo(bench, () => fills(bench, form, fields))).join('\n')).toContain(answer);
  });

  it('for a message that belongs to no request is told where "Send to asker" is of use', async () => {
    const bench = await deskBench();

    await bench.asks('Use port 993', { addressed: 'command', meant: 'send-to-asker' });

    expect(bench.adapter.texts()).toEqual(['Use “Send to asker” on a message in the thread of a request.']);
  });

  it('is told that there is nothing for them also when they are blocked', async () => {
    const bench = await deskBench();
    await bench.asks('talk to a human');
    await bench.commands(KIM, 'block');
    const before = bench.adapter.texts().length;

    await bench.asks('gmail imap', { addressed: 'command' });
    await bench.asks('gmail imap');

    expect(bench.adapter.texts().slice(before)).toEqual(['That cannot be done here.']);
  });
});
