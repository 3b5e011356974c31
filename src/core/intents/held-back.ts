import type { Block, Provider, TraitCode } from '../model.ts';
import { type Question, text } from './answer.ts';
import { supportText, traitText } from './provider-facts.ts';
import { sourcesBlock, sourcesOf } from './sources-block.ts';

/** What a provider keeps from mail programs, by the topic of those who miss it there. */
const HELD_BACK: Readonly<Record<string, readonly TraitCode[]>> = {
  'old-mail-not-shown': ['recent-mail-only', 'newest-in-folder-only'],
  'mail-vanished': ['recent-mail-only', 'newest-in-folder-only'],
  'folders-missing': ['own-folders-hidden'],
};

/** What was deleted, the provider's own support may still have. */
const RESTORES = 'get-deleted-back';

/** Mail or folders that a topic is about and that this provider itself does not show to mail programs, with the sources. */
export function heldBack(provider: Provider, topic: string | undefined, question: Question): Block[] {
  if (topic === RESTORES) {
    const support = supportText(provider, question);
    return support === undefined ? [] : [text(support)];
  }
  const codes = HELD_BACK[topic ?? ''] ?? [];
  const traits = provider.traits.filter(({ code }) => codes.includes(code));
  return [
    ...traits.map((trait) => text(traitText(trait, provider, question))),
    ...sourcesBlock(sourcesOf(traits), question),
  ];
}
