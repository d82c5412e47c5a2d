// What can be done with a row by a hand or by keys: write, one more, move into another cluster, delete.

import { CornerDownRight, MoreHorizontal, Pencil, Plus, SquareArrowOutUpRight, Trash2 } from 'lucide-react';
import type { ItemId } from '../../../shared/lib/ids.ts';
import type { Editor } from '../../editor/editor.ts';
import { moveTo } from '../../editor/moveTo.ts';
import type { ListRow } from '../../lists/boardRows.ts';
import { t } from '../../text/catalogue.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import styles from './Outline.module.css';
import { wordsOf } from './OutlineRow.tsx';

// A menu is read from the top; beyond this many the canvas or the search is quicker.
const clustersMax = 100;

export interface RowMenuProps {
  readonly editor: Editor;
  readonly row: ListRow;
  readonly clusters: readonly ListRow[];
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onClosed: () => void;
  readonly onWrite: (id: ItemId) => void;
  readonly onWriteAfter: (id: ItemId) => void;
  readonly onRemove: (id: ItemId) => void;
}

export function RowMenu(props: RowMenuProps) {
  const { editor, row, clusters, open, onOpenChange, onClosed } = props;
  const label = t('outline.more', { title: wordsOf(row) });
  const inside = editor.scene.withInside([row.id]);
  const places = clusters.filter(({ id }) => id !== row.parent && !inside.has(id)).slice(0, clustersMax);
  const entries: MenuEntry[] = [
    ...(row.item.kind === 'unreadable'
      ? []
      : [
          {
            id: 'write',
            label: t('action.editText'),
            icon: <Pencil />,
            keys: 'enter',
            onSelect: () => props.onWrite(row.id),
          },
        ]),
    {
      id: 'next',
      label: t('action.tool.note'),
      icon: <Plus />,
      keys: 'n',
      onSelect: () => props.onWriteAfter(row.id),
    },
    ...(row.parent === null
      ? []
      : [
          {
            id: 'out',
            label: t('outline.moveOut'),
            icon: <SquareArrowOutUpRight />,
            startsGroup: true,
            onSelect: () => moveTo(editor, row.id, null),
          },
        ]),
    ...places.map((cluster, index) => ({
      id: cluster.id,
      label: t('outline.moveInto', { title: wordsOf(cluster).slice(0, 60) }),
      icon: <CornerDownRight />,
      startsGroup: index === 0 && row.parent === null,
      onSelect: () => moveTo(editor, row.id, cluster.id),
    })),
    {
      id: 'delete',
      label: t('action.delete'),
      icon: <Trash2 />,
      keys: 'delete',
      danger: true,
      startsGroup: true,
      onSelect: () => props.onRemove(row.id),
    },
  ];
  return (
    <Menu
      label={label}
      align="end"
      open={open}
      onOpenChange={onOpenChange}
      onClosed={onClosed}
      trigger={
        <IconButton
          className={styles.more}
          label={label}
          icon={<MoreHorizontal />}
          tooltip={false}
          tabIndex={-1}
        />
      }
      entries={entries}
    />
  );
}
