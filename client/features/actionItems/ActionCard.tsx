// One action item in its list: what, who, until when, and the way to its note.

import {
  ChevronRight,
  Circle,
  CircleCheckBig,
  CircleDot,
  Ellipsis,
  GripVertical,
  Pencil,
  StickyNote,
  Trash2,
} from 'lucide-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import {
  type ActionItem,
  type ActionStatus,
  actionStatuses,
  isOverdue,
} from '../../../shared/features/actionItems/actionItems.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { t } from '../../text/actionItemWords.ts';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { panelPx, sheetBelowPx } from '../../ui/panelSize.ts';
import type { FeatureView } from '../feature.ts';
import styles from './ActionItems.module.css';
import { glance } from './deeds.ts';
import { todayHere } from './here.ts';
import { dueText, ownerText } from './words.ts';

interface ActionCardProps {
  readonly view: FeatureView;
  readonly item: ActionItem;
  /** Tab comes to it. */
  readonly isReached: boolean;
  readonly isHeld: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** null for those who may not change it. */
  readonly onGrab: ((event: PointerEvent<HTMLElement>) => void) | null;
  readonly onMove: (status: ActionStatus) => void;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

const ticks = { open: Circle, doing: CircleDot, done: CircleCheckBig } as const;

export function ActionCard(props: ActionCardProps) {
  const { view, item, onGrab, onMove } = props;
  const { board } = view;
  const today = todayHere(board);
  const late = isOverdue(item, today);
  const owner = ownerText(board, item.owner);
  const note = item.item === null ? undefined : view.editor.scene.get(item.item);
  const due = item.due === null ? null : item.status === 'done' ? null : dueText(item.due, today, late);
  const short = glance(item.text);
  const Tick = ticks[item.status];
  const isDone = item.status === 'done';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of what belongs to one action item; no fieldset.
    <div
      role="group"
      data-card={item.id}
      className={cx(styles.card, isDone && styles.isDone, props.isHeld && styles.held)}
      aria-label={[item.text, owner, due].filter((part) => part !== null && part !== '').join(', ')}
      aria-describedby={onGrab === null ? undefined : 'action-item-keys'}
      tabIndex={props.isReached ? 0 : -1}
      onFocus={props.onFocus}
      onKeyDown={props.onKeyDown}
    >
      {onGrab === null ? (
        <Tick size={20} className={styles.tick} aria-hidden="true" />
      ) : (
        <IconButton
          label={t('actionItem.tick', { text: short })}
          icon={<Tick className={styles.tick} />}
          aria-pressed={isDone}
          tooltip={false}
          onClick={() => onMove(isDone ? 'open' : 'done')}
        />
      )}
      <div className={styles.what}>
        <p className={styles.text} dir="auto">
          {item.text}
        </p>
        <ul className={styles.facts}>
          {owner !== '' && <li dir="auto">{owner}</li>}
          {due !== null && <li className={cx(late && styles.late)}>{due}</li>}
          {note !== undefined && (
            <li>
              <button type="button" className={styles.link} onClick={() => goTo(view, note.id)}>
                <StickyNote size={14} aria-hidden="true" />
                <span dir="auto">
                  {t('actionItem.toNote', { text: glance('text' in note.item ? note.item.text : '', 30) })}
                </span>
              </button>
            </li>
          )}
        </ul>
      </div>
      {onGrab !== null && (
        <div className={styles.hands}>
          {/* Keys have the arrows; the handle is for pointers. */}
          <span className={styles.grip} title={t('actionItem.grab', { text: short })} onPointerDown={onGrab}>
            <GripVertical size={16} aria-hidden="true" />
          </span>
          <Menu
            label={t('actionItem.more', { text: short })}
            align="end"
            trigger={
              <IconButton label={t('actionItem.more', { text: short })} icon={<Ellipsis />} tooltip={false} />
            }
            entries={entriesOf(props)}
          />
        </div>
      )}
    </div>
  );
}

function entriesOf({ item, onMove, onChange, onRemove }: ActionCardProps): MenuEntry[] {
  return [
    ...actionStatuses
      .filter((status) => status !== item.status)
      .map((status) => ({
        id: status,
        label: t('actionItem.move', { status: t(`actionItem.status.${status}`) }),
        icon: <ChevronRight className={styles.arrow} />,
        onSelect: () => onMove(status),
      })),
    {
      id: 'change',
      label: t('actionItem.edit'),
      icon: <Pencil />,
      keys: 'enter',
      startsGroup: true,
      onSelect: onChange,
    },
    {
      id: 'remove',
      label: t('actionItem.remove'),
      icon: <Trash2 />,
      keys: 'delete',
      danger: true,
      onSelect: onRemove,
    },
  ];
}

/** Selects the note and brings it into view beside the panel. */
function goTo({ editor, board }: FeatureView, id: ItemId): void {
  const drawable = editor.scene.get(id);
  if (drawable === undefined) return;
  const isSheet = window.innerWidth <= sheetBelowPx;
  if (isSheet) board.panel.set(null);
  const isMirrored = document.documentElement.dir === 'rtl';
  const under = isSheet ? 0 : panelPx / editor.camera.view.get().zoom;
  const { x, y, w, h } = drawable.box;
  editor.selection.set([id]);
  editor.camera.reveal({ x: isMirrored ? x - under : x, y, w: w + under, h }, 96);
}
