// The templates that come with the product, in the reader's language. Fetched when somebody looks for one, with the words of
// that language alone.

import type { Template } from '../../shared/features/templates/template.ts';
import type { SpokenLanguage } from '../text/language.ts';

/** @throws where they cannot be fetched. */
export async function templatesIn(language: SpokenLanguage): Promise<readonly Template[]> {
  const [{ allBuiltIn }, words] = await Promise.all([
    import('../../shared/features/templates/builtIn.ts'),
    language === 'de'
      ? import('../../shared/features/templates/german.ts').then(({ german }) => german)
      : import('../../shared/features/templates/english.ts').then(({ english }) => english),
  ]);
  return allBuiltIn(words);
}
