// A 2D context that writes down what is drawn instead of drawing it, and a theme and a typeface to go with it. Texts come
// back as they were written; rectangles of one colour can be asked for in device pixels.

import { NoteTexts } from '../../client/canvas/noteTexts.ts';
import type { Look } from '../../client/canvas/paintItems.ts';
import { type CanvasTheme, canvasThemeFrom } from '../../client/theme/canvasTheme.ts';
import { type Measure, WordWidths } from '../../shared/lettering/wordWidths.ts';
import type { Box } from '../../shared/lib/geometry.ts';

export class FakeContext {
  /** Every text drawn since the last `take`. */
  texts: string[] = [];
  /** Clips set since the last `take`, in device pixels. */
  clips: Box[] = [];
  fills: { colour: string; box: Box }[] = [];
  /** How far the old picture was shifted. */
  shifts: { x: number; y: number }[] = [];
  fillStyle = '';
  strokeStyle = '';
  lineWidth = 1;
  globalAlpha = 1;
  globalCompositeOperation = 'source-over';
  font = '';
  textAlign = 'start';
  textBaseline = 'alphabetic';
  textRendering = 'auto';
  direction = 'ltr';
  readonly canvas = {};
  private scale = 1;
  private origin = { x: 0, y: 0 };
  private path: Box | null = null;

  /** As the type that painters want. */
  get asContext(): CanvasRenderingContext2D {
    return this as unknown as CanvasRenderingContext2D;
  }

  /** What was drawn since the last time. */
  take(): { texts: string[]; clips: Box[]; shifts: { x: number; y: number }[] } {
    const { texts, clips, shifts } = this;
    Object.assign(this, { texts: [], clips: [], shifts: [], fills: [] });
    return { texts: [...texts].sort(), clips, shifts };
  }

  setTransform(a: number, _b: number, _c: number, _d: number, e: number, f: number): void {
    this.scale = a;
    this.origin = { x: e, y: f };
  }

  fillRect(x: number, y: number, w: number, h: number): void {
    this.fills.push({ colour: this.fillStyle, box: this.device(x, y, w, h) });
  }

  fillText(text: string): void {
    this.texts.push(text);
  }

  rect(x: number, y: number, w: number, h: number): void {
    this.path = this.device(x, y, w, h);
  }

  roundRect(x: number, y: number, w: number, h: number, radii: number | readonly number[] = 0): void {
    for (const radius of typeof radii === 'number' ? [radii] : radii)
      if (radius < 0) throw new RangeError(`Radius value ${radius} is negative.`);
    this.rect(x, y, w, h);
  }

  fill(): void {
    if (this.path) this.fills.push({ colour: this.fillStyle, box: this.path });
  }

  clip(): void {
    if (this.path) this.clips.push(this.path);
  }

  drawImage(_image: unknown, x: number, y: number): void {
    this.shifts.push({ x, y });
  }

  measureText(text: string): { width: number } {
    return { width: text.length * 6 };
  }

  save(): void {}
  restore(): void {}
  beginPath(): void {}
  stroke(): void {}
  moveTo(): void {}
  lineTo(): void {}
  arc(): void {}
  strokeRect(): void {}
  setLineDash(): void {}

  private device(x: number, y: number, w: number, h: number): Box {
    return {
      x: x * this.scale + this.origin.x,
      y: y * this.scale + this.origin.y,
      w: w * this.scale,
      h: h * this.scale,
    };
  }
}

/** Every character half as wide as it is high, joined emoji like one letter. */
export const halfEm: Measure = (text) => [...new Intl.Segmenter().segment(text)].length * 0.5;

/** Colours are the names of their tokens. */
export const tokenTheme: CanvasTheme = canvasThemeFrom(
  (token) => token,
  (token) => token,
);

export function plainLook(measure: Measure = halfEm): Look {
  const metrics = { ascent: 0.8, descent: 0.2 };
  return {
    theme: tokenTheme,
    texts: new NoteTexts({ measure, metrics }),
    titles: { widths: new WordWidths(measure), metrics },
    labels: { untitled: 'Untitled', unreadable: 'Unreadable', notes: (count) => `${count} notes` },
  };
}
