import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildKnowledge, DataError, knowledgeIsCurrent } from '../../data/build.ts';
import { openKnowledge } from '../../src/adapters/knowledge/index.ts';
import { providerYaml, writeSources } from '../support/knowledge-source.ts';
import { tempDir } from '../support/temp-dir.ts';

let dataDir: string;
let output: string;

beforeEach(() => {
  dataDir = tempDir();
  output = join(tempDir(), 'out', 'knowledge.sqlite');
});

async function faultsOf(files: Record<string, string>): Promise<string[]> {
  writeSources(dataDir, files);
  const error: unknown = await buildKnowledge({ dataDir, output }).catch((thrown: unknown) => thrown);
  return error instanceof DataError ? error.message.split('\n') : [];
}

describe('a build', () => {
  it('makes a file that can be opened and says what is in it', async () => {
    writeSources(dataDir, { 'providers/one.yaml': providerYaml('one', 'one.example') });

    const report = await buildKnowledge({ dataDir, output });

    expect(report).toMatchObject({ providers: 1, domains: 1 });
    expect(openKnowledge(output).hash).toBe(report.hash);
  });

  it('gives the same hash for the same sources', async () => {
    writeSources(dataDir, { 'providers/one.yaml': providerYaml('one', 'one.example') });

    const first = await buildKnowledge({ dataDir, output });
    const second = await buildKnowledge({ dataDir, output: join(tempDir(), 'again.sqlite') });

    expect(second.hash).toBe(first.hash);
  });

  it('trains on the examples with the knowledge already readable', async () => {
    writeSources(dataDir, {
      'providers/one.yaml': providerYaml('one', 'one.example'),
      'utterances/check-tls.yaml': 'en: [is it safe]\nzh-Hans: [安全吗]\n',
    });
    const seen: unknown[] = [];
    const model = {
      classes: ['check-tls'],
      buckets: 2,
      idf: new Uint8Array([1, 2]),
      weights: new Int8Array([-3, 4]),
      scale: new Float32Array([0.5]),
      bias: new Float32Array([-1]),
      temperature: 2,
    };

    await buildKnowledge({
      dataDir,
      output,
      learn: (examples, path) => {
        seen.push(...examples, openKnowledge(path).provider('one')?.id);
        return model;
      },
    });

    expect(seen).toEqual([
      { text: 'is it safe', intent: 'check-tls', language: 'en' },
      { text: '安全吗', intent: 'check-tls', language: 'zh-Hans' },
      'one',
    ]);
    expect(openKnowledge(output).classifier).toEqual(model);
  });

  it('does not touch what another one is writing, also where the processes have one number', async () => {
    writeSources(dataDir, { 'providers/one.yaml': providerYaml('one', 'one.example') });
    mkdirSync(dirname(output));
    const others = [`${output}.${process.pid}.new`, `${output}.${process.pid}.learn`];
    for (const other of others) writeFileSync(other, 'half of it');

    await buildKnowledge({ dataDir, output });

    expect(others.map((other) => readFileSync(other, 'utf8'))).toEqual(['half of it', 'half of it']);
  });

  it('removes what one left that was killed hours ago, and nothing else', async () => {
    writeSources(dataDir, { 'providers/one.yaml': providerYaml('one', 'one.example') });
    mkdirSync(dirname(output));
    const twoHoursAgo = Date.now() / 1000 - 7200;
    for (const left of [`${output}.1.new`, `${output}.1.learn`, `${output}.bak`, join(dirname(output), 'state.new')]) {
      writeFileSync(left, 'old');
      utimesSync(left, twoHoursAgo, twoHoursAgo);
    }

    await buildKnowledge({ dataDir, output });

    expect(readdirSync(dirname(output)).sort()).toEqual(['knowledge.sqlite', 'knowledge.sqlite.bak', 'state.new']);
  });

  it('is stale when a source changes, and current again when the change is taken back', async () => {
    const path = join(dataDir, 'providers/one.yaml');
    writeSources(dataDir, { 'providers/one.yaml': providerYaml('one', 'one.example') });
    await buildKnowledge({ dataDir, output });
    const before = readFileSync(path, 'utf8');

    expect(await knowledgeIsCurrent({ dataDir, output })).toBe(true);
    writeFileSync(path, `${before}# changed\n`);
    expect(await knowledgeIsCurrent({ dataDir, output })).toBe(false);
    writeFileSync(path, before);
    expect(await knowledgeIsCurrent({ dataDir, output })).toBe(true);
  });

  it('is not current when there is no file, or something else in its place', async () => {
    writeSources(dataDir, {});

    expect(await knowledgeIsCurrent({ dataDir, output })).toBe(false);
    writeFileSync(join(dataDir, 'not-a-database'), 'hello');
    expect(await knowledgeIsCurrent({ dataDir, output: join(dataDir, 'not-a-database') })).toBe(false);
  });
});

