import { randomUUID } from 'node:crypto';
import type { Child } from 'hono/jsx';
import type { Texts } from '../../core/index.ts';

interface ComposerProps {
  action: string;
  label: string;
  placeholder: string;
  hint: string;
  texts: Texts;
  /** What could not be sent. */
  draft?: string;
  /** The buttons; the first one is what Enter presses. */
  children?: Child;
}

/** The message box. Works as a plain form; the script sends it without leaving the page. */
export function Composer({ action, label, placeholder, hint, texts, draft, children }: ComposerProps) {
  const { unsent, reconnecting } = texts.web;
  return (
    <form class="composer" method="post" action={action} encType="multipart/form-data" data-unsent={unsent}>
      <input type="hidden" name="nonce" value={randomUUID()} />
      <label for="text" class="unseen">
        {label}
      </label>
      <div class="box">
        <textarea id="text" name="text" rows={1} placeholder={placeholder} aria-describedby="hint" autocomplete="off">
          {draft}
        </textarea>
        <label class="attach">
          <span>{texts.web.attach}</span>
          <input class="unseen" type="file" name="files" multiple />
        </label>
        <div class="buttons">{children}</div>
      </div>
      <p id="hint" class="hint">
        {hint}
      </p>
      <p id="status" class="status" role="status" data-reconnecting={reconnecting}></p>
    </form>
  );
}
