// One comment: who, when, what, and what can be done with it.

import { MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { can } from '../../../shared/board/roles.ts';
import type { Comment } from '../../../shared/features/talk.ts';
import { t, textLocales } from '../../text/catalogue.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { toast } from '../../ui/Toast.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import styles from './Comment.module.css';
import { CommentText } from './CommentText.tsx';
import { Composer } from './Composer.tsx';
import { Reactions } from './Reactions.tsx';
import { relativeTime, wholeTime } from './relativeTime.ts';
import { runTalk } from './useTalk.ts';
import type { Voices } from './voices.ts';

export interface CommentViewProps {
  readonly board: FeatureView['board'];
  readonly comment: Comment;
  readonly voices: Voices;
  readonly now: number;
  /** More to do, beside what every comment has. */
  readonly tools?: ReactNode;
  /** Nobody on this device had seen it when the panel was opened. */
  readonly isNew: boolean;
}

export function CommentView({ board, comment, voices, now, isNew, tools }: CommentViewProps) {
  const role = useSignal(board.role);
  const [editing, setEditing] = useState(false);
  const me = board.me.id;
  const mayTakePart = can(role, 'takePart');
  if (comment.removed !== null) return <p className={styles.gone}>{t('talk.gone')}</p>;
  const save = async (text: string) => {
    const isSaved = await runTalk(board, 'comment.edit', { id: comment.id, text });
    if (isSaved) setEditing(false);
    return isSaved;
  };
  return (
    <>
      <Byline comment={comment} voices={voices} me={me} now={now} isNew={isNew}>
        {tools}
        {mayTakePart && (
          <Options board={board} comment={comment} voices={voices} onEdit={() => setEditing(true)} />
        )}
      </Byline>
      {editing ? (
        <Composer
          label={t('talk.editing')}
          voices={voices}
          begun={comment.text}
          sendLabel={t('talk.save')}
          autoFocus
          onSend={save}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <CommentText text={comment.text} voices={voices} me={me} />
      )}
      <div className={styles.reactions}>
        <Reactions
          comment={comment}
          voices={voices}
          me={me}
          onReact={
            mayTakePart
              ? (emoji, on) => void runTalk(board, 'comment.react', { id: comment.id, emoji, on })
              : null
          }
        />
      </div>
    </>
  );
}

interface BylineProps extends Pick<CommentViewProps, 'comment' | 'voices' | 'now' | 'isNew'> {
  readonly me: string;
  readonly children: ReactNode;
}

function Byline({ comment, voices, me, now, isNew, children }: BylineProps) {
  const voice = voices.of(comment.by);
  const label = voice?.label ?? t('talk.nobody');
  const locales = textLocales();
  return (
    <div className={styles.byline}>
      <Avatar name={voice?.name ?? '?'} colour={voice?.colour ?? 0} size="small" />
      <span className={styles.who}>
        <strong dir="auto">{comment.by === me ? t('talk.you', { name: label }) : label}</strong>
        <time dateTime={new Date(comment.at).toISOString()} title={wholeTime(comment.at, locales)}>
          {relativeTime(comment.at, now, locales)}
        </time>
        {comment.editedAt !== null && <span>{t('talk.edited')}</span>}
        {isNew && <span className={styles.new}>{t('talk.new')}</span>}
      </span>
      {children}
    </div>
  );
}

interface OptionsProps extends Pick<CommentViewProps, 'board' | 'comment' | 'voices'> {
  readonly onEdit: () => void;
}

/** My own can be edited and deleted; a facilitator can delete any. */
function Options({ board, comment, voices, onEdit }: OptionsProps) {
  const role = useSignal(board.role);
  const isMine = comment.by === board.me.id;
  const entries: MenuEntry[] = [];
  if (isMine) entries.push({ id: 'edit', label: t('talk.edit'), icon: <Pencil />, onSelect: onEdit });
  if (isMine || can(role, 'facilitate')) {
    const onSelect = () => void remove(board, comment);
    entries.push({ id: 'delete', label: t('talk.delete'), icon: <Trash2 />, danger: true, onSelect });
  }
  if (entries.length === 0) return null;
  const name = voices.of(comment.by)?.label ?? t('talk.nobody');
  return (
    <Menu
      label={t('talk.options', { name })}
      align="end"
      trigger={
        <IconButton
          className={styles.small}
          label={t('talk.options', { name })}
          icon={<MoreHorizontal />}
          tooltip={false}
        />
      }
      entries={entries}
    />
  );
}

async function remove(board: FeatureView['board'], { id }: Comment): Promise<void> {
  if (!(await runTalk(board, 'comment.delete', { id }))) return;
  toast({
    text: t('talk.deleted'),
    action: { label: t('talk.undo'), run: () => runTalk(board, 'comment.restore', { id }) },
  });
}
