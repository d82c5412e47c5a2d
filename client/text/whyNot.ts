// Why the server did not do something, for people.

import { type MessageId, t } from './catalogue.ts';
import { refusalsEn } from './refusals.en.ts';

export interface Refused {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
}

/** In this reader's language by the code; in the server's own words where this version does not know the code. */
export function whyNot(answer: Refused): string {
  const id = `refusal.${answer.code ?? 'other'}`;
  if (isRefusal(id)) return t(id);
  return answer.message || t('refusal.other');
}

function isRefusal(id: string): id is keyof typeof refusalsEn & MessageId {
  return Object.hasOwn(refusalsEn, id);
}