describe('a broken source', () => {
  it('leaves the old file in use and nothing beside it', async () => {
    writeSources(dataDir, { 'providers/one.yaml': providerYaml('one', 'one.example') });
    const { hash } = await buildKnowledge({ dataDir, output });

    const faults = await faultsOf({ 'providers/two.yaml': 'id: two\n' });

    expect(faults.length).toBeGreaterThan(0);
    expect(openKnowledge(output).hash).toBe(hash);
    expect(readdirSync(join(output, '..'))).toEqual(['knowledge.sqlite']);
  });

  it('is named with file, line and reason, all of them together', async () => {
    const faults = await faultsOf({
      'providers/one.yaml': providerYaml('one', 'one.example').replace('port: 993', 'port: 99999'),
      'providers/two.yaml': 'id: two\n  names: [\n',
      'providers/three.yaml': providerYaml('3', 'three.example'),
    });

    expect(faults).toEqual([
      expect.stringMatching(/^providers\/one\.yaml:8: servers\.0\.port: /),
      expect.stringMatching(/^providers\/two\.yaml:\d: /),
      'providers/three.yaml:1: id is "3", the name says "three"',
    ]);
    expect(existsSync(output)).toBe(false);
  });

  it.each([
    [
      'a source that nobody knows',
      providerYaml('one', 'one.example').replace('source: help', 'source: hearsay'),
      /hearsay/,
    ],
    [
      'a server without a source',
      providerYaml('one', 'one.example').replace(', source: help', ''),
      /:8: servers\.0\.source/,
    ],
    ['a misspelt key', providerYaml('one', 'one.example', 'alias: [x]\n'), /alias/],
    [
      'a date that is none',
      providerYaml('one', 'one.example', 'retired: [{ host: a.one.example, since: soon, source: help }]\n'),
      /since/,
    ],
    [
      'a host without a dot',
      providerYaml('one', 'one.example').replace('host: imap.one.example', 'host: imap'),
      /host/,
    ],
  ])('%s is a fault', async (_, content, reason) => {
    expect((await faultsOf({ 'providers/one.yaml': content })).join('\n')).toMatch(reason);
  });

  it.each([
    ['domain', providerYaml('two', 'one.example'), /one\.example belongs to one too/],
    [
      'name',
      providerYaml('two', 'two.example', 'aliases: [Ｍail  OF one]\n'),
      /alias "mail of one" belongs to one too/,
    ],
    [
      'MX suffix',
      providerYaml('two', 'two.example', 'mx: [{ suffix: mx.example, certain: true, source: help }]\n'),
      /MX mx\.example belongs to one too/,
    ],
  ])('the same %s in two providers is a fault', async (_, two, reason) => {
    const one = providerYaml('one', 'one.example', 'mx: [{ suffix: mx.example, certain: true, source: help }]\n');

    expect((await faultsOf({ 'providers/one.yaml': one, 'providers/two.yaml': two })).join('\n')).toMatch(reason);
  });

  it('a topic that is not written in every language is a fault', async () => {
    const faults = await faultsOf({
      'topics/port/topic.yaml': 'id: port\nintent: ports-and-encryption\n',
      'topics/port/en.md': '## answer\nA port is a door.\n',
      'topics/port/zh-Hans.md': '## antwort\nx\n',
    });

    expect(faults).toEqual([
      expect.stringMatching(/^topics\/port\/zh-Hans\.md:1: unknown heading "antwort"/),
      expect.stringMatching(/^topics\/port\/zh-Hant\.md: missing/),
    ]);
  });

  it('an error pattern that matches everything is a fault', async () => {
    const entry = (pattern: string) =>
      `- { id: x, patterns: ['${pattern}'], intent: auth-failure, meaning: { en: M }, todo: { en: [T] } }\n`;

    expect(await faultsOf({ 'errors/a.yaml': entry('.*') })).toHaveLength(1);
    expect(await faultsOf({ 'errors/a.yaml': entry('(') })).toHaveLength(1);
    expect(await faultsOf({ 'errors/a.yaml': entry('535'), 'errors/b.yaml': entry('550') })).toEqual([
      'errors/b.yaml: id "x" is taken',
    ]);
  });
});

