import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compareSettings } from '../../../src/core/diagnosis/compare.ts';
import { readSettings } from '../../../src/core/diagnosis/read-settings.ts';
import { LANGUAGES, redactEvent, respond, texts, type PastedServer, type Turn } from '../../../src/core/index.ts';
import { findAddresses } from '../../../src/core/nlu/slots/addresses.ts';
import { normalise } from '../../../src/core/nlu/normalise.ts';
import { testKnowledge } from '../../support/knowledge.ts';
import { messageTo, situationFor } from './said.ts';

interface Case {
  name: string;
  text: string;
  servers?: string[];
  provider?: string;
  findings: string[];
}

const FOLDER = join(import.meta.dirname, 'pasted');
const CASES = readdirSync(FOLDER).flatMap((name) => parse(readFileSync(join(FOLDER, name), 'utf8')) as Case[]);
const NOW = 1_900_000_000_000;

function told(text: string, language = 'en'): Turn {
  const knowledge = testKnowledge();
  const event = redactEvent(messageTo(text, NOW), { secretExpected: false, knowledge });
  return respond(event, situationFor(event, language), knowledge, NOW);
}

function line({ protocol, direction, host, port, security, username }: PastedServer): string {
  return [protocol ?? direction, host, port, security, username].filter((part) => part !== undefined).join(' ');
}

describe('pasted settings', () => {
  it('are tried in sixty cases and more', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(60);
    expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
  });

  it.each(CASES)('$name', ({ text, servers, findings }) => {
    const knowledge = testKnowledge();
    const { text: normalised } = normalise(text, knowledge);
    const read = readSettings(normalised, findAddresses(normalised, knowledge)).map(line);
    const found = told(text).explanation?.understanding.diagnosis?.findings.map(({ code }) => code);

    const expected = servers ?? read;
    expect(read.map((each, index) => each.slice(0, expected[index]?.length))).toEqual(expected);
    expect(found).toEqual(findings);
  });

  it.each(LANGUAGES)('are answered in %s with the corrected block, and no code in it', (language) => {
    const turn = told('收件服务器：smtp.qq.com\n端口：143\nSSL：否', language);
    const blocks = turn.operations.flatMap((each) => (each.kind === 'post' ? each.reply.blocks : []));
    const verdict = blocks.find((block) => block.kind === 'verdict');
    const table = blocks.find((block) => block.kind === 'settings');

    expect(verdict).toMatchObject({ level: 'broken' });
    expect(JSON.stringify(verdict)).not.toMatch(/undefined|\{\w+\}/);
    expect(table).toMatchObject({ title: texts(language).answers.diagnosis.corrected });
    expect(JSON.stringify(table)).toContain('imap.qq.com');
  });

  it.each(LANGUAGES)('that are right are left alone in %s, the better ones beside them', (language) => {
    const turn = told('IMAP server: imap.gmx.net\nPort: 143\nSecurity: STARTTLS', language);
    const blocks = turn.operations.flatMap((each) => (each.kind === 'post' ? each.reply.blocks : []));
    const { diagnosis } = texts(language).answers;

    expect(blocks.find(({ kind }) => kind === 'verdict')).toMatchObject({ level: 'good', text: diagnosis.better });
    expect(blocks.find(({ kind }) => kind === 'settings')).toMatchObject({
      title: diagnosis.recommended,
      rows: [[expect.anything(), 'imap.gmx.net', '993', expect.anything(), expect.anything()]],
    });
  });

  it('hides a password in them and warns of it', () => {
    const turn = told('SMTP server: smtp.gmail.com\nPort: 465\nSSL: yes\nPassword: Hunter2hunter2!');
    const said = JSON.stringify(turn.operations);

    expect(said).not.toContain('Hunter2hunter2');
    expect(said).toMatch(/seems to hold a password/);
  });

  it('never throw, however they are mangled', () => {
    const knowledge = testKnowledge();
    const hostile = [
      'port: ',
      'host: :::',
      'server: a.b\n'.repeat(500),
      '：'.repeat(3000),
      'imap://' + 'a@'.repeat(2000),
    ];

    for (const text of hostile) {
      const pasted = readSettings(text, findAddresses(text, knowledge));
      expect(compareSettings(pasted, knowledge.provider('qq'), undefined, knowledge).findings.length).toBeGreaterThan(
        0,
      );
      expect(pasted.length).toBeLessThanOrEqual(20);
    }
  });
});
