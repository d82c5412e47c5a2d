// The tokens of tokens.css as plain values for a canvas, which knows no custom properties. Reads them; decides nothing.

import { type Colour, colours } from '../../shared/items/colour.ts';
import type { Unsubscribe } from '../../shared/lib/signal.ts';

export interface NotePaint {
  readonly fill: string;
  readonly band: string;
  /** Between band and fill, so that the band ends softly. */
  readonly bandEdge: string;
  readonly ink: string;
  /** Stands for a line of text that is too small to read. */
  readonly bar: string;
}

export interface ClusterPaint {
  readonly fill: string;
  readonly line: string;
  readonly ink: string;
}

export interface PersonPaint {
  readonly fill: string;
  readonly text: string;
}

export interface CanvasTheme {
  readonly canvas: string;
  readonly gridDot: string;
  readonly surface: string;
  readonly text: string;
  readonly textSoft: string;
  readonly line: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly accentText: string;
  /** What people point with. */
  readonly light: string;
  readonly shadow: string;
  readonly shadowSoft: string;
  /** Font families, ready to follow a size. */
  readonly noteFont: string;
  readonly uiFont: string;
  readonly notes: Readonly<Record<Colour, NotePaint>>;
  readonly clusters: Readonly<Record<Colour, ClusterPaint>>;
  /** Twelve, by a person's colour index. */
  readonly people: readonly PersonPaint[];
}

export const peopleColours = 12;

/** `colour` and `text` give the value of a custom property: a resolved `rgb(...)`, and the text as written. */
export function canvasThemeFrom(
  colour: (token: string) => string,
  text: (token: string) => string,
): CanvasTheme {
  return {
    canvas: colour('--surface-canvas'),
    gridDot: colour('--grid-dot'),
    surface: colour('--surface'),
    text: colour('--text'),
    textSoft: colour('--text-soft'),
    line: colour('--line'),
    accent: colour('--accent'),
    accentSoft: colour('--accent-soft'),
    accentText: colour('--accent-text'),
    light: colour('--light'),
    shadow: colour('--paper-shadow'),
    shadowSoft: colour('--paper-shadow-soft'),
    noteFont: text('--font-note'),
    uiFont: text('--font-ui'),
    notes: byColour((name) => notePaint(name, colour)),
    clusters: byColour((name) => ({
      fill: colour(`--cluster-${name}`),
      line: colour(`--cluster-${name}-line`),
      ink: colour(`--cluster-${name}-ink`),
    })),
    people: Array.from({ length: peopleColours }, (_, index) => ({
      fill: colour(`--person-${index}`),
      text: colour(`--person-${index}-text`),
    })),
  };
}

/** Reads the tokens as they apply to `host`. Forces a style calculation: call it when the theme changed, not while drawing. */
export function readCanvasTheme(host: HTMLElement): CanvasTheme {
  const probe = host.ownerDocument.createElement('span');
  probe.style.display = 'none';
  host.append(probe);
  const style = getComputedStyle(probe);
  try {
    return canvasThemeFrom(
      (token) => {
        // Only a real property resolves light-dark(); the custom property itself would come back as written.
        probe.style.color = `var(${token})`;
        return style.color;
      },
      (token) => style.getPropertyValue(token).trim(),
    );
  } finally {
    probe.remove();
  }
}

/** Tells when the colours may have changed: the system's theme, or `data-theme` on the root element. */
export function observeTheme(listener: () => void): Unsubscribe {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', listener);
  const root = new MutationObserver(listener);
  root.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'class', 'style'],
  });
  return () => {
    dark.removeEventListener('change', listener);
    root.disconnect();
  };
}

/** A colour between two `rgb(...)` values; `share` 0 gives the first. Anything it cannot read gives the second. */
export function mix(from: string, to: string, share: number): string {
  const a = channels(from);
  const b = channels(to);
  if (a === null || b === null) return to;
  const mixed = a.map((value, index) => Math.round(value + ((b[index] ?? value) - value) * share));
  return `rgb(${mixed.join(', ')})`;
}

function notePaint(name: Colour, colour: (token: string) => string): NotePaint {
  const fill = colour(`--note-${name}`);
  const band = colour(`--note-${name}-band`);
  const ink = colour(`--note-${name}-ink`);
  return { fill, band, bandEdge: mix(fill, band, 0.5), ink, bar: mix(fill, ink, 0.3) };
}

function channels(colour: string): number[] | null {
  const numbers = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour)?.slice(1).map(Number);
  return numbers ?? null;
}

function byColour<Paint>(paint: (name: Colour) => Paint): Record<Colour, Paint> {
  return Object.fromEntries(colours.map((name) => [name, paint(name)])) as Record<Colour, Paint>;
}
