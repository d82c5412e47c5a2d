// What the palette offers: the actions that make sense now, the people here, and the notes by their words.

import type { ReactNode } from 'react';
import { initialsOf } from '../../../shared/lib/initials.ts';
import { type Action, actionGroups } from '../../editor/actions.ts';
import type { Editor } from '../../editor/editor.ts';
import { whoIsHere } from '../../editor/here.ts';
import type { FeatureView } from '../../features/feature.ts';
import { t } from '../../text/catalogue.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { iconNamed } from '../../ui/icons.ts';
import styles from './commands.module.css';
import type { Findable } from './search.ts';

export interface Entry extends Findable {
  readonly section: string;
  readonly icon: ReactNode;
  readonly keys?: string | undefined;
  readonly danger?: boolean;
  readonly run: () => void;
}

/** By group, and in each group in the order of the list. */
export function inGroups(actions: Iterable<Action>): Action[] {
  const rank = (action: Action) => actionGroups.indexOf(action.group ?? 'board');
  return [...actions].sort((a, b) => rank(a) - rank(b));
}

export function actionIcon(action: Action): ReactNode {
  const colour = /^colour\.(\w+)$/.exec(action.id)?.[1];
  if (colour !== undefined) {
    return <span className={styles.swatch} style={{ background: `var(--note-${colour})` }} />;
  }
  const Icon = iconNamed(action.icon);
  return Icon === undefined ? null : <Icon />;
}

export function actionEntries(editor: Editor): Entry[] {
  const offered = [...editor.actions.all()].filter(
    (action) => (action.where ?? ['palette']).includes('palette') && action.enabled(editor),
  );
  return inGroups(offered).map((action) => ({
    id: action.id,
    label: t(action.label),
    alsoCalled: `${t(`group.${action.group ?? 'board'}`)} ${action.id.replaceAll('.', ' ')}`,
    section: t(`group.${action.group ?? 'board'}`),
    icon: actionIcon(action),
    keys: action.keys[0],
    danger: action.danger === true,
    run: () => void editor.run(action.id),
  }));
}

export function peopleEntries({ editor, board }: FeatureView): Entry[] {
  const others = editor.presence.others();
  const here = whoIsHere(board.me, others, {
    initialsOf,
    numbered: (name, number) => t('people.sameName', { name, number }),
  });
  const followed = editor.follow.person.get()?.id;
  return here
    .filter(({ isMe }) => !isMe)
    .flatMap(({ person: { id, colour }, label: name, initials }) => {
      const section = t('group.people');
      const icon = <Avatar key={id} name={name} colour={colour} initials={initials} size="small" />;
      const follows = followed === id;
      return [
        {
          id: `jumpTo.${id}`,
          label: t('palette.jumpTo', { name }),
          section,
          icon,
          run: () => void editor.follow.jumpTo(id),
        },
        {
          id: `follow.${id}`,
          label: t(follows ? 'palette.unfollow' : 'palette.follow', { name }),
          section,
          icon,
          run: () => (follows ? editor.follow.stop() : void editor.follow.start(id)),
        },
      ];
    });
}

/** Notes and titles of clusters, the first line of each. */
export function noteEntries(editor: Editor): Entry[] {
  return editor.scene.all().flatMap(({ id, item }) =>
    item.kind === 'unreadable' || item.text.trim() === ''
      ? []
      : [
          {
            id: `note.${id}`,
            label: item.text.trim(),
            section: t('palette.notes'),
            icon: <span className={styles.swatch} style={{ background: `var(--note-${item.colour})` }} />,
            run: () => goTo(editor, id),
          },
        ],
  );
}

function goTo(editor: Editor, id: Parameters<Editor['scene']['get']>[0]): void {
  const drawable = editor.scene.get(id);
  if (drawable === undefined) return;
  editor.selection.set([id]);
  // Small as a stamp it would not be found by looking; nearer than life nobody needs it.
  if (editor.camera.zoom < 0.5) editor.camera.setZoom(0.8);
  const { w, h } = editor.camera.viewport.get();
  const { zoom } = editor.camera;
  const { box } = drawable;
  editor.camera.set({ x: box.x + box.w / 2 - w / zoom / 2, y: box.y + box.h / 2 - h / zoom / 2, zoom });
}
