import { fill } from '../locales/index.ts';
import { BUSINESS_MAIL, businessProviders } from '../providers/index.ts';
import { type Answer, actions, ask, type Question, text } from './answer.ts';
import { nameOf } from './provider-name.ts';

const CHINESE = ['qq', '163', '126', 'exmail', 'gmail', 'outlook'];
const TAIWAN = ['gmail', 'yahoo', 'outlook', 'hinet', 'icloud', 'office365'];
const WORLD = ['gmail', 'outlook', 'office365', 'yahoo', 'icloud', 'aol'];

const USUAL: Record<string, readonly string[]> = { 'zh-Hans': CHINESE, 'zh-Hant': TAIWAN };

/** Providers that people of a language most often mean, as buttons; of a known domain, that it be looked up. */
export function askForProvider(question: Question, intent = question.intent): Answer {
  const { texts, knowledge, language, slots } = question;
  const { domain } = slots;
  const words = texts.answers.ask;
  const business = domain === undefined && BUSINESS_MAIL.test(question.text);
  const usual = USUAL[language] ?? WORLD;
  const list = business ? businessProviders(knowledge) : usual.flatMap((id) => knowledge.provider(id) ?? []);
  const which = business ? words.businessMail : isAskedAgain(question) ? words.domain : words.provider;
  return {
    zone: 'ask',
    asked: 'provider',
    blocks: [
      text(domain === undefined ? which : fill(words.whoRuns, { domain })),
      ...actions(
        domain === undefined
          ? undefined
          : { label: fill(words.lookUp, { domain }), intent: { name: 'discover' as const, domain } },
        ...list.map((provider) => ask(nameOf(provider, language), intent, { ...slots, provider: provider.id })),
      ),
    ],
  };
}

/** Who was asked just before and did not say it may not know, but can copy their address. */
function isAskedAgain({ conversation, texts }: Question): boolean {
  const last = conversation.transcript.findLast(({ from }) => from === 'assistant')?.text;
  return last === texts.answers.ask.provider;
}
