import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeFault, readConfig } from '../../../src/bot/config/index.ts';
import { DeskFaults, loadDesk } from '../../../src/bot/desk/index.ts';
import { tempDir } from '../../support/temp-dir.ts';

const PACKAGE = join(import.meta.dirname, '../../..');
const NOW = Date.UTC(2026, 10, 25, 2, 0);

const GOOD = `
queues:
  - id: general
    name: { en: General, zh-Hans: 综合 }
    desk: slack:C0DESK
    firstReply: 30m
    nextReply: 4h
    hours: office
    escalation:
      - after: 15m
        people: [slack:U0LEAD]
  - id: chinese
    name: 中文
    desk: discord:2002
    languages: [zh-Hans, zh-Hant]
hours:
  office:
    zone: Asia/Shanghai
    open: { mon: "09:00-12:00, 13:00-18:00", wed: "09:00-18:00" }
    holidays: [2026-12-02]
agents:
  - person: discord:3003
    shownAs: Mei
show: alias
team: Help team
`;

/** The settings of a file, as Slack's team T0 has it. */
function load(files: { desk?: string; replies?: Record<string, string> }) {
  const folder = tempDir();
  const path = join(folder, 'desk.yaml');
  writeFileSync(path, files.desk ?? GOOD);
  const replies = join(folder, 'replies');
  mkdirSync(replies);
  for (const [name, content] of Object.entries(files.replies ?? {})) writeFileSync(join(replies, name), content);
  const result = readConfig({ POSTILION_DESK: path, POSTILION_REPLIES: replies }, PACKAGE);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return loadDesk(result.config, (scoped) => scoped.replace(/^slack:/, 'slack:T0/'));
}

async function faultsOf(files: Parameters<typeof load>[0]): Promise<string[]> {
  const error: unknown = await load(files).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DeskFaults)) throw new Error('there were no faults');
  return error.faults.map((fault) => describeFault(fault, 'en'));
}

describe('the file of the desk', () => {
  it('says queues, hours, people and names', async () => {
    const { service } = (await load({}))(NOW);

    expect(service).toMatchObject({
      shownName: 'alias',
      teamName: 'Help team',
      queues: [
        {
          id: 'general',
          names: { en: 'General', 'zh-Hans': '综合' },
          desk: 'slack:T0/C0DESK',
          firstReply: 30 * 60_000,
          nextReply: 4 * 3_600_000,
          escalation: [{ after: 15 * 60_000, people: ['slack:T0/U0LEAD'] }],
        },
        { id: 'chinese', names: { en: '中文' }, desk: 'discord:2002', languages: ['zh-Hans', 'zh-Hant'] },
      ],
      agents: [{ person: 'discord:3003', shownAs: 'Mei' }],
    });
    expect(service?.queues[0]?.hours?.open).toContainEqual([
      Date.UTC(2026, 10, 25, 1, 0),
      Date.UTC(2026, 10, 25, 10, 0),
    ]);
  });

  it('is shown in the page for operators as it may be', async () => {
    const page = readFileSync(join(PACKAGE, 'docs/operator.md'), 'utf8');
    const [, example = ''] = /```yaml\n(queues:[\s\S]*?)```/.exec(page) ?? [];

    const { service } = (await load({ desk: example }))(NOW);

    expect(service?.queues.map(({ id }) => id)).toEqual(['general', 'chinese']);
  });

  it('knows holidays', async () => {
    const { service } = (await load({}))(NOW);

    const holiday = Date.UTC(2026, 11, 2);
    const open = service?.queues[0]?.hours?.open.filter(([from]) => from >= holiday && from < holiday + 86_400_000);
    expect(open).toEqual([]);
  });

  it('has at least a few ready-made replies, and those of the operator before them', async () => {
    const own = {
      'which-program.yaml': 'title: Mine\ntext: { en: "Hello {name}" }',
      'new.json': '{"title":"N","text":"T"}',
      'README.md': 'not a reply',
    };

    const { service } = (await load({ replies: own }))(NOW);

    const canned = new Map(service?.canned.map(({ id, text }) => [id, text['en']]));
    expect([...canned.keys()].slice(0, 2)).toEqual(['new', 'which-program']);
    expect(canned.get('which-program')).toBe('Hello {name}');
    expect(canned.has('try-webmail')).toBe(true);
  });

  it('has faults of replies named, too', async () => {
    expect(await faultsOf({ replies: { 'bad.yaml': 'title: { fr: Bonjour }\ntext: ""' } })).toEqual([
      'POSTILION_REPLIES: bad.yaml: there is no setting title.fr.',
      'POSTILION_REPLIES: bad.yaml: text is missing or not right. Expected: "…", { en: "…", zh-Hans: "…" }',
    ]);
  });

  it.each([
    ['queues: []', ['POSTILION_DESK: desk.yaml: queues is missing or not right. Expected: queues: [ … ]']],
    [
      '- a\n- b',
      [
        'POSTILION_DESK: desk.yaml: . is missing or not right. Expected: Invalid input: expected object, received array',
      ],
    ],
    ['queues: [', ['POSTILION_DESK: is not valid YAML or JSON: desk.yaml.']],
    [
      'queues: [{ id: a, desk: "#help", firstReply: soon }]',
      [
        'POSTILION_DESK: desk.yaml: queues.0.desk is missing or not right. Expected: slack:C0123, discord:123, web',
        'POSTILION_DESK: desk.yaml: queues.0.firstReply is missing or not right. Expected: 15m, 4h, 2d',
      ],
    ],
    [
      'queues: [{ id: a, desk: web, colour: red }]',
      ['POSTILION_DESK: desk.yaml: there is no setting queues.0.colour.'],
    ],
    [
      'queues: [{ id: a, desk: web, hours: night }]\nhours: { day: { zone: Mars/Olympus, open: { mon: "9-17" } } }',
      [
        'POSTILION_DESK: desk.yaml: hours.day.zone is missing or not right. Expected: Asia/Shanghai',
        'POSTILION_DESK: desk.yaml: hours.day.open.mon.0 is missing or not right. Expected: 09:00-12:00, 13:00-18:00',
        'POSTILION_DESK: desk.yaml: queues.0.hours is missing or not right. Expected: day',
      ],
    ],
    [
      'queues: [{ id: a, desk: web, hours: night }]',
      ['POSTILION_DESK: desk.yaml: queues.0.hours is missing or not right. Expected: hours: { … }'],
    ],
  ])('that says %j has one line for each fault', async (desk, lines) => {
    expect(await faultsOf({ desk })).toEqual(lines);
  });

  it('that is not there is named', async () => {
    const result = readConfig({ POSTILION_DESK: '/nowhere/desk.yaml' }, '/nowhere');
    if (!result.ok) throw new Error('the environment is good');

    await expect(loadDesk(result.config, (scoped) => scoped)).rejects.toMatchObject({
      faults: [{ variable: 'POSTILION_DESK', code: 'fileUnreadable' }],
    });
  });
});
