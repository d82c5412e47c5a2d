// Emoji with their English and German names, and which of them somebody means. The names come from our own server, and only
// once somebody asks for one. Knows no field and no screen.

import germanUrl from 'emojibase-data/de/compact.json?url';
import englishUrl from 'emojibase-data/en/compact.json?url';
import * as v from 'valibot';

export interface Emoji {
  readonly sign: string;
  /** In the language of the reader. */
  readonly name: string;
  /** Names and words in both languages, in small letters without accents. */
  readonly words: readonly string[];
}

const entrySchema = v.object({
  hexcode: v.string(),
  unicode: v.string(),
  label: v.string(),
  group: v.optional(v.number()),
  order: v.optional(v.number()),
  tags: v.optional(v.array(v.string())),
});
type Entry = v.InferOutput<typeof entrySchema>;

const shownMax = 32;
/** Parts of other emoji, like skin tones. */
const componentGroup = 2;
const usual = [...'👍❤🎉💡✅❓⭐🔥🚀👀🙏😀😂🤔👏💪🙌😍😮😢⚠⏰📌📣💬🎯🏆🌱🌻☕🍕🐛'];

const usualSigns = new Set(usual.map(bare));

let names: Promise<readonly Emoji[]> | null = null;

/** @throws when they cannot be fetched; the next call tries again. */
export function emojiNames(language: string): Promise<readonly Emoji[]> {
  names ??= Promise.all([fetchEntries(englishUrl), fetchEntries(germanUrl)])
    .then(([english, german]) => mergeNames(english, german, language))
    .catch((error: unknown) => {
      names = null;
      throw error;
    });
  return names;
}

export function mergeNames(
  english: readonly Entry[],
  german: readonly Entry[],
  language: string,
): readonly Emoji[] {
  const inGerman = new Map(german.map((entry) => [entry.hexcode, entry]));
  return english
    .filter(({ group }) => group !== undefined && group !== componentGroup)
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map((entry) => {
      const other = inGerman.get(entry.hexcode);
      const words = [entry.label, other?.label ?? '', ...(entry.tags ?? []), ...(other?.tags ?? [])];
      return {
        sign: entry.unicode,
        name: language === 'de' ? (other?.label ?? entry.label) : entry.label,
        words: [...new Set(words.map(plain).filter((word) => word !== ''))],
      };
    });
}

/** The best first; the usual ones for an empty query. */
export function findEmoji(all: readonly Emoji[], query: string): readonly Emoji[] {
  const wanted = plain(query.replaceAll('_', ' '));
  if (wanted === '') {
    const bySign = new Map(all.map((emoji) => [bare(emoji.sign), emoji]));
    return usual.flatMap((sign) => bySign.get(bare(sign)) ?? []).slice(0, shownMax);
  }
  return all
    .map((emoji, index) => ({ emoji, index, rank: rankOf(emoji, wanted) }))
    .filter(({ rank }) => rank < 9)
    .sort(
      (a, b) => a.rank - b.rank || Number(isUsual(b.emoji)) - Number(isUsual(a.emoji)) || a.index - b.index,
    )
    .slice(0, shownMax)
    .map(({ emoji }) => emoji);
}

function isUsual({ sign }: Emoji): boolean {
  return usualSigns.has(bare(sign));
}

function rankOf({ words }: Emoji, wanted: string): number {
  let best = 9;
  for (const [index, word] of words.entries()) {
    // The first two are names, the others only describe.
    const late = index < 2 ? 0 : 1;
    if (word === wanted) return late;
    if (word.startsWith(wanted)) best = Math.min(best, 2 + late);
    else if (word.includes(` ${wanted}`)) best = Math.min(best, 4 + late);
    else if (wanted.length > 2 && word.includes(wanted)) best = Math.min(best, 6 + late);
  }
  return best;
}

async function fetchEntries(url: string): Promise<readonly Entry[]> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`names of emoji: ${answer.status}`);
  return v.parse(v.array(entrySchema), await answer.json());
}

function plain(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').trim();
}

/** Without the sign that asks for the coloured form. */
function bare(sign: string): string {
  return sign.replace('\u{fe0f}', '');
}
