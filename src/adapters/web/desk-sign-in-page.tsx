import { texts as textsOf } from '../../core/index.ts';
import { HOME } from './desk-urls.ts';
import { faultText, type Fault } from './faults.tsx';
import { page } from './layout.tsx';

/** The token goes by form, never in an address. */
export function signInPage(language: string, fault?: Fault) {
  const texts = textsOf(language).web.desk;
  const children = (
    <main class="notice">
      <h1>{texts.title}</h1>
      {fault !== undefined && (
        <p class="fault" role="alert">
          {faultText(fault, language)}
        </p>
      )}
      <form class="sign-in" method="post" action="/desk/sign-in">
        <label>
          {texts.name} <small>{texts.nameHint}</small>
          <input name="name" autocomplete="name" maxlength={60} required />
        </label>
        <label>
          {texts.token} <small>{texts.tokenHint}</small>
          <input name="token" type="password" autocomplete="current-password" required />
        </label>
        <button type="submit" class="primary">
          {texts.signIn}
        </button>
      </form>
    </main>
  );
  return page({ language, title: texts.title, home: HOME, children });
}
