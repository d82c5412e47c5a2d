// The languages there are, each by its own name, so that who landed in the wrong one finds the way out.

import { t } from '../text/catalogue.ts';
import { languageNames, languages } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import styles from './LanguageChoice.module.css';
import { useLanguage } from './useLanguage.ts';

export function LanguageChoice() {
  const { spoken, choose } = useLanguage();
  return (
    <fieldset className={styles.choice}>
      <legend className="visually-hidden">{t('ui.language')}</legend>
      {languages.map((each) => (
        <Button
          key={each}
          variant="quiet"
          lang={each}
          aria-pressed={each === spoken}
          className={each === spoken ? styles.chosen : undefined}
          onClick={() => choose(each)}
        >
          {languageNames[each]}
        </Button>
      ))}
    </fieldset>
  );
}
