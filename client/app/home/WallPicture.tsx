// A wall as it may look after ten minutes: notes by several hands, some of them gathered. Decoration, without words.

import type { Colour } from '../../../shared/items/colour.ts';
import styles from './HomePage.module.css';

interface Paper {
  readonly x: number;
  readonly y: number;
  readonly colour: Colour;
  readonly turn: number;
  /** How long its lines are, in units of the picture. */
  readonly lines: readonly number[];
}

const loose: readonly Paper[] = [
  { x: 40, y: 44, colour: 'yellow', turn: -3, lines: [46, 30] },
  { x: 126, y: 24, colour: 'pink', turn: 2, lines: [40, 48, 22] },
  { x: 66, y: 150, colour: 'green', turn: 1.5, lines: [38] },
  { x: 362, y: 262, colour: 'orange', turn: -2, lines: [46, 26] },
  { x: 56, y: 268, colour: 'purple', turn: 3, lines: [34, 44] },
];
const gathered: readonly Paper[] = [
  { x: 222, y: 128, colour: 'blue', turn: -1, lines: [44, 28] },
  { x: 312, y: 120, colour: 'teal', turn: 1.5, lines: [36] },
  { x: 262, y: 212, colour: 'yellow', turn: 1, lines: [46, 40, 18] },
];

export function WallPicture() {
  return (
    <svg className={styles.illustration} viewBox="0 0 480 370" aria-hidden="true">
      <rect className={styles.field} x="200" y="84" width="214" height="222" rx="16" />
      <rect className={styles.fieldTitle} x="220" y="100" width="92" height="10" rx="5" />
      {[...loose, ...gathered].map((paper) => (
        <Note key={`${paper.x} ${paper.y}`} {...paper} />
      ))}
      <Hand x={350} y={196} person={4} />
      <Hand x={142} y={226} person={1} />
    </svg>
  );
}

function Note({ x, y, colour, turn, lines }: Paper) {
  const top = y + 42 - lines.length * 7;
  return (
    <g transform={`rotate(${turn} ${x + 38} ${y + 38})`}>
      <rect className={styles.shade} x={x + 1} y={y + 4} width="76" height="76" />
      <rect x={x} y={y} width="76" height="76" style={{ fill: `var(--note-${colour})` }} />
      <rect x={x} y={y} width="76" height="11" style={{ fill: `var(--note-${colour}-band)` }} />
      {lines.map((width, index) => (
        <rect
          key={`${width}`}
          className={styles.line}
          x={x + 38 - width / 2}
          y={top + index * 14}
          width={width}
          height="6"
          rx="3"
          style={{ fill: `var(--note-${colour}-ink)` }}
        />
      ))}
    </g>
  );
}

function Hand({ x, y, person }: { readonly x: number; readonly y: number; readonly person: number }) {
  return (
    <g style={{ fill: `var(--person-${person})` }}>
      <path className={styles.arrowhead} d={`M${x} ${y}l4 21 6-8 10-1z`} />
      <rect x={x + 16} y={y + 20} width="44" height="16" rx="8" />
    </g>
  );
}
