// A win, for a moment, before everybody's eyes.

import type { Win } from '../../../shared/features/session/state.ts';
import { Card } from '../../ui/Card.tsx';
import styles from './WinCard.module.css';

export default function WinCard({ win }: { readonly win: Win }) {
  return (
    <div className={styles.place} aria-hidden="true">
      <Card className={styles.card}>
        <span className={styles.sign}>👏</span>
        <p className={styles.text} dir="auto">
          {win.text}
        </p>
      </Card>
    </div>
  );
}
