// How large a picture in pixels gets: what was asked for, or what is large enough to be read; never more than a machine bears.

export const pixelsLimits = {
  sideMax: 16_384,
  /** Four bytes each while it is drawn. */
  pixelsMax: 40_000_000,
  scaleMin: 0.01,
  scaleMax: 8,
} as const;

/** Not asked for, it is as large as a sharp screen shows it, up to so many pixels a side. */
const usualScale = 2;
const usualSideMax = 6_000;
/** More of them take long to pack, and few programs like them. */
const usualPixelsMax = 16_000_000;

export interface PixelWishes {
  /** Pixels per board unit. */
  readonly scale?: number | undefined;
  /** In pixels; wins over `scale`. */
  readonly width?: number | undefined;
}

export interface TooManyPixels {
  readonly width: number;
  readonly height: number;
}

/** Pixels per board unit, or how large the picture would have become. `size`: in board units, both more than 0. */
export function pictureScale(
  { w, h }: { readonly w: number; readonly h: number },
  { scale, width }: PixelWishes,
): number | TooManyPixels {
  const { sideMax, pixelsMax, scaleMin, scaleMax } = pixelsLimits;
  const asked = width !== undefined ? width / w : scale;
  const most = Math.min(scaleMax, sideMax / Math.max(w, h), Math.sqrt(pixelsMax / (w * h)));
  if (asked === undefined) {
    return Math.min(usualScale, usualSideMax / Math.max(w, h), Math.sqrt(usualPixelsMax / (w * h)), most);
  }
  if (asked <= most) return Math.max(asked, Math.min(scaleMin, most));
  return { width: Math.ceil(w * asked), height: Math.ceil(h * asked) };
}
