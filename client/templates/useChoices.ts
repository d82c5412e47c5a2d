// What there is to choose from: what came with the product, in the language of the page, and what this browser keeps.

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Template } from '../../shared/features/templates/template.ts';
import { language } from '../text/catalogue.ts';
import { useSignal } from '../ui/useSignal.ts';
import { type Choice, choicesOf } from './find.ts';
import { type MyTemplate, myTemplates } from './myTemplates.ts';
import { templatesIn } from './offered.ts';

/** null until they have arrived. */
export function useChoices(): readonly Choice[] | null {
  const spoken = useSignal(language);
  const [offered, setOffered] = useState<readonly Template[] | null>(null);
  const mine = useMine();
  useEffect(() => {
    let isWanted = true;
    // What somebody keeps here is there without a network too.
    const none = (): readonly Template[] => [];
    void templatesIn(spoken)
      .catch(none)
      .then((templates) => isWanted && setOffered(templates));
    return () => {
      isWanted = false;
    };
  }, [spoken]);
  return useMemo(() => offered && choicesOf(offered, mine), [offered, mine]);
}

let latest: readonly MyTemplate[] | null = null;
myTemplates.changed.add(() => {
  latest = null;
});

function useMine(): readonly MyTemplate[] {
  return useSyncExternalStore(
    (listener) => myTemplates.changed.add(listener),
    () => {
      latest ??= myTemplates.all();
      return latest;
    },
  );
}
