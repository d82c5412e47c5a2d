// How phases and steps are called: by their own words, and without those by the usual ones of their kind, in the reader's
// language.

import type { PhaseKind } from '../../../shared/features/session/agenda.ts';
import { t } from '../../text/catalogue.ts';

interface Named {
  readonly kind: PhaseKind;
  readonly title: string;
}

export function titleOf({ kind, title }: Named): string {
  return title === '' ? t(`session.kind.${kind}`) : title;
}

/** The one thing to do now. */
export function promptOf({ kind, prompt }: { readonly kind: PhaseKind; readonly prompt: string }): string {
  return prompt === '' ? t(`session.prompt.${kind}`) : prompt;
}

/** A tenth of a minute is as exact as anybody plans; in the digits of this language. */
export function minutesText(minutes: number): string {
  return t('session.minutesShort', { minutes: Math.round(minutes * 10) / 10 });
}

/** How long something took: seconds up to two minutes, minutes above. */
export function tookText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return seconds < 120 ? t('session.pastSeconds', { seconds }) : minutesText(Math.round(seconds / 60));
}
