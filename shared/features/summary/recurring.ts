// Which words come back in many ideas: what a wall is about, as long as nobody has grouped it or voted. Counts ideas, not
// mentions, and guesses at no meaning.

export interface Recurring {
  /** As most ideas write it. */
  readonly word: string;
  /** How many ideas have it. */
  readonly ideas: number;
}

/** Below it nobody needs help to see what is there. */
const ideasMin = 20;
const wordsMax = 12;
const lettersMin = 4;

/** Words that carry a sentence and no subject, in the languages of the product; shorter ones are left out anyway. */
const carrying = new Set(
  `able about after again along also although always among around because become been before being best better between both cannot
  continue could currently does doing done down during each either else even ever every everyone feel find first from full
  getting give going good great have having help here hope however into itself just keep kind know less like local long look
  made make making many maybe might more most much must need needs never nice only other others over people place places
  please possible rather really same should since some something still such sure take than that their them themselves then
  there these they thing things think this those though through time together under until upon used using very want wants well
  were what when where whether which while will with within without work would years your
  aber alle allem allen aller alles also andere anderen auch auf beim bereits besser damit dann darf dass dazu deine denen
  denn deren deshalb dessen dich dies diese diesem diesen dieser dieses doch dort durch dürfen eben eine einem einen einer eines
  einfach etwas euch falls ganz gegen geht gibt gute guten hatte haben hier hinter ihnen ihre ihrem ihren ihrer immer jede
  jedem jeden jeder jedes jene kann kein keine keinen keiner können könnte leute machen mehr mein meine menschen mich muss
  müssen nach nicht nichts noch nur oder ohne schon sehr sein seine seinen sich sie sind soll sollen sollte sollten sondern sonst
  über überall unser unsere unserer unter viel viele vielen weil welche wenig weniger wenn werden wieder wird wollen würde
  würden zwischen`.split(/\s+/),
);

/** What the title says already says nothing more. */
export function recurringWords(ideas: readonly { readonly text: string }[], title: string): Recurring[] {
  if (ideas.length < ideasMin) return [];
  const inTitle = new Set(title.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu));
  const found = new Map<string, { ideas: number; readonly spellings: Map<string, number> }>();
  for (const { text } of ideas) {
    const inThis = new Map<string, string>();
    for (const [spelling] of text.matchAll(/\p{L}[\p{L}\p{M}]*/gu))
      inThis.set(spelling.toLowerCase(), spelling);
    for (const [word, spelling] of inThis) {
      if (word.length < lettersMin || carrying.has(word) || inTitle.has(word)) continue;
      const one = found.get(word) ?? { ideas: 0, spellings: new Map<string, number>() };
      one.ideas++;
      one.spellings.set(spelling, (one.spellings.get(spelling) ?? 0) + 1);
      found.set(word, one);
    }
  }
  const least = Math.max(3, Math.ceil(ideas.length / 50));
  return [...found]
    .filter(([, one]) => one.ideas >= least)
    .sort(([a, x], [b, y]) => y.ideas - x.ideas || (a < b ? -1 : 1))
    .slice(0, wordsMax)
    .map(([word, one]) => ({ word: mostUsed(one.spellings) ?? word, ideas: one.ideas }));
}

function mostUsed(spellings: ReadonlyMap<string, number>): string | undefined {
  return [...spellings].sort(([a, x], [b, y]) => y - x || (a > b ? -1 : 1))[0]?.[0];
}
