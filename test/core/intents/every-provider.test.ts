import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { REGIONS } from '../../../src/core/intents/fitting.ts';
import { type Event, LANGUAGES, type Reply, respond } from '../../../src/core/index.ts';
import { testKnowledge } from '../../support/knowledge.ts';
import { renderingFaults } from '../../support/rendered-everywhere.ts';
import { messageTo, situationFor } from '../diagnosis/said.ts';

const NOW = 1_900_000_000_000;
const IDS = readdirSync(join(import.meta.dirname, '../../../data/providers')).map((name) => name.replace('.yaml', ''));

function pressed(provider: string, topic?: string): Event {
  const { type: _, text: _text, files: _files, addressed: _addressed, ...base } = messageTo('', NOW);
  const intent = { name: 'provider-settings' as const, slots: { provider }, ...(topic !== undefined && { topic }) };
  return { ...base, type: 'action', intent, redactions: [] };
}

/** Rendering some eight hundred answers takes several seconds of one core, which others may want too. */
const BUSY_MACHINE = 120_000;

function answerOf(id: string, language: string, topic?: string): Reply[] {
  const event = pressed(id, topic);
  const { operations } = respond(event, situationFor(event, language), testKnowledge(), NOW);
  return operations.flatMap((operation) => (operation.kind === 'post' ? [operation.reply] : []));
}

function offersRegions(reply: Reply | undefined): boolean {
  return JSON.stringify(reply).includes(`"topic":"${REGIONS}"`);
}

it.each(LANGUAGES)(
  'goes through every platform in %s, for one region and for all',
  async (language) => {
    const replies = IDS.flatMap((id) => {
      const [folded] = answerOf(id, language);
      const whole = offersRegions(folded) ? answerOf(id, language, REGIONS) : [];
      return [folded, ...whole].flatMap((reply) => (reply ? [{ id, reply }] : []));
    });
    const faults = await Promise.all(
      replies.map(async ({ id, reply }) => (await renderingFaults(reply)).map((fault) => `${id}: ${fault}`)),
    );

    expect(replies.length).toBeGreaterThan(IDS.length);
    expect(faults.flat()).toEqual([]);
  },
  BUSY_MACHINE,
);
