// The button that opens the comments, with how much is new.

import { MessageCircle } from 'lucide-react';
import { openComments } from '../../../shared/features/talk.ts';
import { t } from '../../text/catalogue.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import styles from './TalkButton.module.css';
import { panelId, talkKey, talkOf } from './talkHere.ts';

export function TalkButton({ board, editor }: FeatureView) {
  const here = talkOf(board);
  const unread = useSignal(here.unread);
  const isOpen = useSignal(board.panel) === panelId;
  const count = [...unread.values()].reduce((sum, each) => sum + each, 0);
  const press = () => {
    if (isOpen) board.panel.set(null);
    // Where there is nothing to read, it was pressed to write; letters must not go to the wall.
    else if (openComments(here.talk.get()).size === 0) here.open();
    else here.show(editor.selection.only === null ? 'open' : 'item');
  };
  return (
    <span className={styles.holder}>
      <IconButton
        label={count > 0 ? t('talk.buttonUnread', { count }) : t('talk.button')}
        icon={<MessageCircle />}
        keys={talkKey}
        pressed={isOpen}
        onClick={press}
      />
      {count > 0 && (
        <span className={styles.count} aria-hidden="true">
          {count > 99 ? '99+' : count}
        </span>
      )}
    </span>
  );
}
