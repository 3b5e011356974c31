import { type Question, text } from '../intents/answer.ts';
import { nameOf } from '../intents/provider-name.ts';
import { settingsTable } from '../intents/settings-table.ts';
import { fill } from '../locales/index.ts';
import type { Block, Discovery, PastedServer, Server } from '../model.ts';
import { settingsFor } from '../providers/index.ts';
import { comparisonBlocks } from './answer.ts';
import { compareWith } from './compare.ts';
import type { Truth } from './truth.ts';

/** Pasted settings of a domain that we did not know, against what was found out about it since. */
export function discoveredComparison(result: Discovery, pasted: readonly PastedServer[], question: Question): Block[] {
  const { truth, intro } = truthOf(result, question);
  const slots = { ...question.slots, domain: result.domain, ...(truth.provider && { provider: truth.provider.id }) };
  return [
    ...comparisonBlocks(pasted, compareWith(pasted, truth), intro, { ...question, slots }),
    ...bothSources(result, question),
  ];
}

function truthOf(result: Discovery, question: Question): { truth: Truth; intro: string } {
  const { knowledge, texts, language } = question;
  const { discovery, diagnosis } = texts.answers;
  const { domain } = result;
  const provider = knowledge.provider(result.provider?.id ?? '');
  if (provider) {
    const line = result.provider?.certain ? discovery.hostedCertain : discovery.hostedAt;
    const intro = fill(line, { domain, provider: nameOf(provider, language) });
    return { truth: { knowledge, provider, servers: settingsFor(provider), others: provider.alsoOffered }, intro };
  }
  const servers = result.servers.filter(({ trust }) => trust !== 'guess').map(asServer);
  if (servers.length === 0) return { truth: { knowledge, servers: [] }, intro: diagnosis.introUnknown };
  return { truth: { knowledge, servers, domain }, intro: fill(discovery.found, { domain }) };
}

/** Discovery tells nothing of the user name; most want the whole address. */
function asServer({ protocol, host, port, security }: Discovery['servers'][number]): Server {
  return { protocol, host, port, security, username: 'other', sources: [], confidence: 'medium' };
}

/** Two sources that disagree are both shown. */
function bothSources({ disagreements }: Discovery, question: Question): Block[] {
  if (disagreements.length === 0) return [];
  const said = disagreements.flatMap(({ values }) => values).map(asServer);
  return [text(question.texts.answers.discovery.disagree), settingsTable(said, question)];
}
