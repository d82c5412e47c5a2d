// What the tab says while a page is shown.

import { useEffect } from 'react';
import { t } from '../../text/catalogue.ts';

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
    return () => {
      document.title = t('app.name');
    };
  }, [title]);
}
