// A document as any format can write it down: headings, paragraphs, lists, ranked results, a chart. Texts are plain and
// complete; whoever writes a format escapes them.

/** A piece of text. `said` by people on the board, so that its direction and its signs are its own; all else is the product's. */
export interface Span {
  readonly text: string;
  readonly said: boolean;
  readonly look?: 'strong' | 'soft';
}

export type Line = readonly Span[];

export interface ListItem {
  readonly line: Line;
  /** Of less weight, after it. Left out where a format tells ideas and nothing else. */
  readonly aside?: Line;
  readonly inner?: readonly ListItem[];
}

export interface RankedRow {
  /** `1.`, or `=2.` for a tie. */
  readonly rank: string;
  readonly isFirst: boolean;
  readonly line: Line;
  readonly figure: string;
  /** How long its bar is, 0 to 1. */
  readonly share: number;
  readonly detail: string;
}

export interface ChartPoint {
  readonly label: string;
  readonly name: string;
  /** 0 to 1 from the left and from the bottom. */
  readonly at: readonly [number, number];
  readonly spread: readonly [number, number];
}

/** Says nothing that the document does not say in words. */
export interface PictureBlock {
  readonly kind: 'picture';
  readonly title: string;
  /** For whoever does not see it. */
  readonly about: string;
  readonly w: number;
  readonly h: number;
  /** The drawing itself as an address of its own (`data:`), made when it is first asked for. */
  readonly address: () => string;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly line: Line }
  /** `lead` stands out, `soft` stands back, `prompt` is what a template asks. */
  | { readonly kind: 'text'; readonly line: Line; readonly look?: 'lead' | 'soft' | 'prompt' }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly name: string; readonly line: Line }[] }
  | { readonly kind: 'list'; readonly items: readonly ListItem[]; readonly look?: 'ideas' }
  | { readonly kind: 'ranking'; readonly rows: readonly RankedRow[] }
  | {
      readonly kind: 'chart';
      readonly name: string;
      readonly x: string;
      readonly y: string;
      readonly points: readonly ChartPoint[];
    }
  | PictureBlock
  /** Between the digest and all the rest. */
  | { readonly kind: 'turn' };

export function own(text: string, look?: Span['look']): Span {
  return { text, said: false, ...(look && { look }) };
}

export function said(text: string, look?: Span['look']): Span {
  return { text, said: true, ...(look && { look }) };
}

const shortCharsMax = 160;

/** On one line and no longer than a glance: where an idea is only spoken of. */
export function shortened(text: string, charsMax = shortCharsMax): string {
  const line = text.trim().replace(/\s+/gu, ' ');
  const signs = [...line];
  return signs.length <= charsMax
    ? line
    : `${signs
        .slice(0, charsMax - 1)
        .join('')
        .trimEnd()}…`;
}
