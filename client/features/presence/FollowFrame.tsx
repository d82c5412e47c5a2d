// A frame in the colour of the person whose view this is, their name on it, and the way out.

import type { CSSProperties } from 'react';
import type { Person } from '../../editor/ports.ts';
import { t } from '../../text/catalogue.ts';
import styles from './FollowFrame.module.css';

export interface FollowFrameProps {
  readonly person: Person;
  /** Not my own idea: they are in the spotlight. */
  readonly withAll: boolean;
  readonly onStop: () => void;
}

export default function FollowFrame({ person, withAll, onStop }: FollowFrameProps) {
  const style = {
    '--followed': `var(--person-${person.colour})`,
    '--followed-text': `var(--person-${person.colour}-text)`,
  } as CSSProperties;
  return (
    <div className={styles.frame} style={style}>
      <div className={styles.tag}>
        <span role="status" dir="auto" className={styles.name} title={t('people.followingHint')}>
          {t(withAll ? 'people.spotlight' : 'people.following', { name: person.name })}
        </span>
        <button type="button" className={styles.stop} onClick={onStop}>
          {t(withAll ? 'people.lookAway' : 'people.stopFollowing')}
        </button>
      </div>
    </div>
  );
}
