// Another window on a page of this site.

import { routerBase, type Site } from '../address.ts';

/** `path` as `boardPath` gives it. */
export function openInNewTab(site: Site, path: string): void {
  window.open(`${routerBase(site)}${path}`, '_blank', 'noopener');
}
