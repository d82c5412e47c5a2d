// The few words of the summary that nobody on the board wrote, in each language it can be asked for in.

import type { Role } from '../board/roles.ts';

interface SummaryWords {
  readonly date: string;
  readonly ideas: string;
  readonly clusters: string;
  readonly participants: string;
  readonly untitledBoard: string;
  readonly untitledCluster: string;
  readonly outside: string;
  readonly parked: string;
  readonly wins: string;
  readonly emptyNote: string;
  readonly emptyBoard: string;
  readonly roles: Readonly<Record<Role, string>>;
}

export const summaryWords = {
  en: {
    date: 'Date',
    ideas: 'Ideas',
    clusters: 'Clusters',
    participants: 'Participants',
    untitledBoard: 'Untitled board',
    untitledCluster: 'Untitled cluster',
    outside: 'Outside any cluster',
    parked: 'Parked',
    wins: 'Wins',
    emptyNote: '(empty)',
    emptyBoard: 'Nothing is on this board yet.',
    roles: { facilitator: 'facilitator', editor: 'editor', commenter: 'commenter', viewer: 'viewer' },
  },
  de: {
    date: 'Datum',
    ideas: 'Ideen',
    clusters: 'Cluster',
    participants: 'Teilnehmende',
    untitledBoard: 'Board ohne Namen',
    untitledCluster: 'Cluster ohne Titel',
    outside: 'In keinem Cluster',
    parked: 'Geparkt',
    wins: 'Erfolge',
    emptyNote: '(leer)',
    emptyBoard: 'Auf diesem Board ist noch nichts.',
    roles: {
      facilitator: 'moderiert',
      editor: 'schreibt mit',
      commenter: 'kommentiert',
      viewer: 'sieht zu',
    },
  },
} as const satisfies Readonly<Record<string, SummaryWords>>;

export type SummaryLanguage = keyof typeof summaryWords;

/**
 * The first wish that can be met, English when none can.
 * @param asked `?lang=`, which wins.
 * @param accepted `Accept-Language` as HTTP has it.
 */
export function summaryLanguage(asked: unknown, accepted: string | undefined): SummaryLanguage {
  const wishes = [typeof asked === 'string' ? asked : '', ...preferred(accepted ?? '')];
  for (const wish of wishes) {
    const primary = wish.slice(0, 35).toLowerCase().split('-')[0] ?? '';
    if (Object.hasOwn(summaryWords, primary)) return primary as SummaryLanguage;
  }
  return 'en';
}

const wishesMax = 20;

function preferred(header: string): string[] {
  const wishes = header
    .slice(0, 1_000)
    .split(',', wishesMax)
    .map((part) => {
      const [tag = '', ...rest] = part.split(';').map((piece) => piece.trim());
      const weight = rest.find((piece) => piece.startsWith('q='));
      return { tag, weight: weight === undefined ? 1 : Number(weight.slice(2)) };
    });
  // What weighs nothing is not wanted.
  return wishes
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
