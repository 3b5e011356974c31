import { type Answer, type IntentHandler, type Question } from './answer.ts';
import { providerAnswer } from './provider-answer.ts';
import { lookUpDomain } from './provider-settings.ts';
import { topicAnswer, topicBlocks } from './topics.ts';

export const autoconfig: IntentHandler = { name: 'autoconfig', answer };

/** Looks a domain up; for a known provider gives its settings, since automatic set-up failed or is not wanted. */
function answer(question: Question): Answer {
  const { slots, knowledge, topic } = question;
  const general = () =>
    topicAnswer(question, [['who-hosts-my-domain', /hosted|who hosts|\bmx\b|哪家|托管|是谁家/]], 'automatic-setup');
  if (topic !== undefined) return general();
  const provider = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  if (provider) {
    const known = providerAnswer(provider, question);
    const topicText = knowledge.topic('automatic-setup', question.language);
    return { ...known, blocks: [...(topicText ? topicBlocks(topicText, question).slice(0, 1) : []), ...known.blocks] };
  }
  if (slots.domain !== undefined) return lookUpDomain(slots.domain, question);
  return { ...general(), asked: 'domain' };
}
