import type { Provider } from '../model.ts';
import type { ProviderMatch } from '../ports.ts';
import { homographOf } from '../providers/index.ts';
import { fill } from '../locales/index.ts';
import { asksWhoRuns } from '../nlu/who-runs.ts';
import { type Answer, actions, ask, type IntentHandler, type Question, text } from './answer.ts';
import { askForProvider } from './ask-provider.ts';
import { providerAnswer } from './provider-answer.ts';
import { providerButtons } from './provider-buttons.ts';
import { supportText } from './provider-facts.ts';
import { nameOf } from './provider-name.ts';
import { lineWith } from './told.ts';
import { whoRuns } from './who-runs.ts';
import { isLookedAt, lookStatus } from './look-status.ts';

export const providerSettings: IntentHandler = { name: 'provider-settings', answer };

function answer(question: Question): Answer {
  const { slots, knowledge } = question;
  const known = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  if (known && isOnFreePlan(question) && needsPlan(known)) return withoutPlan(known, question);
  if (known && question.fresh.provider !== undefined && asksWhoRuns(question.text)) return whoRuns(known, question);
  if (known) return providerAnswer(known, question, typoNote(question));
  if (slots.domain !== undefined) return lookUpDomain(slots.domain, question);
  return askForProvider(question);
}

/** "I have the free one": said of a provider that wants a paid plan for mail programs, all settings would be in vain. */
const FREE = /\bfree\b|免费|没付费|没有付费|kostenlos|gratis|gratuit|бесплатн/;

function isOnFreePlan(question: Question): boolean {
  return lineWith(question, (line) => FREE.test(line)) !== undefined;
}

function needsPlan({ traits }: Provider): boolean {
  return traits.some(({ code }) => code === 'paid-plan-needed');
}

function withoutPlan(provider: Provider, question: Question): Answer {
  const { texts, language } = question;
  const words = fill(texts.facts.withoutPlan, { provider: nameOf(provider, language) });
  const lines = [words, supportText(provider, question)].filter((line) => line !== undefined);
  return {
    zone: 'answer',
    servers: [],
    blocks: [text(lines.join('\n')), ...providerButtons(provider, [], question)],
  };
}

function typoNote(question: Question) {
  const { providerTypo, slots, texts, knowledge, language } = question;
  const provider = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  if (providerTypo === undefined || !provider) return undefined;
  return text(fill(texts.answers.settings.typo, { typed: providerTypo, provider: nameOf(provider, language) }));
}

/** A domain that we don't know is looked up; one that only looks like a known one is named as what it is. */
export function lookUpDomain(domain: string, question: Question): Answer {
  const { texts, knowledge } = question;
  const known = homographOf(knowledge, domain);
  if (known !== undefined) return aboutLookAlike(domain, known, question);
  const near = question.typoDenied ? undefined : knowledge.nearestDomains(domain, 1)[0];
  if (near) return askWhetherTypo(domain, near, question);
  if (isLookedAt(domain, undefined, question)) return lookStatus(question);
  return {
    zone: 'answer',
    task: { kind: 'discover', domain },
    blocks: [text(fill(texts.answers.settings.unknownDomain, { domain }))],
  };
}

/** Letters of another script: a warning, and the way to the real one. */
export function aboutLookAlike(typed: string, known: string, question: Question): Answer {
  const { texts, knowledge, slots } = question;
  const real = knowledge.providerByDomain(known) ?? knowledge.providerByHost(known);
  const label = fill(texts.facts.real, { known });
  return {
    zone: 'answer',
    servers: [],
    blocks: [
      text(fill(texts.answers.settings.homograph, { typed, known })),
      ...actions(real && ask(label, 'provider-settings', { ...slots, provider: real.provider.id, domain: known }), {
        label: texts.answers.buttons.human,
        intent: { name: 'talk-to-human', slots: {} },
      }),
    ],
  };
}

/** One letter from a known domain: named as a possible slip, never silently taken for it. */
function askWhetherTypo(typed: string, { provider, matched }: ProviderMatch, question: Question): Answer {
  const { texts, language, slots } = question;
  const facts = { typed, known: matched, provider: nameOf(provider, language) };
  return {
    zone: 'ask',
    blocks: [
      text(fill(texts.facts.possibleTypo, facts)),
      ...actions(
        ask(fill(texts.facts.meantKnown, facts), 'provider-settings', {
          ...slots,
          provider: provider.id,
          domain: matched,
        }),
        { label: fill(texts.facts.meantTyped, facts), intent: { name: 'discover', domain: typed } },
      ),
    ],
  };
}
