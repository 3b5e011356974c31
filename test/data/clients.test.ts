import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileKnowledge, DataError } from '../../data/build.ts';
import { LANGUAGES, texts } from '../../src/core/index.ts';
import { compiled } from '../support/all-texts.ts';
import { providerYaml, writeSources } from '../support/knowledge-source.ts';
import { tempDir } from '../support/temp-dir.ts';

const GUIDES = compiled.clients.flatMap(({ id, guides }) => guides.map(({ parts }) => ({ id, parts })));
const PARTS = GUIDES.flatMap(({ id, parts }) =>
  Object.entries(parts).map(([name, { steps, sources }]) => ({ where: `${id} ${name}`, steps, sources })),
);

function faultsOf(program: string): string[] {
  const dataDir = join(tempDir(), 'data');
  writeSources(dataDir, { 'providers/one.yaml': providerYaml('one', 'one.example'), 'clients/mail.yaml': program });
  try {
    compileKnowledge(dataDir);
    return [];
  } catch (error) {
    return error instanceof DataError ? error.faults.map(({ reason }) => reason) : [String(error)];
  }
}

describe('every mail program', () => {
  it('tells where its servers are, or how an account is added', () => {
    const silent = GUIDES.filter(({ parts }) => !parts.change && !parts.add);

    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('tells each part in all languages, step by step', () => {
    const uneven = PARTS.filter(
      ({ steps }) => new Set(LANGUAGES.map((language) => steps[language]?.length)).size !== 1 || !steps['zh-Hant'],
    );

    expect(uneven.map(({ where }) => where)).toEqual([]);
  });

  it('names the source of each part', () => {
    expect(PARTS.filter(({ sources }) => sources.length === 0).map(({ where }) => where)).toEqual([]);
  });

  it('leaves to the answers what they say of all programs', () => {
    const common = new Set(
      LANGUAGES.flatMap((language) => {
        const { encryption, onlyThere } = texts(language).programs;
        return [encryption, onlyThere];
      }),
    );

    const repeating = PARTS.filter(({ steps }) =>
      Object.values(steps).some((items) => items.some((item) => common.has(item))),
    );

    expect(repeating.map(({ where }) => where)).toEqual([]);
  });

  it('that has been retired invites nobody to add an account', () => {
    const inviting = compiled.clients.filter(({ retired, guides }) => retired && guides.some(({ parts }) => parts.add));

    expect(inviting.map(({ id }) => id)).toEqual([]);
  });

  it('stands in for a retired one only while it is kept up itself', () => {
    const retired = new Set(compiled.clients.filter((client) => client.retired).map(({ id }) => id));

    const dead = compiled.clients.filter((client) => client.retired?.instead.some((id) => retired.has(id)));

    expect(dead.map(({ id }) => id)).toEqual([]);
  });
});

describe('a file is refused', () => {
  const head = 'id: mail\nnames: [Mail]\nalsoProvider: false\n';

  it.each([
    ['a part of another name', 'guides: [{ platforms: [mac], source: help, remove: { en: [Away] } }]', 'remove'],
    ['a part without English', 'guides: [{ platforms: [mac], source: help, add: { zh-Hans: [文件] } }]', 'add.en'],
    ['an unknown device', 'guides: [{ platforms: [fridge], source: help, add: { en: [File] } }]', 'platforms'],
    [
      'an unknown source of a part',
      'guides: [{ platforms: [mac], source: help, add: { en: [File], source: me } }]',
      'me',
    ],
    [
      'a successor that nobody knows',
      'retired: { since: "2020", instead: [other], note: { en: Gone. }, source: help }\nguides: [{ platforms: [mac], source: help, add: { en: [File] } }]',
      'unknown client "other"',
    ],
  ])('for %s', (_, rest, said) => {
    expect(faultsOf(head + rest).join('\n')).toContain(said);
  });

  it('never for the simplest that there is', () => {
    expect(faultsOf(`${head}guides: [{ platforms: [mac], source: help, change: { en: [Edit] } }]`)).toEqual([]);
  });
});
