// What can be done with the selection, or with the empty place that was pressed: the actions that say they belong here.

import { DropdownMenu } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import { colours } from '../../../shared/items/colour.ts';
import type { Vec } from '../../../shared/lib/geometry.ts';
import type { Action } from '../../editor/actions.ts';
import type { Editor } from '../../editor/editor.ts';
import { t } from '../../text/catalogue.ts';
import { cx } from '../../ui/cx.ts';
import { Keys } from '../../ui/Keys.tsx';
import menuStyles from '../../ui/Menu.module.css';
import styles from './commands.module.css';
import { actionIcon, inGroups } from './entries.tsx';
import { afterClosing } from './focusCanvas.ts';

export interface ContextMenuProps {
  readonly editor: Editor;
  /** In pixels from the canvas' top left corner. */
  readonly at: Vec;
  readonly onClose: () => void;
}

export default function ContextMenu({ editor, at, onClose }: ContextMenuProps) {
  // Inside the page's landmark, so that whoever moves by landmarks finds it.
  const [container] = useState(() => document.querySelector('main'));
  const [where] = useState<'items' | 'canvas'>(() => (editor.selection.size > 0 ? 'items' : 'canvas'));
  const ran = useRef(false);
  useCloseWithBoard(editor, onClose);
  const offered = inGroups(
    [...editor.actions.all()].filter((action) => action.where?.includes(where) && action.enabled(editor)),
  );

  function run(action: Action) {
    ran.current = true;
    afterClosing(() => {
      // New things appear, and pasted ones, where the menu was asked for.
      if (where === 'canvas') editor.hand.point(editor.camera.toBoard(at));
      editor.run(action.id);
    });
  }

  return (
    // Not modal: Radix's modal menu injects a style sheet, which the content policy forbids.
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <DropdownMenu.Trigger asChild>
        <span className={styles.anchor} style={{ left: at.x, top: at.y }} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={container}>
        <DropdownMenu.Content
          className={menuStyles.menu}
          aria-label={t(`menu.${where}`)}
          side="bottom"
          align="start"
          sideOffset={2}
          collisionPadding={8}
          onContextMenu={(event) => event.preventDefault()}
          onFocusOutside={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!ran.current) afterClosing(() => {});
          }}
        >
          {where === 'items' && <Colours editor={editor} onRun={run} />}
          {offered.map((action, index) => (
            <Entry
              key={action.id}
              action={action}
              startsGroup={(index > 0 || where === 'items') && action.group !== offered[index - 1]?.group}
              onRun={run}
            />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface EntryProps {
  readonly action: Action;
  readonly startsGroup: boolean;
  readonly onRun: (action: Action) => void;
}

function Entry({ action, startsGroup, onRun }: EntryProps) {
  const keys = action.keys[0];
  return (
    <>
      {startsGroup && <DropdownMenu.Separator className={menuStyles.separator} />}
      <DropdownMenu.Item
        className={cx(menuStyles.entry, action.danger === true && menuStyles.danger)}
        onSelect={() => onRun(action)}
      >
        <span className={menuStyles.icon} aria-hidden="true">
          {actionIcon(action)}
        </span>
        <span className={menuStyles.label}>{t(action.label)}</span>
        {keys !== undefined && <Keys keys={keys} />}
      </DropdownMenu.Item>
    </>
  );
}

/** All eight in a row: a colour is chosen by eye, not by name. */
function Colours({ editor, onRun }: { readonly editor: Editor; readonly onRun: (action: Action) => void }) {
  const actions = colours.flatMap((colour) => editor.actions.get(`colour.${colour}`) ?? []);
  if (!actions.some((action) => action.enabled(editor))) return null;
  return (
    <DropdownMenu.Group className={styles.colours} aria-label={t('board.colours')}>
      {actions.map((action) => (
        <DropdownMenu.Item
          key={action.id}
          className={styles.colour}
          aria-label={t(action.label)}
          title={t(action.label)}
          onSelect={() => onRun(action)}
        >
          {actionIcon(action)}
        </DropdownMenu.Item>
      ))}
    </DropdownMenu.Group>
  );
}

/** What the menu speaks of may go away under it: others delete, roles change, the view moves. */
function useCloseWithBoard(editor: Editor, onClose: () => void): void {
  useEffect(() => {
    const stops = [
      editor.selection.observe(onClose),
      editor.readOnly.subscribe(onClose),
      editor.camera.view.subscribe(onClose),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor, onClose]);
}
