// Reactions rising over the board, from where their people point or from the edge. Only to be seen: they are told elsewhere.

import { type CSSProperties, useRef } from 'react';
import type { FeatureView } from '../feature.ts';
import styles from './FloatLayer.module.css';
import type { Float } from './floats.ts';

interface FloatLayerProps {
  readonly view: FeatureView;
  readonly floats: readonly Float[];
}

export default function FloatLayer({ view, floats }: FloatLayerProps) {
  const places = useRef(new Map<number, CSSProperties>());
  const placeOf = (float: Float): CSSProperties => {
    // Where it began it rises, whatever the view does meanwhile.
    const place = places.current.get(float.key) ?? placed(view, float);
    places.current.set(float.key, place);
    return place;
  };
  return (
    <div className={styles.layer} aria-hidden="true">
      {floats.map((float) => (
        <div key={float.key} className={styles.float} style={placeOf(float)}>
          <span className={styles.sign}>{float.emoji}</span>
          {float.person !== null && (
            <span className={styles.name} dir="auto">
              {float.person.name}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}

function placed({ editor }: FeatureView, { at, key, person }: Float): CSSProperties {
  const { w, h } = editor.camera.viewport.get();
  const on = at === null ? null : editor.camera.toScreen(at);
  const isInView = on !== null && on.x > 0 && on.x < w && on.y > 60 && on.y < h;
  // Of those from the edge no two rise in one line; the number only has to scatter.
  const spread = ((key * 47) % 100) / 100;
  const wide = Math.min(w * 0.6, 420);
  const edge = {
    x: person === null && at === null ? w / 2 + (spread - 0.5) * wide : w - 70 - spread * 110,
    y: h - 130,
  };
  const { x, y } = isInView ? on : edge;
  const style: Record<string, string | number> = { left: x, top: y, '--sway': `${(spread - 0.5) * 36}px` };
  if (person !== null) {
    style['--who'] = `var(--person-${person.colour})`;
    style['--who-text'] = `var(--person-${person.colour}-text)`;
  }
  return style as CSSProperties;
}
