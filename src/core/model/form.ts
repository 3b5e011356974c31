import type { SmallMarkdown } from './reply.ts';

/** What a person fills in: a modal on a platform, a page's form. Labels are ready to show. */
export interface Form {
  /** Comes back as `submission.form`. */
  name: FormName;
  /** What it is about (a ticket's id); comes back as `submission.about`. */
  about?: string;
  language: string;
  title: string;
  submit: string;
  /** What to know while writing, above the fields where the platform can. */
  intro?: SmallMarkdown;
  fields: FormField[];
}

export type FormName = 'note' | 'send' | 'snooze' | 'hand-over' | 'hand-over-all' | 'reply' | 'canned';

export type FormField =
  | {
      kind: 'text';
      name: string;
      label: string;
      hint?: string;
      required: boolean;
      lines: 'one' | 'many';
      value?: string;
    }
  | {
      kind: 'choice';
      name: string;
      label: string;
      required: boolean;
      /** At most 25. */
      options: { label: string; value: string }[];
      value?: string;
    };
