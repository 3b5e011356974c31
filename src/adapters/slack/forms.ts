import type { types } from '@slack/bolt';
import { texts, type Texts } from '../../core/index.ts';
import { cut } from './cut.ts';
import { LIMITS } from './limits.ts';

/** From where a form was opened, and what it is about: it comes back with the submission. */
export interface FormOrigin {
  channel?: string;
  thread?: string;
  about?: string;
}

export function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text };
}

/** The language of a form: Slack's locale of the person, of which we speak three. */
export function languageOf(locale: string | undefined): string {
  if (!/^zh\b/i.test(locale ?? '')) return 'en';
  return /\b(TW|HK|MO|Hant)\b/i.test(locale ?? '') ? 'zh-Hant' : 'zh-Hans';
}

/** Which provider: found by typing a few letters, in any of its names. */
function providerList(words: Texts['slack']): types.InputBlock {
  return {
    type: 'input',
    block_id: 'provider',
    optional: true,
    label: plain(words.formProvider),
    element: {
      type: 'external_select',
      action_id: 'provider',
      min_query_length: 1,
      placeholder: plain(words.formProviderHint),
    },
  };
}

function textField(words: Texts['slack'], form: string, optional: boolean): types.InputBlock {
  return {
    type: 'input',
    block_id: 'text',
    optional,
    label: plain(form === 'ask' ? words.formQuestion : words.formSettings),
    hint: plain(words.formHint),
    element: { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: 3_000 },
  };
}

/** A modal with one large field named `text`, and for settings a list named `provider`. `locale` is BCP 47. */
export function formView(form: string, origin: FormOrigin, locale: string | undefined): types.ModalView {
  const words = texts(languageOf(locale)).slack;
  const wantsProvider = form === 'diagnose';
  return {
    type: 'modal',
    callback_id: form,
    private_metadata: JSON.stringify(origin),
    title: plain(cut(words.formTitle, LIMITS.viewTitle)),
    submit: plain(cut(words.formSubmit, LIMITS.viewTitle)),
    close: plain(cut(words.formClose, LIMITS.viewTitle)),
    blocks: [...(wantsProvider ? [providerList(words)] : []), textField(words, form, wantsProvider)],
  };
}
