import type { types } from '@slack/bolt';
import { texts } from '../../core/index.ts';
import { cut } from './cut.ts';
import { LIMITS } from './limits.ts';

/** From where a form was opened: it comes back with the submission. */
export interface FormOrigin {
  channel?: string;
  thread?: string;
}

function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text };
}

/** The language of a form: Slack's locale of the person, of which we speak three. */
function languageOf(locale: string | undefined): string {
  if (!/^zh\b/i.test(locale ?? '')) return 'en';
  return /\b(TW|HK|MO|Hant)\b/i.test(locale ?? '') ? 'zh-Hant' : 'zh-Hans';
}

/** A modal with one large field named `text`; its words depend on the form. `locale` is BCP 47. */
export function formView(form: string, origin: FormOrigin, locale: string | undefined): types.ModalView {
  const words = texts(languageOf(locale)).slack;
  const label = form === 'ask' ? words.formQuestion : words.formSettings;
  return {
    type: 'modal',
    callback_id: form,
    private_metadata: JSON.stringify(origin),
    title: plain(cut(words.formTitle, LIMITS.viewTitle)),
    submit: plain(cut(words.formSubmit, LIMITS.viewTitle)),
    close: plain(cut(words.formClose, LIMITS.viewTitle)),
    blocks: [
      {
        type: 'input',
        block_id: 'text',
        label: plain(label),
        hint: plain(words.formHint),
        element: { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: 3_000 },
      },
    ],
  };
}
