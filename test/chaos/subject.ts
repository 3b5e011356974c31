import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Member } from './fleet.ts';
import type { Crowd, Side } from './side.ts';
import { discordSide } from './discord-side.ts';
import { slackSide } from './slack-side.ts';
import type { ChaosStore, State } from './stores.ts';

/** The bot under test: arguments of Node that start it, what it is told beside its platforms, and where it keeps its state. */
export interface Subject {
  program: readonly string[];
  variables: Record<string, string>;
  store: ChaosStore;
}

export interface BothSides {
  slack: Side;
  discord: Side;
}

export const TSX = import.meta.resolve('tsx');

export function script(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** Both platforms, for as long as the work takes. */
export async function withSides<Result>(crowd: Crowd, work: (sides: BothSides) => Promise<Result>): Promise<Result> {
  const [slack, discord] = await Promise.all([slackSide(crowd), discordSide(crowd)]);
  try {
    return await work({ slack, discord });
  } finally {
    await Promise.all([slack.stop(), discord.stop()]);
  }
}

/** The processes of the bot between both platforms, with `preloaded` scripts, and their state. A program alone is compiled. */
export async function membersOf(
  { program, variables, store }: Subject,
  { slack, discord }: BothSides,
  folder: string,
  preloaded: readonly string[],
): Promise<{ members: Member[]; state: State }> {
  const state = await store.fresh(folder);
  const desk = join(folder, 'desk.json');
  writeFileSync(desk, JSON.stringify(deskFile(slack, discord)));
  const all = {
    TERMINAL: 'off',
    WEB: store.roles.includes('web') ? 'on' : 'off',
    WEB_PORT: '0',
    DISCORD_MESSAGE_CONTENT: 'on',
    DESK: 'slack',
    POSTILION_DESK: desk,
    ...variables,
    ...slack.variables,
    ...discord.variables,
    ...state.variables,
  };
  const before = preloaded.length === 0 ? [] : [TSX, ...preloaded.map((name) => script(name))];
  const args = [...before.flatMap((one) => ['--import', one]), ...program];
  const members = store.roles.map((role, index) => ({
    role,
    start: { args, variables: { ...all, POSTILION_ROLE: role }, logFile: join(folder, `${index}-${role}.log`) },
  }));
  return { members, state };
}

/** Each platform has the desk of those who ask on the other: in Slack they write Chinese. */
function deskFile({ desk: inSlack }: Side, { desk: inDiscord }: Side): object {
  return {
    queues: [
      { id: 'english', name: { en: 'English' }, desk: inSlack.place },
      { id: 'chinese', name: { en: 'Chinese' }, desk: inDiscord.place, languages: ['zh-Hans'] },
    ],
  };
}

/** The folder, with the state and the log of every run, is gone afterwards, unless CHAOS_KEEP is set. */
export async function inFolder<Result>(work: (folder: string) => Promise<Result>, name = ''): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), `postilion-chaos-${name}`));
  try {
    return await work(folder);
  } finally {
    if (process.env['CHAOS_KEEP'] === undefined) rmSync(folder, { recursive: true, force: true });
    else process.stdout.write(`kept: ${folder}\n`);
  }
}
