import { type Question, text } from '../intents/answer.ts';
import { providerAnswer } from '../intents/provider-answer.ts';
import { nameOf } from '../intents/provider-name.ts';
import { topicBlocks } from '../intents/topics.ts';
import { fill, texts } from '../locales/index.ts';
import type { Action, Block, IntentName, Slots, Ticket } from '../model.ts';
import type { Knowledge, Topic } from '../ports.ts';
import { buttonQuestion } from '../turns/button-question.ts';
import { plainText } from '../turns/plain-text.ts';
import { literal } from './desk-blocks.ts';
import { sendToAsker } from './to-asker.ts';
import type { Work } from './work.ts';

/** Known answers that fit, each a click away: the provider's settings, and the topic that was asked about. */
export function suggestions(
  ticket: Pick<Ticket, 'id' | 'language'>,
  asked: { slots: Slots; intent: IntentName | undefined },
  knowledge: Knowledge,
  language: string,
): Action[] {
  const { agents } = texts(language);
  const provider = knowledge.provider(asked.slots.provider ?? '');
  const topics = asked.intent ? knowledge.topics(asked.intent, ticket.language) : [];
  return [
    ...(provider
      ? [
          {
            label: fill(agents.sendSettings, { provider: nameOf(provider, language) }),
            intent: { name: 'send-settings' as const, ticket: ticket.id, provider: provider.id },
          },
        ]
      : []),
    ...topics.slice(0, 2).map((topic) => ({
      label: fill(agents.sendTopic, { title: titleOf(knowledge.topic(topic.id, language) ?? topic) }),
      intent: { name: 'send-topic' as const, ticket: ticket.id, topic: topic.id },
    })),
  ];
}

/** Characters of what was sent that the agent is shown. */
const PREVIEW = 300;
/** As many characters of a button as every platform shows. */
const TITLE = 40;

/** Words of our small Markdown without its marks. */
function unmarked(markdown: string): string {
  return markdown.replaceAll(/\*\*|`|\[|\]\([^)]*\)/g, '');
}

/** A topic by the beginning of what it says. */
function titleOf({ answer }: Topic): string {
  const [sentence = ''] = unmarked(answer).split(/(?<=[.。:：])\s*|\n/);
  const first = sentence.replace(/[:：]$/, '');
  return first.length > TITLE ? `${first.slice(0, TITLE - 1)}…` : first;
}

/** The provider's settings as the asker would have got them, without buttons. */
export function sendSettings(work: Work, ticket: Ticket, id: string): void {
  const { knowledge, situation, now } = work;
  const provider = knowledge.provider(id);
  if (!provider) return nothing(work);
  const slots: Slots = { provider: id };
  const asked = { name: 'provider-settings' as const, slots };
  const question: Question = { ...buttonQuestion(asked, situation, ticket.language, knowledge, now), slots };
  sendBlocks(work, ticket, providerAnswer(provider, question).blocks);
}

/** All of a topic: who asked a person has had the short answer already. */
export function sendTopic(work: Work, ticket: Ticket, id: string): void {
  const { knowledge, situation, now } = work;
  const topic = knowledge.topic(id, ticket.language);
  if (!topic) return nothing(work);
  const asked = { name: topic.intent, slots: {}, topic: `${id}/details` };
  sendBlocks(work, ticket, topicBlocks(topic, buttonQuestion(asked, situation, ticket.language, knowledge, now)));
}

function sendBlocks(work: Work, ticket: Ticket, blocks: readonly Block[]): void {
  const { turn, all } = work;
  const shown = blocks.filter(({ kind }) => kind !== 'actions');
  sendToAsker(work, ticket, { text: '', blocks: shown });
  turn.say([
    text(fill(all.desk.sending, { name: literal(ticket.askerName) })),
    text(literal(unmarked(plainText(shown)).slice(0, PREVIEW))),
  ]);
}

function nothing({ turn, all }: Work): void {
  turn.say([text(all.agents.noText)]);
}
