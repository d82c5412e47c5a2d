// The language of what the server writes for people: the one asked for, else what their browser accepts.

import { type SummaryLanguage, summaryWords } from './summary/words.ts';

export type { SummaryLanguage };

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
