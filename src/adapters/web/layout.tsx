import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import { LANGUAGES, texts as textsOf } from '../../core/index.ts';
import { assetUrl, STYLE_SHEETS } from './assets.ts';

interface LayoutProps {
  language: string;
  title: string;
  /** Where the brand leads. */
  home: string;
  /** Right side of the header. */
  aside?: Child;
  children?: Child;
}

function Head({ title }: { title: string }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>{title}</title>
      <link rel="icon" href={assetUrl('icon.svg')} />
      {STYLE_SHEETS.map((url) => (
        <link rel="stylesheet" href={url} />
      ))}
      <script type="module" src={assetUrl('page.js')}></script>
    </head>
  );
}

function Layout({ language, title, home, aside, children }: LayoutProps) {
  const texts = textsOf(language).web;
  return (
    <html lang={language}>
      <Head title={`${title} · ${texts.brand}`} />
      <body>
        <a class="skip" href="#text">
          {texts.skip}
        </a>
        <header class="top">
          <a class="brand" href={home}>
            <img src={assetUrl('icon.svg')} alt="" width="28" height="28" />
            <span>{texts.brand}</span>
          </a>
          {aside}
        </header>
        {children}
      </body>
    </html>
  );
}

/** A whole document. */
export function page(props: LayoutProps) {
  return html`<!doctype html>${<Layout {...props} />}`;
}

/** Every language in its own name: whoever reads none of the others finds theirs. */
export function LanguageSwitch({ language }: { language: string }) {
  return (
    <form class="languages" method="post" action="/language" aria-label={textsOf(language).web.language}>
      {LANGUAGES.map((tag) => (
        <button
          type="submit"
          name="language"
          value={tag}
          lang={tag}
          {...(tag === language && { 'aria-current': 'true' })}
        >
          {textsOf(tag).common.name}
        </button>
      ))}
    </form>
  );
}
