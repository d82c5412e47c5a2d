// The people offered above the field while `@` is being written. The focus stays in the field.

import { t } from '../../text/catalogue.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './Composer.module.css';
import type { Mentions } from './useMentions.ts';

export function MentionList({
  offered,
  active,
  pick,
  id,
}: Pick<Mentions, 'offered' | 'active' | 'pick'> & { readonly id: string }) {
  return (
    <>
      {offered.length > 0 && (
        <div id={id} className={styles.people} role="listbox" aria-label={t('talk.mentions')}>
          {offered.map((voice, index) => (
            <div
              key={voice.id}
              id={`${id}-${index}`}
              className={cx(styles.person, index === active && styles.active)}
              role="option"
              aria-selected={index === active}
              tabIndex={-1}
              // Before the field loses the focus, and the list with it.
              onPointerDown={(event) => {
                event.preventDefault();
                pick(voice);
              }}
            >
              <Avatar name={voice.name} colour={voice.colour} size="small" />
              <span dir="auto">{voice.label}</span>
            </div>
          ))}
        </div>
      )}
      <span className="visually-hidden" role="status">
        {offered[active]?.label}
      </span>
    </>
  );
}
