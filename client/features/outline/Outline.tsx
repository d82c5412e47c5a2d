// All items as a list: unseen beside the canvas for those who hear the page, to be seen when opened or when the focus comes
// in. A panel on a wide screen, a sheet on a phone.

import { Plus, X } from 'lucide-react';
import { type CSSProperties, type MouseEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Box } from '../../../shared/lib/geometry.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { indexesIn, rowWindow } from '../../lists/rowWindow.ts';
import { language, t } from '../../text/catalogue.ts';
import { useCovers } from '../../ui/covers.ts';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import type { FeatureView } from '../feature.ts';
import { choose, remove, write, writeAfter } from './listHand.ts';
import styles from './Outline.module.css';
import { OutlineRow } from './OutlineRow.tsx';
import { outlineIsOpen } from './outlineIsOpen.ts';
import { RowMenu } from './RowMenu.tsx';
import { treeKeys } from './treeKeys.ts';
import { useActiveRow } from './useActiveRow.ts';
import { useBackFromWriting } from './useBackFromWriting.ts';
import { useRows } from './useRows.ts';
import { useScroll } from './useScroll.ts';
import { useSelected } from './useSelected.ts';

export default function Outline({ editor }: FeatureView) {
  const open = useSignal(outlineIsOpen);
  const readOnly = useSignal(editor.readOnly);
  const spoken = useSignal(language);
  const panel = useRef<HTMLElement>(null);
  const tree = useRef<HTMLDivElement>(null);
  const [inside, setInside] = useState(false);
  const [closed, setClosed] = useState<ReadonlySet<ItemId>>(new Set());
  const [menuIsOpen, setMenuIsOpen] = useState(false);
  const isSeen = open || inside;
  useCovers(panel, 'side');
  const rows = useRows(editor, isSeen, closed);
  const active = useActiveRow(editor, rows, tree);
  const isSelected = useSelected(editor, isSeen);
  const scroll = useScroll(tree, active.index, rows.length === 0);
  const begin = useBackFromWriting(editor, active.focus);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only opening asks for the focus.
  useLayoutEffect(() => {
    if (open) active.focus();
  }, [open]);

  function covered(): Box | null {
    const rect = isSeen ? panel.current?.getBoundingClientRect() : undefined;
    return rect === undefined ? null : { x: rect.x, y: rect.y, w: rect.width, h: rect.height };
  }
  /** A sheet over the whole width of a phone makes way for the text and the keys on the screen. */
  function roomForWriting(): Box | null {
    const box = covered();
    if (box === null || box.w < editor.camera.viewport.get().w) return box;
    outlineIsOpen.set(false);
    return null;
  }
  function go(index: number, extend: boolean) {
    const row = rows[index];
    if (row === undefined) return;
    choose(editor, row.id, covered(), extend ? 'add' : 'only');
    active.set(row.id);
    active.focus();
  }
  function close() {
    outlineIsOpen.set(false);
    document.querySelector<HTMLElement>('[role="application"]')?.focus({ preventScroll: true });
  }
  function setOpen(id: ItemId, isOpen: boolean) {
    const next = new Set(closed);
    if (isOpen) next.delete(id);
    else next.add(id);
    setClosed(next);
  }

  const deeds = {
    rows,
    active: active.index,
    closed,
    pageRows: scroll.pageRows,
    go,
    setOpen,
    toggle: (id: ItemId) => choose(editor, id, covered(), 'toggle'),
    write: (id: ItemId) => begin(() => write(editor, id, roomForWriting())),
    writeAfter: (id: ItemId | null) => begin(() => writeAfter(editor, id, roomForWriting())),
    remove: (id: ItemId) => remove(editor, id),
    openMenu: () => setMenuIsOpen(!readOnly),
    leave: close,
  };
  function press(event: MouseEvent) {
    const row = rows[indexOf(event.target)];
    if (row === undefined) return;
    if (event.detail > 1) deeds.write(row.id);
    else if (event.shiftKey || event.ctrlKey || event.metaKey) deeds.toggle(row.id);
    else go(indexOf(event.target), false);
  }
  const activeRow = rows[active.index];
  const menu = activeRow && !readOnly && (
    <RowMenu
      editor={editor}
      row={activeRow}
      clusters={rows.filter(({ item }) => item.kind === 'cluster')}
      open={menuIsOpen}
      onOpenChange={setMenuIsOpen}
      onClosed={() => editor.editing.get() === null && active.focus()}
      onWrite={deeds.write}
      onWriteAfter={deeds.writeAfter}
      onRemove={deeds.remove}
    />
  );
  return (
    <section
      ref={panel}
      className={cx(styles.panel, !isSeen && 'visually-hidden')}
      data-side={isSeen ? 'start' : undefined}
      aria-label={t('outline.title')}
      onFocus={() => setInside(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setInside(false);
      }}
    >
      <header className={styles.header}>
        <h2 className={styles.title}>{t('outline.title')}</h2>
        <span className={styles.total}>{t('outline.total', { count: rows.length })}</span>
        {!readOnly && (
          <IconButton
            label={t('action.tool.note')}
            icon={<Plus />}
            keys="n"
            onClick={() => deeds.writeAfter(activeRow?.id ?? null)}
          />
        )}
        <IconButton label={t('ui.close')} icon={<X />} tooltip={false} onClick={close} />
      </header>
      {rows.length === 0 && <p className={styles.empty}>{t('outline.empty')}</p>}
      {rows.length > 0 && (
        <div
          ref={tree}
          role="tree"
          className={styles.tree}
          aria-label={t('outline.title')}
          aria-multiselectable="true"
          aria-description={t(readOnly ? 'outline.keysReadOnly' : 'outline.keys')}
          onScroll={scroll.onScroll}
          onKeyDown={treeKeys(deeds)}
          onClick={press}
        >
          <div className={styles.rows} style={{ '--rows': rows.length } as CSSProperties}>
            {indexesIn(rowWindow(scroll.view, active.index, rows.length), active.index, rows.length).map(
              (index) => {
                const row = rows[index];
                if (row === undefined) return null;
                const isFolded = closed.has(row.id);
                return (
                  <OutlineRow
                    key={row.id}
                    row={row}
                    index={index}
                    isActive={index === active.index}
                    isSelected={isSelected(row.id)}
                    isOpen={isFolded || rows[index + 1]?.parent === row.id ? !isFolded : undefined}
                    language={spoken}
                    menu={index === active.index ? menu : null}
                  />
                );
              },
            )}
          </div>
        </div>
      )}
    </section>
  );
}

/** Which row was pressed; -1 beside all, and on the button of one. */
function indexOf(target: EventTarget): number {
  if (!(target instanceof Element) || target.closest('button, [role="menu"]')) return -1;
  return Number(target.closest<HTMLElement>('[data-index]')?.dataset.index ?? -1);
}
