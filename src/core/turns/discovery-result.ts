import { actions, type Question, text } from '../intents/answer.ts';
import { checkButton } from '../intents/check-button.ts';
import { providerAnswer } from '../intents/provider-answer.ts';
import { nameOf } from '../intents/provider-name.ts';
import { tableWithCare } from '../intents/settings-table.ts';
import { fill } from '../locales/index.ts';
import { limitLine } from './status-line.ts';
import { discoveredComparison } from '../diagnosis/discovered.ts';
import type { Action, Block, Discovery, PastedServer } from '../model.ts';

/** What a look-up of a domain found; "its mail is hosted at X" is the most useful answer. */
export function discoveryBlocks(result: Discovery, question: Question, pasted?: readonly PastedServer[]): Block[] {
  if (pasted !== undefined) return discoveredComparison(result, pasted, question);
  const words = question.texts.answers.discovery;
  const facts = { domain: result.domain };
  switch (result.status) {
    case 'found':
      return found(result, question);
    case 'nothing-found':
      return [text(fill(words.nothing, facts)), ...gateway(result, question), ...wayOut(question)];
    case 'domain-not-found':
      return [text(fill(words.noDomain, facts))];
    case 'refused':
      return [text(words.refused)];
    case 'dns-failure':
      return [text(words.dns), ...wayOut(question)];
    case 'rate-limited':
      return [text(limitLine(result.limit, question.texts.check, question.now))];
  }
}

function found(result: Discovery, question: Question): Block[] {
  const { discovery } = question.texts.answers;
  const provider = result.provider ? question.knowledge.provider(result.provider.id) : undefined;
  if (provider && result.provider) {
    const line = result.provider.certain ? discovery.hostedCertain : discovery.hostedAt;
    const lead = text(fill(line, { domain: result.domain, provider: nameOf(provider, question.language) }));
    return providerAnswer(provider, { ...question, slots: { ...question.slots, provider: provider.id } }, lead).blocks;
  }
  const guessed = result.servers.every((server) => server.trust === 'guess');
  const servers = result.servers.map((server) => ({ ...server, username: 'full-address' as const }));
  return [
    text(fill(guessed ? discovery.guess : discovery.found, { domain: result.domain })),
    ...tableWithCare(servers, question),
    ...(result.disagreements.length > 0 ? [text(discovery.disagree)] : []),
    ...gateway(result, question),
    ...wayOut(question, checkButton(result.servers, question)),
  ];
}

function gateway(result: Discovery, { texts }: Question): Block[] {
  return result.gateway === undefined ? [] : [text(fill(texts.answers.discovery.gateway, { gateway: result.gateway }))];
}

function wayOut({ texts }: Question, first?: Action): Block[] {
  const { buttons } = texts.answers;
  return actions(
    first,
    { label: buttons.findIt, intent: { name: 'find-server-address', slots: {} } },
    { label: buttons.human, intent: { name: 'talk-to-human', slots: {} } },
  );
}
