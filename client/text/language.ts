// Which languages there are and which of them somebody gets. Knows neither the texts nor the browser.

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** The made-up language of the tests: from right to left, accented, and longer than any real one. */
export const pseudoLanguage = 'xx-pseudo';
export type SpokenLanguage = Language | typeof pseudoLanguage;

/** What each language calls itself: whoever looks for it may read no other. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

export interface LanguageWishes {
  /** `?lang=` of the address; counts for this visit only. */
  readonly address: string | null;
  /** Chosen here before. */
  readonly chosen: Language | null;
  /** `navigator.languages`, the dearest first. */
  readonly browser: readonly string[];
}

/** English when no wish can be met. The made-up language must be asked for by name, and `mayPretend` must be true. */
export function languageFor(wishes: LanguageWishes, mayPretend: boolean): SpokenLanguage {
  if (mayPretend && wishes.address === pseudoLanguage) return pseudoLanguage;
  const asked = [wishes.address, wishes.chosen, ...wishes.browser];
  return asked.map(languageOf).find((language) => language !== null) ?? 'en';
}

/** `de-AT` is German. */
function languageOf(tag: string | null): Language | null {
  const [primary] = tag?.toLowerCase().split('-') ?? [];
  return languages.find((language) => language === primary) ?? null;
}

/** What `lang` of the page says. A right-to-left stand-in for English is `en-XB` to everybody. */
export function languageTag(language: SpokenLanguage): string {
  return language === pseudoLanguage ? 'en-XB' : language;
}

export function directionOf(language: SpokenLanguage): 'ltr' | 'rtl' {
  return language === pseudoLanguage ? 'rtl' : 'ltr';
}

/** How numbers and dates are written: as the browser's owner is used to, where that is the same language. */
export function numberLocales(language: SpokenLanguage, browser: readonly string[]): string[] {
  const own = browser.filter((tag) => languageOf(tag) === language);
  return [...own, languageTag(language)];
}
