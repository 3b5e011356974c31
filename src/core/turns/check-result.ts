import { serverOwner } from '../diagnosis/server-owner.ts';
import { serverFindings, tlsVerdict } from '../diagnosis/tls-verdict.ts';
import { actions, type Question, text } from '../intents/answer.ts';
import { nameOf } from '../intents/provider-blocks.ts';
import { fill } from '../locales/index.ts';
import type { Block, Level, ServerCheck } from '../model.ts';

/** Findings shown at once; they come worst first. */
const SHOWN = 4;

/** Two verdicts: is it encrypted, and whose is it? A server of unknown owner is never called safe. */
export function checkBlocks(result: ServerCheck, question: Question): Block[] {
  const words = question.texts.check;
  if (result.status !== 'checked')
    return [text(fill(words.statuses[result.status], { host: result.host })), ...retry(question)];
  const encrypted = tlsVerdict(result.ports, result.checkedAt);
  const owner = ownerOf(result.host, question);
  const all: Record<string, string> = words.findings;
  const lines = serverFindings(result)
    .map(({ code, facts }) => fill(all[code] ?? '', facts))
    .filter((line) => line !== '');
  return [
    {
      kind: 'verdict',
      level: combined(encrypted, owner.known),
      title: fill(words.verdicts[encrypted], { host: result.host }),
      text: owner.line,
    },
    text(
      [...new Set(lines)]
        .slice(0, SHOWN)
        .map((line) => `- ${line}`)
        .join('\n'),
    ),
    text(words.fromHere),
    ...retry(question),
  ];
}

/** Perfect encryption to a stranger is still a stranger. */
function combined(encrypted: Level, known: boolean): Level {
  return encrypted === 'good' && !known ? 'unknown' : encrypted;
}

function ownerOf(host: string, { knowledge, slots, texts, language }: Question): { known: boolean; line: string } {
  const owner = serverOwner(host, knowledge, slots.domain === undefined ? {} : { domain: slots.domain });
  const { owners } = texts.check;
  if (owner.kind === 'unknown') return { known: false, line: owners.unknown };
  if (owner.kind === 'own-domain') return { known: true, line: fill(owners.ownDomain, { domain: owner.domain }) };
  const provider = knowledge.provider(owner.id);
  const line = owner.retired ? owners.retired : owners.provider;
  return { known: true, line: fill(line, { provider: provider ? nameOf(provider, language) : owner.id }) };
}

function retry({ texts }: Question): Block[] {
  return actions({ label: texts.answers.buttons.human, intent: { name: 'talk-to-human', slots: {} } });
}
