import { fill } from '../locales/index.ts';
import { homographOf } from '../providers/index.ts';
import type { Block, Provider, Server } from '../model.ts';
import type { ProviderMatch } from '../ports.ts';
import { type Answer, actions, type IntentHandler, type Question, text } from './answer.ts';
import { sourcedSteps } from './program-steps.ts';
import { providerAnswer } from './provider-answer.ts';
import { aboutLookAlike } from './provider-settings.ts';
import { nameOf } from './provider-name.ts';
import { joinSources } from './sources-block.ts';
import { topicAnswer } from './topics.ts';

export const wrongServerAddress: IntentHandler = { name: 'wrong-server-address', answer };

/** The right servers, and where to put them in the program that is spoken of. */
function answer(question: Question): Answer {
  const known = settled(question);
  const steps = sourcedSteps(question, ['change']);
  if (known.servers === undefined || steps.length === 0) return known;
  const { blocks } = known;
  const end = blocks.findIndex(({ kind }) => kind === 'sources' || kind === 'actions');
  const at = end < 0 ? blocks.length : end;
  return { ...known, blocks: joinSources([...blocks.slice(0, at), ...steps, ...blocks.slice(at)]) };
}

function settled(question: Question): Answer {
  const { slots, knowledge } = question;
  const host = question.fresh.hosts?.[0] ?? slots.hosts?.[0];
  if (host !== undefined && question.topic === undefined) return aboutHost(host, question);
  const provider = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  if (provider && question.topic === undefined) return providerAnswer(provider, question);
  return topicAnswer(
    question,
    [['incoming-or-outgoing', /incoming|outgoing|收件|发件|接收|发送服务器/]],
    'server-address-wrong',
  );
}

/** Says what is wrong with a host as typed, then shows the right ones. */
function aboutHost(host: string, question: Question): Answer {
  const { knowledge } = question;
  const imitated = homographOf(knowledge, host);
  if (imitated !== undefined) return aboutLookAlike(host, imitated, question);
  const exact = knowledge.providerByHost(host);
  if (exact?.via === 'retired-host')
    return withSettings(exact.provider, question, retired(host, exact.provider, question));
  if (exact) return withSettings(exact.provider, question, right(host, exact.provider, question));
  const owner = ownerOf(host, question);
  const close = knowledge.nearestHosts(host, 3).find((near) => !owner || near.provider.id === owner.id);
  if (close) return withSettings(close.provider, question, typo(host, close, question));
  return owner ? withSettings(owner, question, notTheirs(host, owner, question)) : unknownHost(host, question);
}

function withSettings(provider: Provider, question: Question, lead: Block): Answer {
  return providerAnswer(provider, { ...question, slots: { ...question.slots, provider: provider.id } }, lead);
}

function ownerOf(host: string, { knowledge, slots }: Question): Provider | undefined {
  const registrable = knowledge.registrableDomain(host);
  const byDomain = registrable === undefined ? undefined : knowledge.providerByDomain(registrable)?.provider;
  return byDomain ?? (slots.provider === undefined ? undefined : knowledge.provider(slots.provider));
}

function typo(typed: string, match: ProviderMatch, { texts }: Question): Block {
  return text(fill(texts.answers.host.typo, { typed, known: match.matched }));
}

function right(host: string, provider: Provider, { texts, language }: Question): Block {
  const server = [...provider.servers, ...provider.alsoOffered].find((known: Server) => known.host === host);
  const protocol = server ? texts.answers.protocols[server.protocol] : '';
  return text(fill(texts.answers.host.right, { host, protocol, provider: nameOf(provider, language) }));
}

function retired(typed: string, provider: Provider, { texts }: Question): Block {
  const known = provider.retired.find((entry) => entry.host === typed)?.replacement;
  return text(
    known === undefined ? fill(texts.answers.host.gone, { typed }) : fill(texts.answers.host.retired, { typed, known }),
  );
}

function notTheirs(typed: string, provider: Provider, { texts, language }: Question): Block {
  return text(fill(texts.answers.host.notTheirs, { typed, provider: nameOf(provider, language) }));
}

function unknownHost(host: string, question: Question): Answer {
  const { texts, knowledge } = question;
  const domain = knowledge.registrableDomain(host);
  const { buttons, host: words } = texts.answers;
  return {
    zone: 'answer',
    blocks: [
      text(fill(words.unknown, { host })),
      ...actions(
        { label: buttons.check, intent: { name: 'check-server', host } },
        domain === undefined
          ? undefined
          : {
              label: fill('{label}: {domain}', { label: texts.answers.intents.autoconfig, domain }),
              intent: { name: 'discover', domain },
            },
        { label: buttons.findIt, intent: { name: 'find-server-address', slots: {} } },
      ),
    ],
  };
}
