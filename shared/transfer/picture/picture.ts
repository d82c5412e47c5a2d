// A board as a picture: an SVG of what lies on the wall, in the light theme, where and as large as the wall shows it. No
// scripts, no links, nothing from elsewhere.

import { WordWidths } from '../../lettering/wordWidths.ts';
import type { Box } from '../../lib/geometry.ts';
import type { ItemId } from '../../lib/ids.ts';
import type { BoardSnapshot } from '../snapshot.ts';
import type { SummaryLanguage } from '../summary/words.ts';
import { clusterElements, lockElements } from './clusterElements.ts';
import { type DrawnItem, drawnItems, frameOf } from './drawn.ts';
import { escaped, num, rect } from './elements.ts';
import { type Lettering, noteElements } from './noteElements.ts';
import { paints, wallColour } from './paint.ts';
import { pictureTypeface } from './typeface.ts';
import type { Outliner } from './words.ts';

export interface PictureWishes {
  /** These items and what is inside them; everything when left out. Ids of nothing are nothing. */
  readonly items?: ReadonlySet<ItemId> | undefined;
  readonly language?: SummaryLanguage;
  /** How large it will be looked at, in pixels per unit; words too small to read are bars then. */
  readonly scale?: number;
  /** Emoji are drawn by whoever calls, with `emojiId`s; else they stand in the text. */
  readonly drawsEmoji?: boolean;
  /** Letters are drawn by whoever calls, as far as that can; else they are written. */
  readonly outline?: Outliner;
}

export interface Picture {
  /** In board units, which are its pixels at scale 1. */
  readonly w: number;
  readonly h: number;
  readonly isEmpty: boolean;
  /** What is drawn by whoever called, by the id it is used with; its unit is a 1024th of the letters' size. */
  readonly emoji: ReadonlyMap<string, string>;
  /** `definitions` are elements with those ids. */
  svg(definitions?: string): string;
}

/** On a larger wall than this, nobody sees shadows; they are most of the file. */
const shadowedNotesMax = 4_000;
/** Smaller letters than this are hardly read, in pixels. */
const letterSizeMin = 4;
const family = "'Noto Sans','Source Sans 3',system-ui,sans-serif";

/** Lengths in board units. */
export function boardPicture(snapshot: BoardSnapshot, wishes: PictureWishes = {}): Picture {
  const drawn = drawnItems(snapshot.items, wishes.items ?? null);
  const frame = frameOf(drawn);
  const emoji = new Map<string, string>();
  const elements = elementsOf(drawn, snapshot, { ...wishes, emoji });
  return {
    w: frame.w,
    h: frame.h,
    isEmpty: frame.isEmpty,
    emoji,
    svg: (
      definitions = '',
    ) => `<svg xmlns="http://www.w3.org/2000/svg" width="${num(frame.w)}" height="${num(frame.h)}" viewBox="${[frame.x, frame.y, frame.w, frame.h].map(num).join(' ')}" font-family="${family}" text-anchor="middle" xml:space="preserve">
<title>${escaped(snapshot.title)}</title>
${definitions === '' ? '' : `<defs>${definitions}</defs>\n`}${rect(frame, `fill="${wallColour}"`)}
${elements}</svg>
`,
  };
}

function elementsOf(
  drawn: readonly DrawnItem[],
  snapshot: BoardSnapshot,
  {
    language = 'en',
    drawsEmoji = false,
    outline,
    scale,
    emoji,
  }: PictureWishes & { readonly emoji: Map<string, string> },
): string {
  const [words, titles] = [pictureTypeface(400), pictureTypeface(600)];
  const sizeMin = scale === undefined ? 0 : letterSizeMin / scale;
  const emojiId = drawsEmoji ? (text: string) => idOf(text, emoji) : null;
  const notesIn: Lettering = {
    widths: new WordWidths(words.measure),
    metrics: words.metrics,
    pen: { emojiId, outline: outline ?? null, weight: 400 },
    sizeMin,
  };
  const titlesIn: Lettering = {
    widths: new WordWidths(titles.measure),
    metrics: titles.metrics,
    pen: { emojiId, outline: outline ?? null, weight: 600 },
    sizeMin,
  };
  const names = new Map(snapshot.people.map(({ id, name }) => [id, name]));
  const shadow = drawn.length <= shadowedNotesMax;
  return drawn
    .map(({ item, box, count }) => {
      if (item.kind === 'unreadable') return unreadable(box);
      if (item.kind === 'cluster') {
        const notes = noteCount[language](count);
        return clusterElements(item, box, titlesIn, { count, notes }) + lockElements(item, box);
      }
      const writer = snapshot.authors.get(item.id);
      const author = (writer === undefined ? undefined : names.get(writer)) ?? '';
      return noteElements(item, box, notesIn, { shadow, author }) + lockElements(item, box);
    })
    .join('');
}

const noteCount: Readonly<Record<SummaryLanguage, (count: number) => string>> = {
  en: (count) => (count === 0 ? 'no notes' : count === 1 ? '1 note' : `${count} notes`),
  de: (count) => (count === 0 ? 'keine Notizen' : count === 1 ? '1 Notiz' : `${count} Notizen`),
};

/** The same id for the same emoji. */
function idOf(text: string, known: Map<string, string>): string {
  const id = `e${[...text].map((sign) => sign.codePointAt(0)?.toString(16)).join('-')}`;
  known.set(id, text);
  return id;
}

function unreadable(box: Box): string {
  const { field, fieldLine } = paints.grey;
  return `${rect(box, `fill="${field}" stroke="${fieldLine}" stroke-dasharray="6 4"`)}\n`;
}
