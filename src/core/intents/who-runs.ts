import { fill } from '../locales/index.ts';
import type { Provider, TraitCode } from '../model.ts';
import { type Answer, type Question, text } from './answer.ts';
import { providerButtons } from './provider-buttons.ts';
import { changeText, supportText, traitOf, traitText } from './provider-facts.ts';
import { nameOf } from './provider-name.ts';
import { sourcesBlock, sourcesOf } from './sources-block.ts';

/** What is known of an end, or of a beginning of it. */
const ENDS: readonly TraitCode[] = ['closed', 'no-new-accounts', 'no-direct-access', 'forwards-only'];

/** Whether a provider is still there, and whose servers its mail is on. */
export function whoRuns(provider: Provider, question: Question): Answer {
  const { texts, language, now } = question;
  const words = texts.facts.whoRuns;
  const name = nameOf(provider, language);
  const ends = ENDS.flatMap((code) => traitOf(provider, code) ?? []);
  const changes = provider.changes.filter(({ code }) => code === 'service-closes' || code === 'host-replaced');
  const closes = changes.some(({ code }) => code === 'service-closes') || traitOf(provider, 'closed') !== undefined;
  const host = hostElsewhere(provider, question);
  const lines = [
    namedAs(provider, question) ? undefined : fill(words.named, { provider: name }),
    closes ? words.backUp : fill(words.there, { provider: name }),
    ...ends.map((trait) => traitText(trait, provider, question)),
    host && fill(words.at, { provider: name, ...host }),
    ...changes.map((change) => changeText(change, provider, { texts, language, now })),
    supportText(provider, question),
  ].filter((line) => line !== undefined);
  return {
    zone: 'answer',
    servers: [],
    blocks: [
      text(lines.join('\n')),
      ...sourcesBlock(sourcesOf([...ends, ...changes]), question),
      ...providerButtons(provider, provider.servers, question),
    ],
  };
}

/** Whether the message calls it by its own name, and not by one that it took over. */
function namedAs({ id, names }: Provider, { text: words }: Question): boolean {
  const own = [id, ...Object.values(names)].map((name) => name.toLowerCase().split(/[ .(（]/, 1)[0] ?? '');
  return own.some((name) => name !== '' && words.includes(name));
}

function hostElsewhere(provider: Provider, { knowledge, language }: Question) {
  for (const { host } of provider.servers) {
    const owner = knowledge.providerByHost(host)?.provider;
    if (owner && owner.id !== provider.id) return { host, owner: nameOf(owner, language) };
  }
  return undefined;
}
