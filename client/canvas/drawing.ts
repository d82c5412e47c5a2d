// One canvas at work: owns the tick, and the parts that draw. At most one batch of painting a frame, and none when nothing
// changed. Only here and in CanvasView.tsx is Konva known.

import type { Layer } from 'konva/lib/Layer.js';
import type { Box } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import { type ReadonlySignal, Signal, type Unsubscribe } from '../../shared/lib/signal.ts';
import type { Editor } from '../editor/editor.ts';
import type { Other } from '../editor/ports.ts';
import type { SceneChange } from '../scene/scene.ts';
import { language } from '../text/catalogue.ts';
import { observeTheme } from '../theme/canvasTheme.ts';
import { Cursors } from './cursors.ts';
import { Lights, mine } from './lights.ts';
import { readLook } from './look.ts';
import { anyHold, type Nudges, nudgesOf, paintOthers } from './others.ts';
import { overlayIsEmpty, paintOverlay } from './overlay.ts';
import { Painter } from './painter.ts';
import type { Look } from './paintItems.ts';
import { Settling } from './settling.ts';

export interface Surfaces {
  readonly host: HTMLElement;
  readonly cursors: HTMLElement;
  /** What rests; painted over, never cleared. */
  readonly rest: Layer;
  /** What moves, and what lies over everything. */
  readonly live: Layer;
}

export class Drawing {
  /** Changes with the theme and with fonts that arrive. */
  readonly look: ReadonlySignal<Look>;
  private readonly lookNow: Signal<Look>;
  private readonly editor: Editor;
  private readonly surfaces: Surfaces;
  private readonly painter: Painter;
  private readonly cursors: Cursors;
  private readonly stops: Unsubscribe[];
  private readonly stillness = matchMedia('(prefers-reduced-motion: reduce)');
  private overlayIsDirty = true;
  private heldByOthers = new Set<ItemId>();
  /** Boxes of chosen items that changed, as the overlay knows them. */
  private readonly outlined = new Map<ItemId, Box>();
  private others: readonly Other[] = [];
  private nudges: Nudges = new Map();
  private readonly lights = new Lights();
  private frame: number | null = null;
  private lastTick = 0;
  private ticking = false;

  /** Null where there is nothing to draw on. */
  static open(editor: Editor, surfaces: Surfaces): Drawing | null {
    const look = readLook(surfaces.host);
    return look === null ? null : new Drawing(editor, surfaces, look);
  }

  private constructor(editor: Editor, surfaces: Surfaces, look: Look) {
    this.editor = editor;
    this.surfaces = surfaces;
    this.lookNow = new Signal(look);
    this.look = this.lookNow;
    const settling = new Settling(() => this.stillness.matches);
    this.painter = new Painter(editor, look, devicePixelRatio, () => this.request(), settling);
    this.cursors = new Cursors(surfaces.cursors, editor.presence, editor.camera, look.theme);
    const soil = () => this.soilOverlay();
    const dress = () => this.dress();
    document.fonts.addEventListener('loadingdone', dress);
    this.stops = [
      editor.selection.observe(() => {
        this.outlined.clear();
        this.soilOverlay();
      }),
      editor.camera.view.subscribe(soil),
      ...[editor.hovered, editor.brush, editor.placing, editor.editing, editor.readOnly].map((signal) =>
        signal.subscribe(soil),
      ),
      editor.scene.observe((change) => this.hearScene(change)),
      editor.presence.subscribe(() => this.hearOthers()),
      editor.hand.laser.subscribe(soil),
      editor.badges.observe(soil),
      observeTheme(dress),
      language.subscribe(dress),
      () => document.fonts.removeEventListener('loadingdone', dress),
    ];
    this.hearOthers();
  }

  /** The canvases have a new size or pixel ratio and are empty now: paints at once, so that nothing flashes. */
  resize(ratio: number): void {
    for (const layer of [this.surfaces.rest, this.surfaces.live]) {
      if (layer.getCanvas().getPixelRatio() !== ratio) layer.getCanvas().setPixelRatio(ratio);
    }
    this.painter.setRatio(ratio);
    this.painter.repaint();
    this.overlayIsDirty = true;
    this.paint();
  }

  /** Called by the layers. Outside a tick it is Konva's own idea, and the canvas may have been emptied. */
  paintRest(context: CanvasRenderingContext2D): void {
    if (!this.ticking) this.painter.repaint();
    this.painter.paintRest(context);
  }

