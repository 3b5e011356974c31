import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DESK_TOKEN, startScene } from './scene.ts';
import { openDeskTicket } from './web-page.ts';

/** Those that come with the project. */
const REPLIES = fileURLToPath(new URL('../../../data/replies', import.meta.url));

describe('the desk on the web page', () => {
  it('does with forms and buttons what other desks do', async () => {
    const { visitor, url } = await startScene({ WEB_DESK_TOKEN: DESK_TOKEN, POSTILION_REPLIES: REPLIES });
    const page = await visitor();
    await page.say('gmail imap, can I talk to a human?');
    await page.until(/passed you on/);
    const desk = await openDeskTicket(url, DESK_TOKEN, 'Kim');

    await desk.act('claim');
    await desk.until(/Kim takes care of this/);
    await desk.fill('note', { text: 'seems to be in a hurry' });
    await desk.until(/Kept as a note/);
    await desk.fill('canned', { canned: 'which-program' });
    await page.until(/which mail program do you use/);
    await desk.press('Send settings of Gmail');
    await page.until(/imap\.gmail\.com/);
    await desk.fill('snooze', { span: 'week' });
    await desk.until(/Snoozed until/);
    await desk.act('wake');
    await desk.until(/has woken this/);
    await desk.act('resolve');
    await page.until(/marked as solved[\s\S]*Did the help solve it/);
    await page.press('Open again');
    const told = await desk.until(/opened this again: it is not solved/);

    expect(told).toContain('2 to them; notes: 1');
    expect(await page.until(/is open again/)).not.toContain('in a hurry');
  });

  it('shows a form again when something is missing, and none that it does not have', async () => {
    const { visitor, url } = await startScene({ WEB_DESK_TOKEN: DESK_TOKEN });
    const page = await visitor();
    await page.say('talk to a human');
    await page.until(/passed you on/);
    const desk = await openDeskTicket(url, DESK_TOKEN, 'Kim');

    expect(await desk.fill('note', { text: ' ' })).toBe(422);
    expect(await desk.fill('reply', { text: 'x' })).toBe(404);
  });
});
