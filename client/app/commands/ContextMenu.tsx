// What can be done with the selection, or with the empty place that was pressed: the actions that say they belong here.

import { ChevronRight } from 'lucide-react';
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
import { type MenuKeys, useMenuKeys } from '../../ui/menuKeys.ts';
import { useMedia } from '../../ui/useMedia.ts';
import styles from './commands.module.css';
import { actionIcon, inGroups } from './entries.tsx';
import { closeThen, useTypedAhead } from './overTheWall.ts';

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
  const content = useRef<HTMLDivElement>(null);
  const keys = useMenuKeys();
  // On a phone there is room on neither side.
  const narrow = useMedia('(max-width: 640px)');
  useCloseWithBoard(editor, onClose);
  const offered = inGroups(
    [...editor.actions.all()].filter((action) => action.where?.includes(where) && action.enabled(editor)),
  );

  function run(action: Action) {
    closeThen(onClose, () => {
      // New things appear, and pasted ones, where the menu was asked for.
      if (where === 'canvas') editor.hand.point(editor.camera.toBoard(at));
      editor.run(action.id);
    });
  }

  useTypedAhead(editor, (key) => {
    if (key.key === 'Escape') closeThen(onClose);
    else if (content.current !== null) keys.press(content.current, key);
  });

  return (
    // Not modal: Radix's modal menu injects a style sheet, which the content policy forbids.
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => !open && closeThen(onClose)}>
      <DropdownMenu.Trigger asChild>
        <span className={styles.anchor} style={{ left: at.x, top: at.y }} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={container}>
        <DropdownMenu.Content
          ref={content}
          onKeyDownCapture={keys.onKeyDownCapture}
          className={menuStyles.menu}
          aria-label={t(`menu.${where}`)}
          // Never under the finger that asked for it: its lifting would press an entry.
          side={narrow ? 'bottom' : 'right'}
          align="start"
          sideOffset={narrow ? 16 : 2}
          collisionPadding={8}
          onContextMenu={(event) => event.preventDefault()}
          onFocusOutside={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          {where === 'items' && <Colours editor={editor} onRun={run} />}
          {sections(offered).map((actions, index) => (
            <Section
              key={actions[0]?.id}
              actions={actions}
              startsGroup={index > 0 || where === 'items'}
              container={container}
              menuKeys={keys}
              onRun={run}
            />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** More than this many of one kind open beside the menu instead of making it long. */
const sectionMax = 4;

function sections(actions: readonly Action[]): Action[][] {
  const all: Action[][] = [];
  for (const action of actions) {
    const last = all.at(-1);
    if (last?.[0]?.group === action.group) last?.push(action);
    else all.push([action]);
  }
  return all;
}

interface SectionProps {
  readonly actions: readonly Action[];
  readonly startsGroup: boolean;
  readonly container: HTMLElement | null;
  readonly menuKeys: MenuKeys;
  readonly onRun: (action: Action) => void;
}

function Section({ actions, startsGroup, container, menuKeys, onRun }: SectionProps) {
  const group = t(`group.${actions[0]?.group ?? 'board'}`);
  const isLong = actions.length > sectionMax && actions[0]?.group !== 'clipboard';
  const entries = actions.map((action) => <Entry key={action.id} action={action} onRun={onRun} />);
  return (
    <>
      {startsGroup && <DropdownMenu.Separator className={menuStyles.separator} />}
      {isLong ? (
        <DropdownMenu.Sub>
          <DropdownMenu.SubTrigger className={menuStyles.entry}>
            <span className={menuStyles.icon} aria-hidden="true">
              {actions[0] && actionIcon(actions[0])}
            </span>
            <span className={menuStyles.label}>{group}</span>
            <ChevronRight className={styles.arrow} aria-hidden="true" />
          </DropdownMenu.SubTrigger>
          <DropdownMenu.Portal container={container}>
            <DropdownMenu.SubContent
              className={menuStyles.menu}
              aria-label={group}
              collisionPadding={8}
              onKeyDownCapture={menuKeys.onKeyDownCapture}
            >
              {entries}
            </DropdownMenu.SubContent>
          </DropdownMenu.Portal>
        </DropdownMenu.Sub>
      ) : (
        entries
      )}
    </>
  );
}

function Entry({ action, onRun }: { readonly action: Action; readonly onRun: (action: Action) => void }) {
  const keys = action.keys[0];
  return (
    <DropdownMenu.Item
      className={cx(menuStyles.entry, action.danger === true && menuStyles.danger)}
      onSelect={(event) => select(event, action, onRun)}
    >
      <span className={menuStyles.icon} aria-hidden="true">
        {actionIcon(action)}
      </span>
      <span className={menuStyles.label}>{t(action.label)}</span>
      {keys !== undefined && <Keys keys={keys} />}
    </DropdownMenu.Item>
  );
}

/** The menu is closed before the action runs, and not once more after it: that may have opened something else. */
function select(event: Event, action: Action, onRun: (action: Action) => void): void {
  event.preventDefault();
  onRun(action);
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
          onSelect={(event) => select(event, action, onRun)}
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
