import {
  ComponentType,
  TextInputStyle,
  type APILabelComponent,
  type APITextDisplayComponent,
  type APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import { texts, type Form, type FormField, type Language, type SmallMarkdown } from '../../core/index.ts';
import { cut, LIMITS } from './limits.ts';
import { markdownLines } from './markdown.ts';

const MARK = 'form:';

/** The form that a submission's custom id names, and what it is about; undefined for one that is not ours. */
export function formOf(customId: string): { form: string; about?: string } | undefined {
  if (!customId.startsWith(MARK)) return undefined;
  const [form = '', ...about] = customId.slice(MARK.length).split(' ');
  return { form, ...(about.length > 0 && { about: about.join(' ') }) };
}

function customIdOf(form: string, about: string | undefined): string {
  return `${MARK}${form}${about === undefined ? '' : ` ${about}`}`.slice(0, LIMITS.customId);
}

/** A modal with one large field named `text`; its words depend on the form. */
export function modalOf(form: string, language: Language): APIModalInteractionResponseCallbackData {
  const words = texts(language).discord;
  const label = form === 'ask' ? words.formAsk : words.formPaste;
  return {
    custom_id: customIdOf(form, undefined),
    title: cut(words.formTitle, LIMITS.modalTitle),
    components: [textLabel({ name: 'text', label, hint: words.formHint, required: true, lines: 'many' })],
  };
}

type TextField = Omit<Extract<FormField, { kind: 'text' }>, 'kind'>;

function textLabel({ name, label, hint, required, lines, value }: TextField): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: cut(label, LIMITS.inputLabel),
    ...(hint !== undefined && { description: cut(hint, LIMITS.choiceText) }),
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style: lines === 'many' ? TextInputStyle.Paragraph : TextInputStyle.Short,
      max_length: LIMITS.inputText,
      required,
      ...(value !== undefined && value !== '' && { value: value.slice(0, LIMITS.inputText) }),
    },
  };
}

function choiceLabel({ name, label, required, options, value }: Extract<FormField, { kind: 'choice' }>) {
  return {
    type: ComponentType.Label,
    label: cut(label, LIMITS.inputLabel),
    component: {
      type: ComponentType.StringSelect,
      custom_id: name,
      required,
      options: options.slice(0, LIMITS.selectOptions).map((option) => ({
        label: cut(option.label.trim() || '…', LIMITS.selectLabel),
        value: option.value.slice(0, LIMITS.selectLabel),
        default: option.value === value,
      })),
    },
  } satisfies APILabelComponent;
}

/** A choice without options is nothing that can be chosen. */
function isFillable(field: FormField): boolean {
  return field.kind === 'text' || field.options.length > 0;
}

/** A form of the desk as a modal. */
export function deskModal({ name, about, title, intro, fields }: Form): APIModalInteractionResponseCallbackData {
  const shown = fields
    .filter(isFillable)
    .map((field) => (field.kind === 'text' ? textLabel(field) : choiceLabel(field)));
  return {
    custom_id: customIdOf(name, about),
    title: cut(title, LIMITS.modalTitle),
    components: [...(intro === undefined ? [] : [words(intro)]), ...shown].slice(0, LIMITS.modalFields),
  };
}

function words(intro: SmallMarkdown): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content: cut(markdownLines(intro).join('\n'), LIMITS.modalWords) };
}
