export interface Handle {
  application: string;
  token: string;
  /**
   * Whether the first answer fills the "thinking…" that we left (`original`), or comes as a further message (`after`):
   * behind a button `@original` is the message that was pressed on.
   */
  answers: 'original' | 'after';
  /** Whether others could read an answer that is not quiet. */
  scope: 'public' | 'private';
}

/** As it is kept, encrypted, with the event. */
export function handleValue({ application, token, answers, scope }: Handle): string {
  return `${answers}/${scope}/${application}/${token}`;
}

export function parseHandle(value: string): Handle | undefined {
  const [, answers, scope, application, token] = /^(original|after)\/(public|private)\/(\d+)\/(.+)$/s.exec(value) ?? [];
  if (application === undefined || token === undefined) return undefined;
  return {
    application,
    token,
    answers: answers === 'after' ? 'after' : 'original',
    scope: scope === 'public' ? 'public' : 'private',
  };
}