describe('a fact that contradicts another, or itself', () => {
  it.each([
    ['a trait twice', 'traits: [{ code: no-pop3, source: help }, { code: no-pop3, source: list }]\n', /stated twice/],
    [
      'a trait beside its opposite',
      'traits: [{ code: imap-must-be-on, source: help }, { code: imap-always-on, source: help }]\n',
      /:9: traits\.1.*cannot both be true/,
    ],
    ['a region that is missing', 'traits: [{ code: unreachable-in-region, source: help }]\n', /a region belongs/],
    [
      'a region that is none',
      'traits: [{ code: unreachable-in-region, facts: { region: China }, source: help }]\n',
      /ISO 3166/,
    ],
    ['a plan out of place', 'traits: [{ code: no-imap, facts: { plan: Plus }, source: help }]\n', /a plan belongs/],
    ['a change without a day', 'changes: [{ code: pop3-off, source: help }]\n', /changes\.0\.date/],
    ['a change on no day', 'changes: [{ code: pop3-off, date: "2026", source: help }]\n', /changes\.0\.date/],
    ['a replaced host without its heir', 'changes: [{ code: host-replaced, date: "2027-01", source: help }]\n', /host/],
    ['a change of unknown kind', 'changes: [{ code: doom, date: "2027-01", source: help }]\n', /changes\.0\.code/],
    ['a page without an address', 'sources: { own: { kind: page, label: Own, seen: "2026" } }\n', /sources\.own\.url/],
    [
      'an import at no commit',
      'sources: { own: { kind: import, label: Own, seen: "2026" } }\n',
      /sources\.own\.commit/,
    ],
    ['a reason that is none', conflict('gut-feeling'), /conflicts\.0\.reason/],
  ])('%s is a fault with its line', async (_, more, reason) => {
    const faults = await faultsOf({ 'providers/one.yaml': providerYaml('one', 'one.example', more) });

    expect(faults.join('\n')).toMatch(reason);
    expect(faults.every((fault) => /^providers\/one\.yaml:\d+: /.test(fault))).toBe(true);
  });

  it.each(['{ en: One, klingonese: One }', '{ ja: ワン }'])('names as %s are a fault', async (names) => {
    const yaml = providerYaml('one', 'one.example').replace(/names: .*/, `names: ${names}`);

    expect(await faultsOf({ 'providers/one.yaml': yaml })).toEqual([
      expect.stringMatching(/^providers\/one\.yaml:4: names/),
    ]);
  });

  it('is nothing of the kind for all that can be said of a provider', async () => {
    const everything = `aliases: [ワン, 원, Ван, 一号信箱]
changes:
  - { code: host-replaced, date: "2027-01", host: old.one.example, replacement: imap.one.example, source: help }
  - { code: smtp-basic-auth-off, date: "2026-12-31", source: list, confidence: low }
traits: [{ code: unreachable-in-region, facts: { region: CN }, source: unverified, confidence: medium }]
password: { kind: app-password, localName: Code, url: "https://one.example/p", source: help, confidence: low }
retired: [{ host: pop.one.example, replacement: imap.one.example, since: "2024-09", source: help }]
support: { url: "https://one.example/help", phone: "+1 800 555 0100", hours: "Mon-Fri 9-17", source: help }
`;
    const languages = '{ en: One, zh-Hans: 一号, zh-Hant: 一號, ja: ワン, ko: 원메일, ru: Один, pt-BR: Um }';
    const yaml = providerYaml('one', 'one.example', everything + conflict('depends-on-region'))
      .replace(/names: .*/, `names: ${languages}`)
      .replace('security: tls,', 'security: tls, scope: overseas, domains: [one.example], username: local-part,');
    const shared = `help: { kind: page, label: Help, url: "https://help.example/", seen: "2026-11-22" }
list: { kind: import, label: A list, commit: abc, seen: "2015-07-29" }
unverified: { kind: unverified, label: Not verified, seen: "2026-11-22" }
`;

    expect(await faultsOf({ 'sources.yaml': shared, 'providers/one.yaml': yaml })).toEqual([]);
    expect(openKnowledge(output).provider('one')).toMatchObject({
      changes: [
        { code: 'smtp-basic-auth-off', confidence: 'low' },
        { code: 'host-replaced', confidence: 'high' },
      ],
      traits: [{ confidence: 'medium' }],
      password: { confidence: 'low' },
      retired: [{ confidence: 'high' }],
      support: { confidence: 'high' },
    });
  });
});

function conflict(reason: string): string {
  const values = '[{ value: a.one.example, source: help }, { value: b.one.example, source: list }]';
  return `conflicts: [{ what: imap, reason: ${reason}, values: ${values} }]\n`;
}
