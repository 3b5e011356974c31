import { ComponentType, TextInputStyle, type APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { texts, type Language } from '../../core/index.ts';
import { cut, LIMITS } from './limits.ts';

const MARK = 'form:';

/** The form that a submission's custom id names; undefined for one that is not ours. */
export function formOf(customId: string): string | undefined {
  return customId.startsWith(MARK) ? customId.slice(MARK.length) : undefined;
}

/** A modal with one large field named `text`; its words depend on the form. */
export function modalOf(form: string, language: Language): APIModalInteractionResponseCallbackData {
  const words = texts(language).discord;
  const label = form === 'ask' ? words.formAsk : words.formPaste;
  return {
    custom_id: `${MARK}${form}`.slice(0, LIMITS.customId),
    title: cut(words.formTitle, LIMITS.modalTitle),
    components: [
      {
        type: ComponentType.Label,
        label: cut(label, LIMITS.inputLabel),
        description: cut(words.formHint, LIMITS.choiceText),
        component: {
          type: ComponentType.TextInput,
          custom_id: 'text',
          style: TextInputStyle.Paragraph,
          max_length: LIMITS.inputText,
          required: true,
        },
      },
    ],
  };
}
