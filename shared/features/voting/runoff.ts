// Instant run-off: as long as no option has more than half of the votes that still count, the weakest goes, and its votes go
// to whatever each of those voters named next. Pure; ballots that are alike are counted together.

export interface RankedBallots<Option> {
  /** Best first; each option at most once. */
  readonly ranking: readonly Option[];
  /** How many voters voted exactly like this. */
  readonly count: number;
}

export interface Round<Option> {
  /** What each option that still stands has, in the order of the options. */
  readonly votes: ReadonlyMap<Option, number>;
  /** Who named nothing that still stands. */
  readonly exhausted: number;
  /** What goes after this round; empty in the last. More than one only where nothing tells them apart. */
  readonly out: readonly Option[];
}

/**
 * Of several weakest, the one goes that was weaker in the round before, then in the one before that, and so on; then the one
 * that fewer voters named at all. What nothing tells apart goes together; when that is everything left, it is a tie.
 * Options that nobody put first any more go together: nobody's vote hangs on their order.
 */
export function instantRunoff<Option>(
  options: readonly Option[],
  ballots: readonly RankedBallots<Option>[],
): Round<Option>[] {
  const named = namedBy(options, ballots);
  const rounds: Round<Option>[] = [];
  let standing = [...options];
  for (;;) {
    const { votes, exhausted } = countRound(standing, ballots);
    const out = leaving(votes, rounds, named);
    rounds.push({ votes, exhausted, out });
    if (out.length === 0) return rounds;
    const leaves = new Set(out);
    standing = standing.filter((option) => !leaves.has(option));
  }
}

/**
 * Best first; options that nothing tells apart stand together. Who stood longer is before who went earlier; those that went
 * together are told apart by the same rule as the weakest are.
 * `named`: how many voters named each at all.
 */
export function runoffOrder<Option>(
  rounds: readonly Round<Option>[],
  named: ReadonlyMap<Option, number>,
): (readonly Option[])[] {
  const places = rounds.map(({ votes, out }, index) => {
    const placed = index === rounds.length - 1 ? [...votes.keys()] : out;
    return inGroups(placed, telling(votes, rounds.slice(0, index), named));
  });
  return places.reverse().flat();
}

function countRound<Option>(standing: readonly Option[], ballots: readonly RankedBallots<Option>[]) {
  const votes = new Map(standing.map((option) => [option, 0]));
  let exhausted = 0;
  for (const { ranking, count } of ballots) {
    const choice = ranking.find((option) => votes.has(option));
    if (choice === undefined) exhausted += count;
    else votes.set(choice, (votes.get(choice) ?? 0) + count);
  }
  return { votes, exhausted };
}

/** Empty when the count is over: a majority, nothing left to count, or a tie. */
function leaving<Option>(
  votes: ReadonlyMap<Option, number>,
  before: readonly Round<Option>[],
  named: ReadonlyMap<Option, number>,
): readonly Option[] {
  const all = [...votes.values()].reduce((sum, count) => sum + count, 0);
  const most = Math.max(0, ...votes.values());
  if (all === 0 || most * 2 > all) return [];
  const unwanted = [...votes].filter(([, count]) => count === 0).map(([option]) => option);
  if (unwanted.length > 0) return unwanted;
  const weakest = inGroups([...votes.keys()], telling(votes, before, named)).at(-1) ?? [];
  return weakest.length === votes.size ? [] : weakest;
}

/** What tells options apart, the most telling first. */
function telling<Option>(
  votes: ReadonlyMap<Option, number>,
  before: readonly Round<Option>[],
  named: ReadonlyMap<Option, number>,
) {
  return [votes, ...before.map((round) => round.votes).reverse(), named];
}

function inGroups<Option>(
  options: readonly Option[],
  keys: readonly ReadonlyMap<Option, number>[],
): Option[][] {
  const compare = (a: Option, b: Option) => {
    for (const key of keys) {
      const difference = (key.get(b) ?? 0) - (key.get(a) ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const groups: Option[][] = [];
  for (const option of [...options].sort(compare)) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group !== undefined && first !== undefined && compare(first, option) === 0) group.push(option);
    else groups.push([option]);
  }
  return groups;
}

function namedBy<Option>(options: readonly Option[], ballots: readonly RankedBallots<Option>[]) {
  const named = new Map(options.map((option) => [option, 0]));
  for (const { ranking, count } of ballots)
    for (const option of ranking) named.set(option, (named.get(option) ?? 0) + count);
  return named;
}
