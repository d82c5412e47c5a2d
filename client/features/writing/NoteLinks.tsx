// Below a selected note: its web addresses as real links, for those who have no modifier key, or do not know of it.

import { ExternalLink } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { findLinks, type Link } from '../../../shared/lettering/links.ts';
import { clamp } from '../../../shared/lib/geometry.ts';
import type { Unsubscribe } from '../../../shared/lib/signal.ts';
import type { Editor } from '../../editor/editor.ts';
import { t } from '../../text/catalogue.ts';
import type { FeatureView } from '../feature.ts';
import styles from './Writing.module.css';

const gapPx = 10;
const linksShown = 3;

interface Shown {
  readonly id: string;
  readonly links: readonly Link[];
}

export function NoteLinks({ editor }: FeatureView) {
  const place = useRef<HTMLElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    const look = () => setShown((before) => sameOr(before, linksOf(editor)));
    look();
    const stops: Unsubscribe[] = [
      editor.selection.observe(look),
      editor.scene.observe((change) => {
        const { only } = editor.selection;
        if (only !== null && (change.changed.has(only) || change.removed.has(only))) look();
      }),
      editor.toolbox.state.subscribe(look),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor]);
  useEffect(() => {
    if (shown === null) return;
    const put = () => putBelow(editor, place.current);
    put();
    const stops = [editor.camera.view.subscribe(put), editor.scene.observe(put)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor, shown]);
  if (shown === null) return null;
  return (
    <nav ref={place} className={styles.links} aria-label={t('writing.links')}>
      {shown.links.map(({ href, start }) => (
        <a key={start} href={href} target="_blank" rel="noopener noreferrer" className={styles.link}>
          <ExternalLink size={14} aria-hidden="true" />
          <span dir="ltr" title={t('writing.openLink', { address: href })}>
            {shortened(href)}
          </span>
        </a>
      ))}
    </nav>
  );
}

function linksOf(editor: Editor): Shown | null {
  const { tool, name } = editor.toolbox.state.get();
  const id = editor.selection.only;
  const item = id === null ? undefined : editor.scene.get(id)?.item;
  if (id === null || item?.kind !== 'note' || tool !== 'select' || name !== 'idle') return null;
  const links = findLinks(item.text).slice(0, linksShown);
  return links.length === 0 ? null : { id, links };
}

function sameOr(before: Shown | null, now: Shown | null): Shown | null {
  const key = (shown: Shown | null) =>
    shown && `${shown.id} ${shown.links.map(({ href }) => href).join(' ')}`;
  return key(before) === key(now) ? before : now;
}

function shortened(href: string): string {
  const { hostname, pathname } = new URL(href);
  const whole = `${hostname.replace(/^www\./, '')}${pathname === '/' ? '' : pathname}`;
  return whole.length > 36 ? `${whole.slice(0, 35)}…` : whole;
}

function putBelow(editor: Editor, place: HTMLElement | null): void {
  const { only } = editor.selection;
  const box = only === null ? undefined : editor.scene.get(only)?.box;
  if (place === null || box === undefined) return;
  const on = editor.camera.boxToScreen(box);
  const { w, h } = editor.camera.viewport.get();
  const x = clamp(on.x + on.w / 2 - place.offsetWidth / 2, 8, Math.max(8, w - place.offsetWidth - 8));
  place.style.transform = `translate(${Math.round(x)}px, ${Math.round(on.y + on.h + gapPx)}px)`;
  place.style.visibility = on.y > h || on.y + on.h < 0 || on.x > w || on.x + on.w < 0 ? 'hidden' : '';
}
