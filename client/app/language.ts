// The language of the page: chosen before anything is painted, changed without loading anew.

import { language, speak } from '../text/catalogue.ts';
import { directionOf, type Language, languageFor, languageTag } from '../text/language.ts';
import type { LocalStore } from './localStore.ts';

/** Settles which language the page begins with. Where its texts do not arrive the page speaks English. */
export async function startLanguage(store: LocalStore): Promise<void> {
  language.subscribe(markPage);
  const wishes = {
    address: new URLSearchParams(location.search).get('lang'),
    chosen: store.language(),
    browser: navigator.languages,
  };
  await speak(languageFor(wishes, import.meta.env.MODE !== 'production'), navigator.languages).catch(
    () => {},
  );
  markPage();
}

/**
 * Changes the language of everything on the screen and remembers the choice.
 * @throws where the texts cannot be fetched; then nothing changes.
 */
export async function changeLanguage(store: LocalStore, next: Language): Promise<void> {
  await speak(next, navigator.languages);
  store.rememberLanguage(next);
}

function markPage(): void {
  const page = document.documentElement;
  page.lang = languageTag(language.get());
  page.dir = directionOf(language.get());
}
