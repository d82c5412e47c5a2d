// The headers every answer carries. The content policy is the proof that no page of ours asks anybody else for anything.

import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { Site } from './site.ts';

export function securityHeaders(site: Site): FastifyHelmetOptions {
  return {
    global: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        // The canvas text editor and floating panels are placed by style attributes; <style> elements stay refused.
        'style-src-attr': ["'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'", (request) => site.socketSources(site.hostOf(request.headers)).join(' ')],
        'worker-src': ["'self'", 'blob:'],
        'manifest-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'self'"],
        'frame-ancestors': ["'none'"],
        'form-action': ["'self'"],
        // Over plain http it would turn every address of a local network into one that nobody answers.
        ...(site.isHttps ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: site.isHttps ? { maxAge: 15_552_000, includeSubDomains: false } : false,
    // Without https browsers ignore it, and complain.
    crossOriginOpenerPolicy: site.isHttps ? { policy: 'same-origin' } : false,
    originAgentCluster: site.isHttps,
    crossOriginEmbedderPolicy: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  };
}

/** For files made of what people wrote: whatever is in them, it runs nothing. */
export const fileHeaders = {
  'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

/** `Content-Disposition` of a download whose name may hold any letters. */
export function attachment(fileName: string): string {
  const plain = fileName
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%/]/g, '_')
    .trim();
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain === '' ? 'board' : plain}"; filename*=UTF-8''${encoded}`;
}
