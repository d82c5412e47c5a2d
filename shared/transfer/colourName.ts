// Colours as other tools write them, to the nearest of ours: our own names, names other boards use, and hex values.

import { type Colour, isColour } from '../items/colour.ts';

const names: Readonly<Record<string, Colour>> = {
  gray: 'grey',
  white: 'grey',
  black: 'grey',
  lightyellow: 'yellow',
  gold: 'yellow',
  amber: 'orange',
  red: 'pink',
  lightpink: 'pink',
  lightred: 'pink',
  lightviolet: 'purple',
  magenta: 'pink',
  rose: 'pink',
  violet: 'purple',
  lavender: 'purple',
  indigo: 'purple',
  lightblue: 'blue',
  darkblue: 'blue',
  cyan: 'teal',
  turquoise: 'teal',
  lightgreen: 'green',
  darkgreen: 'green',
  lime: 'green',
  gelb: 'yellow',
  rosa: 'pink',
  rot: 'pink',
  lila: 'purple',
  violett: 'purple',
  blau: 'blue',
  grün: 'green',
  grau: 'grey',
  jaune: 'yellow',
  bleu: 'blue',
  vert: 'green',
  gris: 'grey',
  amarillo: 'yellow',
  azul: 'blue',
  verde: 'green',
};

/** Where each hue ends, in degrees. */
const hues: readonly (readonly [number, Colour])[] = [
  [12, 'pink'],
  [42, 'orange'],
  [68, 'yellow'],
  [158, 'green'],
  [195, 'teal'],
  [250, 'blue'],
  [295, 'purple'],
  [361, 'pink'],
];

/** undefined when it is no colour we can place. */
export function colourNamed(written: string): Colour | undefined {
  const plain = written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');
  if (isColour(plain)) return plain;
  return Object.hasOwn(names, plain) ? names[plain] : nearest(asHex(plain));
}

/** `rgb(252,242,129)` as hex; anything else as it is. */
function asHex(plain: string): string {
  const parts = /^rgba?\((\d{1,3}),(\d{1,3}),(\d{1,3})(?:,[\d.%]{1,8})?\)$/.exec(plain)?.slice(1, 4);
  if (!parts) return plain;
  return parts.map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0')).join('');
}

function nearest(hex: string): Colour | undefined {
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})(?:[0-9a-f]{2})?$/.exec(hex)?.[1];
  if (digits === undefined) return undefined;
  const full = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits;
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16));
  const most = Math.max(r, g, b);
  const spread = most - Math.min(r, g, b);
  if (spread < 16) return 'grey';
  const sixth = most === r ? (g - b) / spread : most === g ? 2 + (b - r) / spread : 4 + (r - g) / spread;
  const hue = (sixth * 60 + 360) % 360;
  return hues.find(([end]) => hue < end)?.[1];
}
