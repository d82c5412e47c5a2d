// What a reveal brings to the wall: the ideas on the sheets that went round, the loose ones on the pads, in an order that says
// nothing about who wrote them. Reads and works out; writes nothing.

import { readDrafts } from '../../shared/board/drafts.ts';
import { neutralText, revealedAtOnceMax, shuffled } from '../../shared/features/session/drafts.ts';
import type { NewItem } from '../../shared/items/item.ts';
import type { Random } from '../../shared/lib/env.ts';
import type { Box } from '../../shared/lib/geometry.ts';
import type { ParticipantId } from '../../shared/lib/ids.ts';
import { layOut } from '../../shared/transfer/layout.ts';
import { type Plan, type PlanSheet, takeIn, titleOf } from './roundsPlan.ts';

export interface Idea {
  readonly owner: ParticipantId;
  readonly text: string;
  readonly nameless: boolean;
}

export interface Gathered {
  /** In the order in which they come to the wall; each sheet's ideas stand together, in rows only where all have names. */
  readonly ideas: readonly (Idea & { readonly sheet: string | null })[];
  /** What each sheet is called. */
  readonly titles: ReadonlyMap<string, string>;
  /** Of the drafts that are taken, by owner; nobody who has none. */
  readonly taken: ReadonlyMap<ParticipantId, readonly string[]>;
  readonly authors: ReadonlySet<ParticipantId>;
  /** Nothing waits for the next reveal. */
  readonly isAll: boolean;
}

/** How many ideas somebody has written that can be seen. */
export function countDrafts(personal: Parameters<typeof readDrafts>[0]): number {
  return readDrafts(personal).filter(({ text }) => neutralText(text) !== '').length;
}

/**
 * @param written everybody's personal document, as far as it can be read
 * @param options `anonymous`: nobody's name comes with any of it
 */
export function gather(
  plan: Plan,
  written: ReadonlyMap<ParticipantId, Parameters<typeof readDrafts>[0]>,
  { anonymous, random }: { readonly anonymous: boolean; readonly random: Random },
): Gathered {
  let all = plan;
  let isAll = true;
  const taken = new Map<ParticipantId, readonly string[]>();
  const loose: Idea[] = [];
  for (const [owner, personal] of written) {
    const onSheets = takeIn(all, owner, personal, Number.POSITIVE_INFINITY);
    all = onSheets.plan;
    const others = readDrafts(personal)
      .map((draft) => ({ ...draft, text: neutralText(draft.text) }))
      .filter(({ id, text }) => text !== '' && !onSheets.ids.includes(id));
    const now = others.slice(0, revealedAtOnceMax);
    if (now.length < others.length) isAll = false;
    loose.push(...now.map(({ text, nameless }) => ({ owner, text, nameless })));
    const ids = [...onSheets.ids, ...now.map(({ id }) => id)];
    if (ids.length > 0) taken.set(owner, ids);
  }
  const sheets = shuffled(all.sheets, random)
    .filter((sheet) => sheet.ideas.length > 0)
    .map((sheet) => inTellingOrder(sheet, anonymous, random));
  const ideas = [
    ...sheets.flatMap((sheet) =>
      sheet.ideas.map(({ owner, text, nameless }) => ({ owner, text, nameless, sheet: sheet.id })),
    ),
    ...shuffled(loose, random).map((idea) => ({ ...idea, sheet: null })),
  ];
  return {
    ideas,
    titles: new Map(sheets.map((sheet) => [sheet.id, titleOf(sheet)])),
    taken,
    authors: new Set(ideas.map(({ owner }) => owner)),
    isAll,
  };
}

/**
 * The row of an idea tells on its writer: sheets go round in one order, and everybody saw who came late or left early. Where
 * somebody was promised to stay nameless, a sheet has no rows on the wall, and is not called by its first one.
 */
function inTellingOrder(sheet: PlanSheet, anonymous: boolean, random: Random): PlanSheet {
  const isBound = anonymous || sheet.ideas.some(({ nameless }) => nameless);
  return isBound ? { ...sheet, ideas: shuffled(sheet.ideas, random) } : sheet;
}

/** Beside what is there: a cluster for each sheet, then the loose ones. The notes stand in the order of the ideas. */
export function onWall(
  { ideas, titles }: Pick<Gathered, 'ideas' | 'titles'>,
  taken: readonly Box[],
  random: Random,
): NewItem[] {
  const notes = ideas.map(({ text, sheet }) => ({ text, ...(sheet !== null && { cluster: sheet }) }));
  return layOut(notes, taken, random).map((item) =>
    item.kind === 'cluster' ? { ...item, text: titles.get(item.text ?? '') ?? '' } : item,
  );
}
