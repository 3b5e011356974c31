import type { Action, Block, Provider, Server, Slots } from '../model.ts';
import { actions, ALL, ask, type Asking } from './answer.ts';
import { checkButton } from './check-button.ts';

/** What can be done next with a provider's settings. */
export function providerButtons(provider: Provider, servers: readonly Server[], question: Asking): Block[] {
  const { texts, slots } = question;
  const known: Slots = { ...slots, provider: provider.id };
  const { protocols: _, ...unrestricted } = known;
  const words = texts.answers.buttons;
  const wrong: Action = { label: words.wrong, intent: { name: 'wrong-fact', provider: provider.id } };
  if (servers.length === 0) return actions(human(texts), wrong);
  return actions(
    slots.protocols === undefined ? undefined : ask(words.allSettings, 'provider-settings', unrestricted, ALL),
    ask(words.client, 'client-setup', known),
    checkButton(servers, question),
    ask(words.signIn, 'auth-failure', known),
    slots.protocols === undefined ? ask(words.imapOrPop3, 'imap-vs-pop3', known) : undefined,
    fileButton(provider, question),
    wrong,
  );
}

function fileButton({ id }: Provider, { texts, slots: { domain } }: Asking): Action {
  const intent = { name: 'config-file', provider: id, ...(domain !== undefined && { domain }) } as const;
  return { label: texts.files.button, intent };
}

function human({ answers }: Asking['texts']): Action {
  return { label: answers.buttons.human, intent: { name: 'talk-to-human', slots: {} } };
}
