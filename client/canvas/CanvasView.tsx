// The canvas in the page: mounts the stage and its two layers once and hands them to a Drawing. React draws nothing here.

import type { Context } from 'konva/lib/Context.js';
import Konva from 'konva/lib/Core.js';
import type { Layer as KonvaLayer } from 'konva/lib/Layer.js';
import {
  memo,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Layer, Shape, Stage } from 'react-konva/lib/ReactKonvaCore.js';
import type { Vec } from '../../shared/lib/geometry.ts';
import type { Editor } from '../editor/editor.ts';
import { t } from '../text/catalogue.ts';
import styles from './canvas.module.css';
import { isInField, listenToHands, menuAskedBy } from './canvasEvents.ts';
import { Drawing } from './drawing.ts';
import { listenToLinks } from './linkPresses.ts';
import { TextEditor } from './TextEditor.tsx';

// The painter says when something is drawn; Konva's own guesses would draw everything twice.
Konva.autoDrawEnabled = false;

export interface CanvasViewProps {
  readonly editor: Editor;
  /** Asked for a menu: by the second mouse button in pixels from the canvas' top left corner, by the menu key with null. */
  readonly onMenu?: (at: Vec | null) => void;
}

export function CanvasView({ editor, onMenu }: CanvasViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const cursors = useRef<HTMLDivElement>(null);
  const rest = useRef<KonvaLayer>(null);
  const live = useRef<KonvaLayer>(null);
  const instructions = useId();
  const area = useArea(host);
  const drawing = useDrawing(editor, { host, cursors, rest, live });
  const current = useRef<Drawing | null>(null);
  current.current = drawing;
  const paintRest = useCallback<Paint>((context) => current.current?.paintRest(context._context), []);
  const paintLive = useCallback<Paint>((context) => current.current?.paintLive(context._context), []);
  useCursor(host, editor);

  useLayoutEffect(() => {
    if (drawing === null || area.w === 0) return;
    editor.camera.viewport.set({ w: area.w, h: area.h });
    drawing.resize(area.ratio);
  }, [drawing, editor, area]);
  useEffect(() => {
    if (host.current === null || drawing === null) return;
    return listenToLinks(host.current, editor, () => drawing.look.get().texts);
  }, [editor, drawing]);
  useEffect(() => (host.current ? listenToHands(host.current, editor) : undefined), [editor]);

  return (
    <div
      ref={host}
      className={styles.canvas}
      role="application"
      aria-label={t('canvas.label')}
      aria-describedby={instructions}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys as a whole.
      tabIndex={0}
      // The frame is for whoever goes by keys; whoever points knows where they are.
      onPointerDown={({ currentTarget }) => currentTarget.setAttribute('data-pointed', '')}
      onKeyDown={({ currentTarget, key }) => key === 'Tab' && currentTarget.removeAttribute('data-pointed')}
      onBlur={({ currentTarget }) => currentTarget.removeAttribute('data-pointed')}
      onContextMenu={(event) => {
        // The text field keeps the browser's menu: spelling and pasting are in it.
        if (isInField(event.target)) return;
        event.preventDefault();
        const by = menuAskedBy(event.nativeEvent);
        // A finger that is held down is the tools' own: they know what it does besides.
        if (by === 'touch') return;
        const box = event.currentTarget.getBoundingClientRect();
        onMenu?.(by === 'keys' ? null : { x: event.clientX - box.left, y: event.clientY - box.top });
      }}
    >
      <p id={instructions} className={styles.instructions}>
        {t('canvas.instructions')}
      </p>
      <div className={styles.stage} aria-hidden="true">
        <Layers {...area} rest={rest} live={live} paintRest={paintRest} paintLive={paintLive} />
      </div>
      <div ref={cursors} className={styles.cursors} aria-hidden="true" />
      {drawing && <TextEditor editor={editor} drawing={drawing} />}
    </div>
  );
}

type Paint = (context: Context) => void;

interface LayersProps {
  readonly w: number;
  readonly h: number;
  readonly rest: RefObject<KonvaLayer | null>;
  readonly live: RefObject<KonvaLayer | null>;
  readonly paintRest: Paint;
  readonly paintLive: Paint;
}

/** Drawn again by React only with a new size: whatever else it is given anew, Konva answers by painting everything. */
const Layers = memo(function Layers({ w, h, rest, live, paintRest, paintLive }: LayersProps) {
  return (
    <Stage width={w} height={h} listening={false}>
      <Layer ref={rest} listening={false} clearBeforeDraw={false}>
        <Shape listening={false} perfectDrawEnabled={false} sceneFunc={paintRest} />
      </Layer>
      <Layer ref={live} listening={false}>
        <Shape listening={false} perfectDrawEnabled={false} sceneFunc={paintLive} />
      </Layer>
    </Stage>
  );
});

/** Straight to the element: it changes with every moment of every gesture. */
function useCursor(host: RefObject<HTMLElement | null>, editor: Editor): void {
  useLayoutEffect(() => {
    const show = () => {
      if (host.current)
        host.current.style.cursor = editor.pointer.panning.get() ? 'grab' : editor.cursor.get();
    };
    show();
    const stops = [editor.cursor, editor.pointer.panning].map((signal) => signal.subscribe(show));
    return () => {
      for (const stop of stops) stop();
    };
  }, [host, editor]);
}

interface Area {
  /** CSS pixels that are whole device pixels, so that nothing is scaled. */
  readonly w: number;
  readonly h: number;
  readonly ratio: number;
}

function useArea(host: RefObject<HTMLElement | null>): Area {
  const [area, setArea] = useState<Area>({ w: 0, h: 0, ratio: 1 });
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return;
    const measure = () => {
      const ratio = devicePixelRatio;
      const w = Math.floor(element.clientWidth * ratio) / ratio;
      const h = Math.floor(element.clientHeight * ratio) / ratio;
      setArea((now) => (now.w === w && now.h === h && now.ratio === ratio ? now : { w, h, ratio }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // The pixel ratio changes with the page's zoom and with the screen; both tell the window.
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [host]);
  return area;
}

interface Parts {
  readonly host: RefObject<HTMLElement | null>;
  readonly cursors: RefObject<HTMLElement | null>;
  readonly rest: RefObject<KonvaLayer | null>;
  readonly live: RefObject<KonvaLayer | null>;
}

function useDrawing(editor: Editor, { host, cursors, rest, live }: Parts): Drawing | null {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  useLayoutEffect(() => {
    if (!host.current || !cursors.current || !rest.current || !live.current) return;
    const opened = Drawing.open(editor, {
      host: host.current,
      cursors: cursors.current,
      rest: rest.current,
      live: live.current,
    });
    setDrawing(opened);
    return () => opened?.destroy();
  }, [editor, host, cursors, rest, live]);
  return drawing;
}
