// A small bar above what is selected: colours, gathering, lining up, locking, deleting, and a menu for the rest. Follows the
// camera outside of React.

import {
  ArrowDown,
  ArrowUp,
  BringToFront,
  ChevronsDownUp,
  ChevronsUpDown,
  CircleMinus,
  CirclePlus,
  Combine,
  Copy,
  Ellipsis,
  LayoutGrid,
  Lock,
  LockOpen,
  type LucideIcon,
  MessageCircle,
  PartyPopper,
  SendToBack,
  Split,
  SquareDashed,
  SquareParking,
  Trash2,
  Ungroup,
} from 'lucide-react';
import { type ReactNode, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { type Colour, colours } from '../../../shared/items/colour.ts';
import { unionAll } from '../../../shared/lib/geometry.ts';
import { settleEasing, settleMs } from '../../canvas/settling.ts';
import { chosenItems, freeClusters, freeItems } from '../../editor/chosen.ts';
import type { Editor } from '../../editor/editor.ts';
import { t } from '../../text/catalogue.ts';
import { Card } from '../../ui/Card.tsx';
import { covers } from '../../ui/covers.ts';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { later } from '../../ui/later.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { ActionButton } from './ActionButton.tsx';
import { barPlace } from './barPlace.ts';
import { freeWall } from './freeWall.ts';
import styles from './SelectionBar.module.css';
import { onEditorFrame } from './useEditorTick.ts';

const AlignPopover = later(() => import('./AlignPopover.tsx'));

export function SelectionBar({ editor }: { readonly editor: Editor }) {
  const bar = useRef<HTMLDivElement>(null);
  const [, setTick] = useState(0);
  const glides = useRef(false);
  useEffect(() => {
    const place = () => placeBar(editor, bar.current, glides);
    const stops = [
      // What is put in order is seen to go to its place, and the bar goes with it.
      editor.scene.observe(({ left }) => {
        if (left !== undefined && !editor.follow.still) glides.current = true;
      }),
      covers.subscribe(place),
      onEditorFrame(editor, () => {
        setTick((tick) => tick + 1);
        place();
      }),
      onEditorFrame(editor, place, true),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor]);
  useOutOfTheWay(bar);
  // After React has drawn it, its size is known.
  useEffect(() => placeBar(editor, bar.current, glides));

  const { tool, name } = editor.toolbox.state.get();
  const isAtRest = tool === 'select' && name === 'idle';
  const mayChange = !editor.readOnly.get();
  const mayTalk = editor.actions.get('talk.comment')?.enabled(editor) === true;
  const mayVote = isOffered(editor, 'voting.give') || isOffered(editor, 'voting.takeBack');
  const isShown = isAtRest && editor.selection.size > 0 && (mayChange || mayTalk || mayVote);
  // A button that is fetched when it is first needed makes it wider without a drawing of the bar.
  useEffect(() => {
    if (!isShown || bar.current === null) return;
    const watch = new ResizeObserver(() => placeBar(editor, bar.current, glides));
    watch.observe(bar.current);
    return () => watch.disconnect();
  }, [editor, isShown]);
  if (!isShown) return null;
  const isFree = mayChange && freeItems(editor).length > 0;
  return (
    <Card ref={bar} className={styles.bar} role="toolbar" aria-label={t('board.selection')}>
      {mayVote && <VoteButtons editor={editor} />}
      {isFree && <Colours editor={editor} />}
      {isFree && <span className={styles.rule} aria-hidden="true" />}
      {isFree && <ClusterButtons editor={editor} />}
      {isOffered(editor, 'align.left') && (
        <Suspense fallback={null}>
          <AlignPopover editor={editor} />
        </Suspense>
      )}
      {mayTalk && <ActionButton editor={editor} id="talk.comment" icon={<MessageCircle />} side="top" />}
      {mayChange && <LockButton editor={editor} isFree={isFree} />}
      <Offered editor={editor} id="duplicate" icon={<Copy />} className={cx(styles.roomy)} />
      {isFree && <ActionButton editor={editor} id="delete" icon={<Trash2 />} side="top" tone="danger" />}
      {isFree && <More editor={editor} />}
    </Card>
  );
}

/** Whoever holds Shift over the wall is about to press what comes next, and it may lie under the bar. */
function useOutOfTheWay(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const follow = ({ shiftKey }: KeyboardEvent | PointerEvent) => {
      const isInside = bar.current?.contains(document.activeElement) === true;
      bar.current?.toggleAttribute('data-aside', shiftKey && !isInside);
    };
    for (const type of ['keydown', 'keyup', 'pointermove'] as const) window.addEventListener(type, follow);
    return () => {
      for (const type of ['keydown', 'keyup', 'pointermove'] as const)
        window.removeEventListener(type, follow);
    };
  }, [bar]);
}

function VoteButtons({ editor }: { readonly editor: Editor }) {
  return (
    <>
      <ActionButton editor={editor} id="voting.give" icon={<CirclePlus />} side="top" />
      <ActionButton editor={editor} id="voting.takeBack" icon={<CircleMinus />} side="top" />
    </>
  );
}

