// What happens in a template, step by step: read before it is chosen.

import { Combine, EyeOff, type LucideIcon, MessagesSquare, StickyNote, Vote } from 'lucide-react';
import type { PhaseKind, Step } from '../../shared/features/session/agenda.ts';
import { t } from '../text/templateWords.ts';
import styles from './closely.module.css';

const icons: Readonly<Record<PhaseKind, LucideIcon>> = {
  open: StickyNote,
  silent: EyeOff,
  group: Combine,
  vote: Vote,
  discuss: MessagesSquare,
};

export function AgendaList({ agenda }: { readonly agenda: readonly Step[] }) {
  if (agenda.length === 0) return <p className={styles.soft}>{t('templates.noAgenda')}</p>;
  return (
    <ol className={styles.agenda}>
      {agenda.map((step) => {
        const Icon = icons[step.kind];
        return (
          <li key={step.id} className={styles.step}>
            <Icon aria-hidden="true" className={styles.kind} />
            <div>
              <p className={styles.stepTitle} dir="auto">
                <strong>{step.title || kindOf(step)}</strong>
                <span className={styles.time}>{timeOf(step)}</span>
              </p>
              <p className={styles.what}>{kindOf(step)}</p>
              {step.prompt !== '' && (
                <p className={styles.soft} dir="auto">
                  {step.prompt}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function kindOf({ kind, anonymous, ballot }: Step): string {
  if (kind === 'silent' && anonymous) return t('templates.kind.silentNameless');
  if (kind === 'vote' && ballot?.practice === true) return t('templates.kind.practice');
  return t(`templates.kind.${kind}`);
}

function timeOf({ minutes, rounds }: Step): string {
  if (minutes === null) return '';
  return rounds === null
    ? t('templates.minutes', { minutes })
    : t('templates.rounds', { count: rounds.count, minutes });
}