  paintLive(context: CanvasRenderingContext2D): void {
    const view = this.painter.view();
    this.painter.paintLive(context);
    context.setTransform(1, 0, 0, 1, 0, 0);
    paintOthers(context, view, this.others, this.editor, this.look.get(), this.nudges);
    paintOverlay(context, view, this.editor, this.look.get().theme, (id) => this.painter.shown(id));
    this.lights.paint(context, view, this.lastTick, this.stillness.matches);
    this.overlayIsDirty = false;
  }

  destroy(): void {
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    for (const stop of this.stops) stop();
    this.painter.destroy();
    this.cursors.destroy();
  }

  private request(): void {
    this.frame ??= requestAnimationFrame((now) => this.tick(now));
  }

  private tick(now: number): void {
    this.frame = null;
    const elapsed = Math.min(100, now - this.lastTick);
    this.lastTick = now;
    const gliding = this.cursors.tick(elapsed, this.stillness.matches);
    this.nudges = nudgesOf(this.others, (slot) => this.cursors.lagOf(slot));
    this.painter.setNudges(this.nudges);
    const settling = this.painter.tick(now);
    // Outlines go along.
    const shining = this.shine(now);
    if (settling) this.overlayIsDirty = true;
    this.paint();
    if (gliding || settling || shining) this.request();
  }

  /** True while a light moves or its trail fades. */
  private shine(now: number): boolean {
    const { theme } = this.look.get();
    const shining = new Set<number>();
    for (const { slot, cursor } of this.others) {
      const at = cursor.laser ? this.cursors.shownAt(slot) : null;
      if (at === null) continue;
      shining.add(slot);
      this.lights.shine(slot, at, theme.light, now);
    }
    const own = this.editor.hand.laser.get();
    if (own !== null) {
      shining.add(mine);
      this.lights.shine(mine, own, theme.light, now);
    }
    if (this.lights.isEmpty) return false;
    // Also in the frame in which the last of it is gone.
    this.overlayIsDirty = true;
    this.lights.keepOnly(shining);
    return this.lights.fade(now);
  }

  private paint(): void {
    this.ticking = true;
    try {
      if (this.painter.needsRest) this.surfaces.rest.drawScene();
      if (this.painter.needsLive || this.overlayIsDirty) this.paintLiveLayer();
    } finally {
      this.ticking = false;
    }
  }

  /** An empty layer is taken out of the page: the browser would blend it into every frame. */
  private paintLiveLayer(): void {
    const { live } = this.surfaces;
    const shown =
      this.painter.hasLive || !overlayIsEmpty(this.editor) || anyHold(this.others) || !this.lights.isEmpty;
    if (!shown && !live.visible()) {
      this.overlayIsDirty = false;
      return;
    }
    live.visible(true);
    live.drawScene();
    live.visible(shown);
  }

  private soilOverlay(): void {
    this.overlayIsDirty = true;
    this.request();
  }

  private hearScene(change: SceneChange): void {
    const { selection, scene } = this.editor;
    if (selection.size + this.heldByOthers.size === 0) return;
    for (const id of change.changed) {
      if (!this.heldByOthers.has(id)) {
        if (!selection.has(id)) continue;
        // The scene keeps the box of what changed in place: words and colours do not move an outline.
        const box = scene.get(id)?.box;
        if (box !== undefined && this.outlined.get(id) === box) continue;
        if (box !== undefined) this.outlined.set(id, box);
      }
      this.soilOverlay();
      return;
    }
    if (change.removed.size > 0) this.soilOverlay();
  }

  private hearOthers(): void {
    const others = this.editor.presence.others();
    const same =
      others.length === this.others.length && others.every((other, at) => sameHold(other, this.others[at]));
    this.others = others;
    this.request();
    if (same) return;
    this.heldByOthers = new Set(
      others.flatMap(({ hold }) => [...hold.selection, ...(hold.editing ? [hold.editing.id] : [])]),
    );
    this.overlayIsDirty = true;
  }

  /** The theme or the language changed, or a font arrived: every colour, word and width is read anew. */
  private dress(): void {
    const look = readLook(this.surfaces.host);
    if (look === null) return;
    this.lookNow.set(look);
    this.painter.setLook(look);
    this.cursors.setTheme(look.theme);
    this.soilOverlay();
  }
}

function sameHold(a: Other, b: Other | undefined): boolean {
  return a.hold === b?.hold && a.person === b.person;
}
