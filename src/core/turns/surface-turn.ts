import { actions, ask, text } from '../intents/answer.ts';
import { nameOf } from '../intents/provider-name.ts';
import { examples } from '../intents/smalltalk.ts';
import { fill, LANGUAGES, texts, type Texts } from '../locales/index.ts';
import type { Action, Block, Event, JoinedEvent, OpenedEvent, Provider, Situation, Turn } from '../model.ts';
import type { Knowledge } from '../ports.ts';
import { answerLanguage } from './language.ts';
import { TurnBuilder } from './turn-builder.ts';

/** As many as Slack shows. https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts */
const PROMPTS = 4;

/** Invited somewhere: one message that says how to ask, for all who read there. */
export function joinedTurn(event: Event & JoinedEvent, situation: Situation, now: number): Turn {
  const language = answerLanguage(event, situation, '');
  const turn = new TurnBuilder(event, situation, language, now);
  turn.post({ place: event.place }, [text(texts(language).surfaces.invited)]);
  return turn.build({ kind: 'done' });
}

/** Our own page, or the private chat, was opened: greeted the first time, drawn each time. */
export function openedTurn(event: Event & OpenedEvent, situation: Situation, knowledge: Knowledge, now: number): Turn {
  const language = answerLanguage(event, situation, '');
  const turn = new TurnBuilder(event, situation, language, now);
  if (event.surface === 'home') {
    publishHome(turn, event, situation, language);
    return turn.build({ kind: 'done' });
  }
  if (situation.conversation.version === 0) turn.say(greeting(language));
  const provider = knowledge.provider(situation.conversation.slots.provider ?? '');
  turn.publish('prompts', { place: event.place }, prompts(texts(language), language, provider));
  return turn.build({ kind: 'done' });
}

/** The person's page: what can be asked at a click, their open request, language and privacy. */
export function publishHome(turn: TurnBuilder, event: Event, situation: Situation, language: string): void {
  const all = texts(language);
  const { surfaces } = all;
  turn.publish('home', { direct: event.author.id }, [
    text(`**${surfaces.homeTitle}**\n${all.answers.help.text}`),
    ...examples({ texts: all, language }),
    ...openRequest(situation, all),
    text(`**${surfaces.language}**`),
    ...languageButtons('home'),
    text(`**${surfaces.privacy}**\n${surfaces.privacyShort}`),
    ...actions({ label: surfaces.privacyMore, intent: { name: 'privacy' } }),
  ]);
}

export function languageButtons(redraw?: 'home'): Block[] {
  return actions(
    ...LANGUAGES.map((language): Action => {
      const intent = { name: 'set-language' as const, language, ...(redraw && { redraw }) };
      return { label: texts(language).common.name, intent };
    }),
  );
}

function greeting(language: string): Block[] {
  const all = texts(language);
  return [text(all.answers.smalltalk.hello), text(all.answers.help.text), ...examples({ texts: all, language })];
}

function openRequest({ ticket }: Situation, { surfaces, answers }: Texts): Block[] {
  if (!ticket) return [];
  return [
    text(`**${surfaces.request}**\n${fill(surfaces.requestOpen, { number: ticket.number })}`),
    ...actions({ label: answers.buttons.resume, intent: { name: 'resume-assistant' } }),
  ];
}

/** What one might ask next: about the provider that was talked of, else to begin with. */
function prompts({ surfaces }: Texts, language: string, provider: Provider | undefined): Block[] {
  const lines = provider ? surfaces.promptsFor : surfaces.prompts;
  const facts = { provider: provider ? nameOf(provider, language) : '' };
  const labels = lines.map((line) => fill(line, facts)).slice(0, PROMPTS);
  return [text(surfaces.promptsTitle), ...actions(...labels.map((label) => ask(label, 'provider-settings', {})))];
}
