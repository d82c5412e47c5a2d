// The open board as a template: what somebody wants to keep of it, and nothing of what was voted or said.

import { limits } from '../../../shared/board/limits.ts';
import { membersByCluster, openBox, parentOf } from '../../../shared/board/tree.ts';
import type { Step } from '../../../shared/features/session/agenda.ts';
import type { SessionSettings } from '../../../shared/features/session/phase.ts';
import {
  durationOf,
  type Piece,
  type Template,
  templateLimits,
} from '../../../shared/features/templates/template.ts';
import type { Item } from '../../../shared/items/item.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { compareOrder } from '../../../shared/lib/order.ts';

export type KeptOfWall = 'all' | 'clusters' | 'nothing';

export interface BoardToKeep {
  readonly items: ReadonlyMap<ItemId, Item>;
  readonly agenda: readonly Step[];
  readonly settings: SessionSettings;
}

export interface Wish {
  readonly title: string;
  readonly wall: KeptOfWall;
  readonly agenda: boolean;
}

export interface TemplateMade {
  readonly template: Template;
  /** Notes whose text was too long to be kept whole. */
  readonly shortened: number;
}

export function templateOf({ items, agenda, settings }: BoardToKeep, wish: Wish): TemplateMade {
  const steps = wish.agenda ? agenda : [];
  const { canvasLock: _, ...rules } = settings;
  const layout = layoutOf(items, wish.wall);
  return {
    shortened: layout.filter(({ text }) => text.length > templateLimits.textCharsMax).length,
    template: {
      id: 'own',
      title: wish.title.trim().slice(0, limits.titleCharsMax),
      purpose: '',
      group: null,
      people: null,
      minutes: durationOf(steps),
      settings: wish.agenda ? onlyOn(rules) : {},
      layout: layout.map((piece) => ({ ...piece, text: piece.text.slice(0, templateLimits.textCharsMax) })),
      agenda: steps,
    },
  };
}

/** Clusters before what is in them, each from the bottom of the stack to the top; the corner of it all at 0, 0. */
function layoutOf(items: ReadonlyMap<ItemId, Item>, wall: KeptOfWall): Piece[] {
  const members = membersByCluster(items);
  const kept = [...items.values()]
    .filter(
      ({ kind, deleted }) =>
        !deleted && (kind === 'cluster' ? wall !== 'nothing' : kind === 'note' && wall === 'all'),
    )
    .sort(compareOrder);
  const parents = new Map(kept.map((item) => [item.id, parentOf(item, items)?.id ?? null]));
  const depth = (id: ItemId | null): number => (id === null ? 0 : 1 + depth(parents.get(id) ?? null));
  const sorted = kept
    // Among notes the stack alone decides.
    .map((item) => ({ item, depth: item.kind === 'note' ? 0 : depth(item.id) }))
    .sort((a, b) => Number(a.item.kind === 'note') - Number(b.item.kind === 'note') || a.depth - b.depth);
  const boxes = sorted.map(({ item }) => (item.kind === 'cluster' ? openBox(item, members) : item));
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const names = new Map(sorted.map(({ item }, index) => [item.id, `p${index + 1}`]));
  return sorted.map(({ item }, index) => {
    const { x, y, w, h } = boxes[index] ?? item;
    const parent = parents.get(item.id) ?? null;
    return {
      id: names.get(item.id) ?? `p${index + 1}`,
      kind: item.kind === 'cluster' ? 'cluster' : 'note',
      in: parent === null ? null : (names.get(parent) ?? null),
      x: x - left,
      y: y - top,
      w,
      h,
      text: item.text,
      colour: item.colour,
      locked: item.locked,
    };
  });
}

function onlyOn(settings: Readonly<Record<string, boolean>>): Partial<SessionSettings> {
  return Object.fromEntries(Object.entries(settings).filter(([, on]) => on));
}
