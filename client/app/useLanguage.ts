// The language of the page, for those who let people choose it.

import { language, t } from '../text/catalogue.ts';
import type { Language, SpokenLanguage } from '../text/language.ts';
import { toast } from '../ui/Toast.tsx';
import { useSignal } from '../ui/useSignal.ts';
import { changeLanguage } from './language.ts';
import { useSurroundings } from './surroundings.ts';

export function useLanguage(): {
  readonly spoken: SpokenLanguage;
  readonly choose: (next: Language) => void;
} {
  const { store } = useSurroundings();
  const spoken = useSignal(language);
  const choose = (next: Language) => {
    changeLanguage(store, next).catch(() => toast({ text: t('ui.languageFailed'), tone: 'trouble' }));
  };
  return { spoken, choose };
}
