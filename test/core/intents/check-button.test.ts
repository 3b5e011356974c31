import { describe, expect, it } from 'vitest';
import { type Block, LANGUAGES, redactEvent, respond } from '../../../src/core/index.ts';
import { testKnowledge } from '../../support/knowledge.ts';
import { messageTo, situationFor } from '../diagnosis/said.ts';

const NOW = 1_900_000_000_000;

function answered(text: string, language = 'en'): Block[] {
  const knowledge = testKnowledge();
  const event = redactEvent(messageTo(text, NOW), { secretExpected: false, knowledge });
  const { operations } = respond(event, situationFor(event, language), knowledge, NOW);
  return operations.flatMap((each) => (each.kind === 'post' ? each.reply.blocks : []));
}

function checked(blocks: readonly Block[]): string[] {
  const all = blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
  return all.flatMap(({ intent }) => (intent.name === 'check-server' ? [intent.host] : []));
}

describe('the button that checks a server', () => {
  it.each([
    ['what are the settings of gmx.de', 'imap.gmx.net'],
    ['I can receive but not send with gmail', 'smtp.gmail.com'],
    ['gmail in thunderbird, how do I set it up', 'imap.gmail.com'],
    ['465 or 587 for gmail?', 'smtp.gmail.com'],
    ['imap server: imap.gmail.com port: 110 ssl: yes', 'imap.gmail.com'],
    ['Verbindung zu imap.web.de geht nicht, Zeitüberschreitung', 'imap.web.de'],
  ])('stands under the table of: %s', (text, host) => {
    const blocks = answered(text);

    expect(blocks.some(({ kind }) => kind === 'settings')).toBe(true);
    expect(checked(blocks)).toEqual([host]);
  });

  it.each(LANGUAGES)('looks at nobody’s own computer, in %s', (language) => {
    const blocks = answered('Proton Mail Bridge imap', language);

    expect(JSON.stringify(blocks)).toContain('127.0.0.1');
    expect(checked(blocks)).toEqual([]);
  });
});
