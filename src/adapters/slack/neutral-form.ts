import type { types } from '@slack/bolt';
import { texts, type Form, type FormField } from '../../core/index.ts';
import { cut } from './cut.ts';
import { plain, type FormOrigin } from './forms.ts';
import { LIMITS } from './limits.ts';
import { richMarkdown, richText } from './rich-text.ts';

type Choice = Extract<FormField, { kind: 'choice' }>;
type Text = Extract<FormField, { kind: 'text' }>;

/** Slack takes no option whose value is longer: it could not come back. */
function optionsOf(field: Choice): types.PlainTextOption[] {
  return field.options
    .filter(({ label, value }) => label !== '' && value !== '' && value.length <= LIMITS.optionValue)
    .map(({ label, value }) => ({ text: plain(cut(label, LIMITS.buttonText)), value }));
}

function choiceInput(field: Choice): types.StaticSelect {
  const options = optionsOf(field);
  const chosen = options.find(({ value }) => value === field.value);
  return { type: 'static_select', action_id: field.name, options, ...(chosen && { initial_option: chosen }) };
}

function textInput(field: Text): types.PlainTextInput {
  const { value = '' } = field;
  return {
    type: 'plain_text_input',
    action_id: field.name,
    multiline: field.lines === 'many',
    max_length: LIMITS.inputText,
    ...(value !== '' && { initial_value: cut(value, LIMITS.inputText) }),
  };
}

/** Faults of a field are shown at the block of its name. A list without options cannot be shown. */
function inputBlock(field: FormField): types.InputBlock[] {
  if (field.kind === 'choice' && optionsOf(field).length === 0) return [];
  const hint = field.kind === 'text' ? field.hint : undefined;
  return [
    {
      type: 'input',
      block_id: field.name,
      optional: !field.required,
      label: plain(cut(field.label, LIMITS.inputLabel)),
      ...(hint !== undefined && hint !== '' && { hint: plain(cut(hint, LIMITS.inputHint)) }),
      element: field.kind === 'text' ? textInput(field) : choiceInput(field),
    },
  ];
}

function introBlock({ intro }: Form): types.RichTextBlock[] {
  return intro === undefined ? [] : [richText(richMarkdown(cut(intro, LIMITS.blockCharacters)))];
}

/** A form of the core as a modal. */
export function neutralFormView(form: Form, origin: FormOrigin): types.ModalView {
  const { formClose } = texts(form.language).slack;
  return {
    type: 'modal',
    callback_id: form.name,
    private_metadata: JSON.stringify({ ...origin, ...(form.about !== undefined && { about: form.about }) }),
    title: plain(cut(form.title, LIMITS.viewTitle)),
    submit: plain(cut(form.submit, LIMITS.viewTitle)),
    close: plain(cut(formClose, LIMITS.viewTitle)),
    blocks: [...introBlock(form), ...form.fields.flatMap(inputBlock)],
  };
}
