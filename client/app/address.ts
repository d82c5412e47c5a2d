// Addresses of this site. `<base>` says where the product lives; everything is built from it.

export interface Site {
  readonly origin: string;
  /** Starts and ends with a slash. */
  readonly basePath: string;
}

/** The site this page was served from. */
export function thisSite(): Site {
  const base = new URL(document.baseURI);
  return { origin: base.origin, basePath: base.pathname.replace(/[^/]*$/, '') };
}

/** For the router: without the slash at the end. */
export function routerBase(site: Site): string {
  return site.basePath.replace(/\/$/, '');
}

export function apiUrl(site: Site, segments: readonly string[]): string {
  return `${site.basePath}api/${segments.map(encodeURIComponent).join('/')}`;
}

/** Where documents are served, without a slash at the end. */
export function syncUrl(site: Site): string {
  return `${site.origin.replace(/^http/, 'ws')}${site.basePath}sync`;
}

export function boardPath(id: string, key?: string): string {
  return `/b/${encodeURIComponent(id)}${key === undefined ? '' : `#${encodeURIComponent(key)}`}`;
}

/** The key a link carries behind its `#`; null when there is none. */
export function keyInHash(hash: string): string | null {
  const raw = hash.replace(/^#/, '');
  if (raw === '' || raw.length > 128) return null;
  try {
    return decodeURIComponent(raw);
  } catch {
    return null;
  }
}