function ClusterButtons({ editor }: { readonly editor: Editor }) {
  const clusters = freeClusters(editor);
  const areOpen = clusters.some((id) => editor.scene.get(id)?.item.collapsed === false);
  return (
    <>
      <Offered editor={editor} id="cluster.make" icon={<SquareDashed />} />
      {clusters.length > 0 && (
        <ActionButton
          editor={editor}
          id="cluster.collapse"
          label={t(areOpen ? 'action.cluster.close' : 'action.cluster.open')}
          icon={areOpen ? <ChevronsDownUp /> : <ChevronsUpDown />}
          side="top"
        />
      )}
      <Offered editor={editor} id="cluster.merge" icon={<Combine />} className={cx(styles.roomy)} />
      <Offered editor={editor} id="cluster.dissolve" icon={<Ungroup />} className={cx(styles.roomy)} />
    </>
  );
}

function LockButton({ editor, isFree }: { readonly editor: Editor; readonly isFree: boolean }) {
  return (
    <ActionButton
      editor={editor}
      id="lock"
      label={t(isFree ? 'action.lock.on' : 'action.lock.off')}
      icon={isFree ? <Lock /> : <LockOpen />}
      side="top"
    />
  );
}

interface OfferedProps {
  readonly editor: Editor;
  readonly id: string;
  readonly icon: ReactNode;
  readonly className?: string;
}

/** A button where the action makes sense, and nothing where it does not. */
function Offered({ editor, id, icon, className = '' }: OfferedProps) {
  if (!isOffered(editor, id)) return null;
  return <ActionButton editor={editor} id={id} icon={icon} side="top" className={className} />;
}

function isOffered(editor: Editor, id: string): boolean {
  return editor.actions.get(id)?.enabled(editor) === true;
}

/** What has no button of its own, or none where there is little room. */
const inMenu: readonly (readonly (readonly [id: string, icon: LucideIcon])[])[] = [
  [
    ['duplicate', Copy],
    ['arrange.tidy', LayoutGrid],
    ['cluster.merge', Combine],
    ['cluster.split', Split],
    ['cluster.dissolve', Ungroup],
  ],
  [
    ['guide.park', SquareParking],
    ['guide.celebrate', PartyPopper],
  ],
  [
    ['bringToFront', BringToFront],
    ['bringForward', ArrowUp],
    ['sendBackward', ArrowDown],
    ['sendToBack', SendToBack],
  ],
  [['cluster.deleteAll', Trash2]],
];

function More({ editor }: { readonly editor: Editor }) {
  const entries = inMenu.flatMap((group, at) =>
    group
      .filter(([id]) => isOffered(editor, id))
      .map(([id, icon], index) => entryOf(editor, id, icon, at > 0 && index === 0)),
  );
  return (
    <Menu
      label={t('bar.more')}
      align="end"
      entries={entries.flatMap((entry) => entry ?? [])}
      trigger={<IconButton label={t('bar.more')} icon={<Ellipsis />} side="top" />}
    />
  );
}

function entryOf(editor: Editor, id: string, Icon: LucideIcon, startsGroup: boolean): MenuEntry | null {
  const action = editor.actions.get(id);
  if (action === undefined) return null;
  const { label, keys, danger = false } = action;
  return {
    id,
    icon: <Icon />,
    label: t(label),
    keys: keys[0],
    danger,
    startsGroup,
    onSelect: () => editor.run(id),
  };
}

function Colours({ editor }: { readonly editor: Editor }) {
  const used = new Set(chosenItems(editor).map((item) => item.colour));
  return (
    <fieldset className={styles.colours} aria-label={t('board.colours')}>
      {colours.map((colour) => (
        <Swatch key={colour} editor={editor} colour={colour} isOn={used.size === 1 && used.has(colour)} />
      ))}
    </fieldset>
  );
}

interface SwatchProps {
  readonly editor: Editor;
  readonly colour: Colour;
  readonly isOn: boolean;
}

function Swatch({ editor, colour, isOn }: SwatchProps) {
  const action = editor.actions.get(`colour.${colour}`);
  if (action === undefined) return null;
  return (
    <Tooltip text={t(action.label)} side="top">
      <button
        type="button"
        className={cx(styles.swatch, isOn && styles.on)}
        aria-label={t(action.label)}
        aria-pressed={isOn}
        onClick={() => editor.run(action.id)}
      >
        <span style={{ background: `var(--note-${colour})` }} />
      </button>
    </Tooltip>
  );
}

function placeBar(editor: Editor, bar: HTMLElement | null, glides: RefObject<boolean>): void {
  const isGliding = glides.current;
  glides.current = false;
  if (bar === null) return;
  const boxes = editor.scene.inOrder(editor.selection.ids).map((drawable) => drawable.box);
  const around = unionAll(boxes);
  if (around === null) return;
  const on = editor.camera.boxToScreen(around);
  const { w, h } = editor.camera.viewport.get();
  const free = freeWall(w, h);
  bar.style.maxInlineSize = `${free.w}px`;
  const width = bar.offsetWidth;
  const height = bar.offsetHeight;
  const { x, y } = barPlace({ on, bar: { w: width, h: height }, free });
  const isOutOfView = on.x > w || on.y > h || on.x + on.w < 0 || on.y + on.h < 0;
  bar.style.visibility = isOutOfView ? 'hidden' : '';
  const before = bar.style.transform;
  const after = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  if (before === after) return;
  bar.style.transform = after;
  if (!isGliding || before === '') return;
  bar.animate([{ transform: before }, { transform: after }], { duration: settleMs, easing: settleEasing });
}
