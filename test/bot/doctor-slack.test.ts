import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../src/bot/config/index.ts';
import { examine } from '../../src/bot/doctor/index.ts';
import { LANGUAGES } from '../../src/core/index.ts';
import { startSlackDouble, type SlackDouble } from '../support/slack-double/index.ts';
import { tempDir } from '../support/temp-dir.ts';

async function doubleOf(change: (slack: SlackDouble) => void = () => {}): Promise<SlackDouble> {
  const slack = await startSlackDouble();
  onTestFinished(() => slack.stop());
  change(slack);
  return slack;
}

/** What the doctor says of Slack. */
async function saidOf(slack: SlackDouble, settings: Record<string, string> = {}, language = 'en'): Promise<string> {
  const env = {
    POSTILION_STATE_DIR: tempDir(),
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    SLACK_DESK_CHANNEL: 'C0DESK',
    DEFAULT_LOCALE: language,
    ...settings,
  };
  const { lines } = await examine(readConfig(env, '/nowhere'), 'en');
  return lines.join('\n');
}

describe('the doctor of an app in Slack', () => {
  it('finds all permissions given, and the app at the desk', async () => {
    const said = await saidOf(await doubleOf());

    expect(said).toContain('[OK] The app in Slack has all the permissions');
    expect(said).toContain('[OK] The app is in the desk’s Slack channel C0DESK');
  });

  it.each(LANGUAGES)('names each permission that lacks, and says how to give it, in %s', async (language) => {
    const slack = await doubleOf((double) => {
      double.revokeScope('im:history');
      double.revokeScope('reactions:write');
    });

    const said = await saidOf(slack, {}, language);

    expect(said).toContain('im:history, reactions:write');
    expect(said).toContain('Reinstall to Workspace');
    expect(said).not.toMatch(/xoxb-|[{}]/);
  });

  it('misses nothing that is used at desks only, where there is none', async () => {
    const slack = await doubleOf((double) => {
      for (const scope of ['pins:write', 'reactions:write', 'usergroups:read']) double.revokeScope(scope);
    });

    expect(await saidOf(slack, { SLACK_DESK_CHANNEL: '' })).toContain('[OK] The app in Slack has all the permissions');
    expect(await saidOf(slack, { SLACK_DESK_GROUP: 'S0' })).toContain('pins:write, usergroups:read');
  });

  it('notes what is given and not needed', async () => {
    const slack = await doubleOf((double) => double.grantScope('users:read.email'));

    expect(await saidOf(slack)).toContain('[NOTE] The app in Slack may do more than it needs: users:read.email');
  });

  it.each([
    ['is not in', 'C0OUTSIDE', 'is not in the Slack channel C0OUTSIDE'],
    ['never existed', 'C0NOWHERE', 'is not in the Slack channel C0NOWHERE'],
  ])('says that the desk is a channel that it %s', async (_, channel, words) => {
    const said = await saidOf(await doubleOf(), { SLACK_DESK_CHANNEL: channel });

    expect(said).toContain('[PROBLEM]');
    expect(said).toContain(words);
    expect(said).toContain('/invite @Postilion');
  });

  it('says that the desk is archived', async () => {
    const slack = await doubleOf((double) => {
      double.channel('C0DESK').archived = true;
    });

    expect(await saidOf(slack)).toContain('C0DESK of SLACK_DESK_CHANNEL is archived');
  });

  it('is silent about permissions where a stand-in tells none', async () => {
    const said = await saidOf(await doubleOf(), { SLACK_API_URL: 'http://127.0.0.1:9/api/' });

    expect(said).toContain('Slack cannot be reached');
    expect(said).not.toContain('permissions');
  });
});
