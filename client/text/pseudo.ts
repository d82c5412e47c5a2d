// A language nobody speaks, made of the English texts: accented, longer by two fifths and written from right to left. What
// stays plain English with it never went through the catalogue, what is cut off would be cut off in some real language.

/** What compiling makes of a message: text, and placeholders as `[name, kind?, cases?]`. */
type Piece = string | readonly [name: string, kind?: string, cases?: Readonly<Record<string, Message>>];
type Message = string | readonly Piece[];

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = [...'åƀçðéƒĝĥîĵķļɱñöþɋŕšŧûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŦÛṼŴẊÝŽ'];
const rightToLeft = '\u202e';
const endOfDirection = '\u202c';

/** The same texts in the made-up language, in the form they came in: compiled messages, or text for the compiler. */
export async function pseudoTexts(
  texts: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, string>>> {
  const compile = await compiler();
  const entries = Object.entries(texts).map(([id, text]) => [id, pretend(compile(text))]);
  return Object.fromEntries(entries);
}

/** Builds bring their messages compiled; in development and in tests they are still text. */
async function compiler(): Promise<(text: unknown) => Message> {
  if (import.meta.env.PROD) return (text) => text as Message;
  const { compileMessage } = await import('@lingui/message-utils/compileMessage');
  return (text) => compileMessage(String(text)) as Message;
}

function pretend(message: Message): Message {
  if (typeof message === 'string') return pretendText(message);
  return message.map((piece) => {
    if (typeof piece === 'string') return piece === '#' ? piece : pretendText(piece);
    const [name, kind, cases] = piece;
    if (kind === undefined) return [name];
    if (cases === undefined || typeof cases !== 'object') return piece;
    const pretended = Object.entries(cases).map(([key, one]) => [
      key,
      typeof one === 'string' || Array.isArray(one) ? pretend(one) : one,
    ]);
    return [name, kind, Object.fromEntries(pretended)];
  });
}

/** Marks of structure (`<c>`), and spaces at the ends, stay as they are. */
function pretendText(text: string): string {
  return text
    .split(/(<[^>]*>)/)
    .map((part) => (part.startsWith('<') ? part : part.replace(/\S(?:.*\S)?/s, pretendWords)))
    .join('');
}

/** Doubled vowels make English about two fifths longer, where words of real languages are longer: inside. */
function pretendWords(words: string): string {
  const longer = words.replace(/[aeiou]/gi, '$&$&');
  const letters = [...longer].map((letter) => accented[plain.indexOf(letter)] ?? letter).join('');
  return `${rightToLeft}${letters}${endOfDirection}`;
}
