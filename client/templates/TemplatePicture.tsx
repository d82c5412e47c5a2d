// A template as it will look on the wall, small: drawn from its layout, in the theme that is on.

import { boundsOf, type Piece } from '../../shared/features/templates/template.ts';
import { inflated } from '../../shared/lib/geometry.ts';
import styles from './templates.module.css';

interface TemplatePictureProps {
  readonly layout: readonly Piece[];
  /** Large enough to read the titles of clusters. */
  readonly large?: boolean;
}

const shape = 16 / 10;

export function TemplatePicture({ layout, large = false }: TemplatePictureProps) {
  const { x, y, w, h } = frameOf(layout);
  return (
    <svg className={styles.picture} viewBox={`${x} ${y} ${w} ${h}`} aria-hidden="true">
      {layout.map((piece) =>
        piece.kind === 'cluster' ? (
          <ClusterPicture key={piece.id} piece={piece} unit={w / (large ? 460 : 250)} titled={large} />
        ) : (
          <NotePicture key={piece.id} piece={piece} />
        ),
      )}
    </svg>
  );
}

function ClusterPicture({ piece, unit, titled }: { piece: Piece; unit: number; titled: boolean }) {
  const { x, y, w, h, colour, text } = piece;
  // As the wall does it: what is too small to read grows, and is cut where its cluster ends.
  const size = Math.max(26, unit * 10.5);
  const letters = Math.floor((w - 48) / (size * 0.56));
  const shown = text.length > letters ? `${text.slice(0, Math.max(1, letters - 1)).trimEnd()}…` : text;
  return (
    <>
      <rect
        {...{ x, y, width: w, height: h }}
        rx={22}
        style={{ fill: `var(--cluster-${colour})`, stroke: `var(--cluster-${colour}-line)` }}
        strokeWidth={unit}
      />
      {titled ? (
        <text
          x={x + 24}
          y={y + 28 + size * 0.34}
          fontSize={size}
          style={{ fill: `var(--cluster-${colour}-ink)` }}
        >
          {shown}
        </text>
      ) : (
        text !== '' && (
          <rect
            x={x + 24}
            y={y + 22}
            width={Math.min(w - 48, 40 + text.length * 11)}
            height={18}
            rx={9}
            style={{ fill: `var(--cluster-${colour}-ink)`, opacity: 0.55 }}
          />
        )
      )}
    </>
  );
}

/** Bars where the lines are. */
function NotePicture({ piece }: { piece: Piece }) {
  const { colour, text } = piece;
  // Seen this small, notes side by side would look like one.
  const { x, y, w, h } = inflated(piece, -5);
  const perLine = w / 14;
  const lines = Math.min(4, Math.ceil(text.trim().length / perLine));
  const step = Math.min(h / 6, 34);
  const top = y + h / 2 - ((lines - 0.5) * step) / 2 + 6;
  return (
    <>
      <rect x={x + 2} y={y + 6} width={w} height={h} style={{ fill: 'var(--shadow-colour)' }} />
      <rect {...{ x, y, width: w, height: h }} style={{ fill: `var(--note-${colour})` }} />
      <rect x={x} y={y} width={w} height={22} style={{ fill: `var(--note-${colour}-band)` }} />
      {Array.from({ length: lines }, (_, line) => {
        const isLast = line === lines - 1 && lines > 1;
        const width = (w - 56) * (isLast ? 0.5 : lines === 1 ? Math.min(1, text.length / perLine) : 0.92);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name.
            key={line}
            x={x + (w - width) / 2}
            y={top + line * step}
            width={width}
            height={step / 2}
            rx={step / 4}
            style={{ fill: `var(--note-${colour}-ink)`, opacity: 0.38 }}
          />
        );
      })}
    </>
  );
}

/** Everything with a margin, in the proportions of a picture. */
function frameOf(layout: readonly Piece[]) {
  const all = boundsOf(layout);
  const { x, y, w, h } = inflated(all, Math.max(60, Math.max(all.w, all.h) * 0.05));
  const width = Math.max(w, h * shape, 1000);
  const height = width / shape;
  return { x: x - (width - w) / 2, y: y - (height - h) / 2, w: width, h: height };
}
