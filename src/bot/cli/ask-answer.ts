import { plainText } from '../../core/index.ts';
import type { DialogueTurn } from './dialogue.ts';

/** One line of `ask --json`; absent slots are absent. */
export function askAnswer(id: unknown, { event, turn, blocks }: DialogueTurn): Record<string, unknown> {
  const reply = { text: plainText(blocks), blocks };
  const { explanation } = turn;
  if (!explanation)
    return { id, intent: 'out-of-scope', confidence: 1, zone: 'ask', alternatives: [], slots: {}, reply };
  const { understanding, slots, settings, handover } = explanation;
  const { errorId: _, platform: _platform, passwordKind: _kind, ...named } = slots;
  return {
    id,
    intent: understanding.ownTopic ?? understanding.intent,
    confidence: understanding.confidence,
    zone: understanding.zone,
    alternatives: understanding.alternatives,
    slots: named,
    language: turn.conversation?.language ?? understanding.language,
    redactions: event.redactions,
    findings: understanding.diagnosis?.findings ?? [],
    settings,
    handover,
    reply,
  };
}
