// Finding things by what they are called: which entries have all the words, and which come first. Knows strings only.

export interface Findable {
  readonly id: string;
  readonly label: string;
  /** Found by these words too, though less well: the group it is in, its name in the other language. */
  readonly alsoCalled?: string;
}

const score = { whole: 8, start: 6, wordStart: 4, inside: 2, alsoCalled: 1 } as const;

/**
 * The entries that have every word of the query, best first; entries alike in that, those used last first (`recent`, latest
 * first), then shorter ones, then in the order given. An empty query finds everything, in the order given.
 */
export function find<Entry extends Findable>(
  query: string,
  entries: readonly Entry[],
  recent: readonly string[] = [],
): Entry[] {
  const wanted = folded(query);
  if (wanted === '') return [...entries];
  const words = wanted.split(' ');
  const found = entries.flatMap((entry, index) => {
    const points = pointsOf(entry, wanted, words);
    const used = recent.indexOf(entry.id);
    return points === 0 ? [] : [{ entry, index, points, used: used < 0 ? recent.length : used }];
  });
  found.sort(
    (a, b) =>
      b.points - a.points ||
      a.used - b.used ||
      a.entry.label.length - b.entry.label.length ||
      a.index - b.index,
  );
  return found.map(({ entry }) => entry);
}

/** Without accents, case and doubled spaces, so that "uber" finds "Über". */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]+/gu, ' ')
    .trim();
}

function pointsOf(entry: Findable, wanted: string, words: readonly string[]): number {
  const label = folded(entry.label);
  if (label === wanted) return score.whole * words.length;
  if (label.startsWith(wanted)) return score.start * words.length;
  const also = entry.alsoCalled === undefined ? '' : folded(entry.alsoCalled);
  let points = 0;
  for (const word of words) {
    const won = label.startsWith(word)
      ? score.start
      : label.includes(` ${word}`)
        ? score.wordStart
        : label.includes(word)
          ? score.inside
          : also.includes(word)
            ? score.alsoCalled
            : 0;
    if (won === 0) return 0;
    points += won;
  }
  return points;
}
