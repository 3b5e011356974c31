import { texts as textsOf } from '../../core/index.ts';
import { Composer } from './composer.tsx';
import { LanguageSwitch, page } from './layout.tsx';
import { EntryView, type View } from './render.tsx';
import type { Shown } from './timeline.ts';

export interface LogProps {
  shown: readonly Shown[];
  view: View;
  /** Address of the event stream. */
  events: string;
  /** Outbox sequence of the last entry. */
  after: number;
}

/** The conversation: new entries are put at its end by the script, and read out by screen readers. */
export function Log({ shown, view, events, after }: LogProps) {
  const texts = textsOf(view.language).web;
  return (
    <>
      <ol
        id="log"
        class="log"
        role="log"
        aria-live="polite"
        aria-label={texts.log}
        data-events={`${events}?after=${after}`}
      >
        {shown.map((one) => (
          <EntryView shown={one} view={view} />
        ))}
      </ol>
      <p id="working" class="working" hidden>
        <span class="dots" aria-hidden="true">
          <i></i>
          <i></i>
          <i></i>
        </span>
        {texts.working}
      </p>
    </>
  );
}

function Welcome({ language }: { language: string }) {
  const texts = textsOf(language).web;
  return (
    <section id="welcome" class="welcome">
      <h1>{texts.welcomeTitle}</h1>
      <p>{texts.welcome}</p>
      <h2>{texts.examplesTitle}</h2>
      <form class="examples" method="post" action="/messages">
        {texts.examples.map((example) => (
          <button type="submit" name="text" value={example}>
            {example}
          </button>
        ))}
      </form>
      <p class="privacy">{texts.privacy}</p>
    </section>
  );
}

interface ChatPageProps extends LogProps {
  /** There is more before what is shown. */
  earlier: boolean;
}

/** The visitor's page. */
export function chatPage({ earlier, ...log }: ChatPageProps) {
  const { language } = log.view;
  const texts = textsOf(language);
  return page({
    language,
    title: texts.web.title,
    home: '/',
    aside: <LanguageSwitch language={language} />,
    children: (
      <main class="chat">
        {log.shown.length === 0 && <Welcome language={language} />}
        {earlier && (
          <p class="earlier">
            <a href="/?all=1">{texts.web.earlier}</a>
          </p>
        )}
        <Log {...log} />
        <noscript>
          <p class="earlier">
            <a href="/#text">{texts.web.reload}</a>
          </p>
        </noscript>
        <Composer
          action="/messages"
          label={texts.web.label}
          placeholder={texts.web.placeholder}
          hint={texts.web.hint}
          texts={texts}
        >
          <button type="submit" class="primary">
            {texts.web.send}
          </button>
        </Composer>
      </main>
    ),
  });
}
