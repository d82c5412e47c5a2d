// Decides what has to be painted again and paints it: what rests on one layer, what moves on another.
// Draws on a plain 2D context; knows neither Konva nor React, and never looks at what is out of view.

import { type Box, holds, inflated, moved, type Vec } from '../../shared/lib/geometry.ts';
import type { ItemId } from '../../shared/lib/ids.ts';
import type { Listeners, ReadonlySignal, Unsubscribe } from '../../shared/lib/signal.ts';
import type { Badges } from '../editor/badges.ts';
import type { CameraView, Size } from '../editor/camera.ts';
import type { AuthorOf, AuthorsChange, Dealt } from '../editor/ports.ts';
import type { Drawable, Scene, SceneChange } from '../scene/scene.ts';
import { mergeDirty } from './dirty.ts';
import { FrameView, overhang } from './frameView.ts';
import { type Look, type Moment, paintItems } from './paintItems.ts';
import { Settling } from './settling.ts';
import { shiftPicture, uncoveredBy } from './shifting.ts';
import { paintWall } from './views/grid.ts';
import { initialsZoom } from './views/initials.ts';

/** The part of the editor a painter reads. */
export interface Painted {
  readonly scene: Pick<Scene, 'get' | 'search' | 'all' | 'bounds' | 'observe' | 'withInside'>;
  readonly camera: { readonly view: ReadonlySignal<CameraView>; readonly viewport: ReadonlySignal<Size> };
  readonly editing: ReadonlySignal<ItemId | null>;
  readonly dropTarget: ReadonlySignal<ItemId | null>;
  readonly badges: Pick<Badges, 'get' | 'observe'>;
  /** What has just been dealt out over the board. */
  readonly dealt: ReadonlySignal<Dealt | null>;
  readonly authorOf: AuthorOf;
  readonly authorsChanged: Listeners<AuthorsChange>;
}

// With this many items in view, moving the old picture and painting the uncovered strips beats painting all of them.
const shiftItemsMin = 1_500;
// More changes at once than this are not worth telling apart.
const dirtyBoxesMax = 400;

export class Painter {
  private readonly source: Painted;
  private readonly onNeed: () => void;
  private readonly settling: Settling;
  private readonly stops: Unsubscribe[];
  /** Each resting item as it was last seen, so that its old place can be painted over. */
  private readonly resting = new Map<ItemId, Drawable>();
  private readonly live = new Set<ItemId>();
  private liveInOrder: ItemId[] | null = null;
  private look: Look;
  private ratio: number;
  private restIsWhole = true;
  private restDirty: Box[] = [];
  private liveIsDirty = true;
  private nudges: ReadonlyMap<ItemId, Vec> = new Map();
  private painted: { view: FrameView; items: number } | null = null;
  private editing: ItemId | null;
  private dropTarget: ItemId | null;

  /** `onNeed` is called whenever something has to be painted, possibly many times before the next paint. */
  constructor(
    source: Painted,
    look: Look,
    ratio: number,
    onNeed: () => void,
    settling = new Settling(() => true),
  ) {
    this.settling = settling;
    this.source = source;
    this.look = look;
    this.ratio = ratio;
    this.onNeed = onNeed;
    this.editing = source.editing.get();
    this.dropTarget = source.dropTarget.get();
    for (const drawable of source.scene.all()) this.place(drawable);
    this.stops = [
      source.scene.observe((change) => this.hear(change)),
      source.camera.view.subscribe(() => this.moveView()),
      source.camera.viewport.subscribe(() => this.repaint()),
      source.editing.subscribe(() => this.changeEditing()),
      source.dropTarget.subscribe(() => this.changeDropTarget()),
      source.authorsChanged.add((change) => this.changeAuthors(change)),
      source.badges.observe((ids) => this.changeBadges(ids)),
      source.dealt.subscribe(() => this.deal(source.dealt.get())),
    ];
  }

  get needsRest(): boolean {
    return (
      this.restIsWhole ||
      this.restDirty.length > 0 ||
      this.painted === null ||
      this.viewMoved(this.painted.view)
    );
  }

  get needsLive(): boolean {
    return this.liveIsDirty;
  }

  get hasLive(): boolean {
    return this.live.size > 0;
  }

  /** The view of the next paint, for those who draw over it. */
  view(): FrameView {
    const { view, viewport } = this.source.camera;
    return new FrameView(view.get(), viewport.get(), this.ratio);
  }

  setLook(look: Look): void {
    this.look = look;
    this.repaint();
  }

  setRatio(ratio: number): void {
    if (ratio === this.ratio) return;
    this.ratio = ratio;
    this.repaint();
  }

  /** Draws some of what moves elsewhere than the scene has it: others' hands glide between the places they report. */
  setNudges(nudges: ReadonlyMap<ItemId, Vec>): void {
    if (nudges.size === 0 && this.nudges.size === 0) return;
    this.nudges = nudges;
    this.liveIsDirty = true;
  }

  /** The next frame, in milliseconds. True while something is on its way to its place. */
  tick(now: number): boolean {
    const arrived = this.settling.tick(now);
    for (const id of arrived) this.placeAgain(id);
    const goesOn = this.settling.isBusy;
    if (goesOn) this.liveIsDirty = true;
    return goesOn;
  }

  /** An item as it is drawn at this moment. */
  shown(id: ItemId): Drawable | undefined {
    const drawable = this.source.scene.get(id);
    if (drawable === undefined) return undefined;
    const by = drawable.moving ? this.nudges.get(id) : undefined;
    const settled = this.settling.boxOf(drawable);
    const box = by ? moved(settled, by) : settled;
    return box === drawable.box ? drawable : { ...drawable, box };
  }

  /** Everything, from nothing: the canvas was emptied, resized or dressed anew. */
  repaint(): void {
    this.restIsWhole = true;
    this.liveIsDirty = true;
    this.onNeed();
  }

  /** Paints what changed since the last call. Leaves the context without transform and clip. */
  paintRest(context: CanvasRenderingContext2D): void {
    const view = this.view();
    const dirty = this.restAreas(context, view);
    this.restIsWhole = false;
    this.restDirty = [];
    if (dirty === 'whole') {
      const whole = { x: 0, y: 0, w: view.width, h: view.height };
      this.painted = { view, items: this.paintArea(context, view, whole) };
    } else {
      for (const area of dirty) this.paintClipped(context, view, area);
      this.painted = { view, items: this.painted?.items ?? 0 };
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
  }

  /** Paints what moves; the caller has cleared the context. */
  paintLive(context: CanvasRenderingContext2D): void {
    this.liveIsDirty = false;
    if (this.live.size === 0) return;
    const view = this.view();
    const shown = this.liveDrawables().filter((drawable) => view.shows(drawable.box));
    const inLight = shown.filter(({ id }) => this.settling.lightOf(id) === 1);
    paintItems(context, view, inLight, this.look, this.moment());
    for (const drawable of inLight.length < shown.length ? shown : []) {
      const light = this.settling.lightOf(drawable.id);
      if (light === 1) continue;
      context.globalAlpha = light;
      paintItems(context, view, [drawable], this.look, this.moment());
      context.globalAlpha = 1;
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
  }

  destroy(): void {
    for (const stop of this.stops) stop();
  }

  private moment(): Moment {
    const { badges, authorOf } = this.source;
    return { editing: this.editing, dropTarget: this.dropTarget, badges, authorOf };
  }

  private restAreas(context: CanvasRenderingContext2D, view: FrameView): readonly Box[] | 'whole' {
    const before = this.painted;
    if (this.restIsWhole || before === null) return 'whole';
    const boxes = this.restDirty.map((box) => inflated(view.deviceBox(inflated(box, overhang)), 1));
    if (this.viewMoved(before.view)) {
      const uncovered = before.items >= shiftItemsMin ? uncoveredBy(before.view, view) : null;
      if (uncovered === null) return 'whole';
      const areas = mergeDirty([...boxes, ...uncovered], { w: view.width, h: view.height });
      if (areas !== 'whole') shiftPicture(context, before.view, view);
      return areas;
    }
    return mergeDirty(boxes, { w: view.width, h: view.height });
  }

  private paintClipped(context: CanvasRenderingContext2D, view: FrameView, area: Box): void {
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.beginPath();
    context.rect(area.x, area.y, area.w, area.h);
    context.clip();
    this.paintArea(context, view, area);
    context.restore();
  }

  private paintArea(context: CanvasRenderingContext2D, view: FrameView, area: Box): number {
    context.setTransform(1, 0, 0, 1, 0, 0);
    paintWall(context, view, this.look.theme, area);
    const drawables = this.restingIn(inflated(view.boardBox(area), overhang));
    paintItems(context, view, drawables, this.look, this.moment());
    return drawables.length;
  }

  private restingIn(box: Box): Drawable[] {
    const { scene } = this.source;
    const all = scene.bounds();
    const found = all !== null && holds(box, all) ? [...scene.all()] : scene.search(box);
    return this.live.size === 0 ? found : found.filter((drawable) => !this.live.has(drawable.id));
  }

  private liveDrawables(): Drawable[] {
    if (this.liveInOrder === null) {
      const ids: ItemId[] = [];
      for (const { id } of this.source.scene.all()) if (this.live.has(id)) ids.push(id);
      this.liveInOrder = ids;
    }
    return this.liveInOrder.flatMap((id) => this.shown(id) ?? []);
  }

  private hear(change: SceneChange): void {
    if (change.left || this.settling.isBusy) this.settle(change);
    for (const id of change.removed) this.forget(id);
    for (const id of change.changed) {
      const drawable = this.source.scene.get(id);
      if (drawable) this.place(drawable);
    }
    this.look.texts.forget(change.removed);
    this.onNeed();
  }

  private settle(change: SceneChange): void {
    const view = this.view();
    const setOut = this.settling.hear(
      change,
      this.source.scene,
      // A text field does not travel.
      (id, from, to) => id !== this.editing && (view.shows(from) || view.shows(to)),
    );
    for (const id of setOut) this.placeAgain(id);
  }

  private deal(dealt: Dealt | null): void {
    if (dealt === null) return;
    const { scene } = this.source;
    const drawables = scene.all().filter(({ id, moving }) => dealt.ids.has(id) && !moving);
    for (const id of this.settling.deal(drawables, dealt.deck)) this.placeAgain(id);
    this.onNeed();
  }

  /** Puts an item on the layer where it belongs now, and remembers what that makes dirty. `again`: although it is the same. */
  private place(drawable: Drawable, again = false): void {
    const { id } = drawable;
    if (drawable.moving || this.settling.has(id)) {
      this.leaveRest(id);
      if (!this.live.has(id)) this.liveInOrder = null;
      this.live.add(id);
      this.liveIsDirty = true;
      return;
    }
    this.leaveLive(id);
    const before = this.resting.get(id);
    this.resting.set(id, drawable);
    if (before && id === this.editing && !again && samePaper(before, drawable)) return;
    if (before) this.soil(before.box);
    if (before?.box !== drawable.box) this.soil(drawable.box);
  }

  private forget(id: ItemId): void {
    this.leaveLive(id);
    this.leaveRest(id);
  }

  private leaveRest(id: ItemId): void {
    const before = this.resting.get(id);
    if (before === undefined) return;
    this.resting.delete(id);
    this.soil(before.box);
  }

  private leaveLive(id: ItemId): void {
    if (!this.live.delete(id)) return;
    this.liveInOrder = null;
    this.liveIsDirty = true;
  }

  private soil(box: Box): void {
    if (this.restIsWhole) return;
    if (this.restDirty.length >= dirtyBoxesMax) this.restIsWhole = true;
    else this.restDirty.push(box);
  }

  private moveView(): void {
    if (this.live.size > 0) this.liveIsDirty = true;
    this.onNeed();
  }

  private changeEditing(): void {
    const touched = [this.editing, this.source.editing.get()];
    this.editing = this.source.editing.get();
    for (const id of touched) this.placeAgain(id);
    this.onNeed();
  }

  private changeDropTarget(): void {
    const touched = [this.dropTarget, this.source.dropTarget.get()];
    this.dropTarget = this.source.dropTarget.get();
    for (const id of touched) this.placeAgain(id);
    this.onNeed();
  }

  private changeBadges(ids: ReadonlySet<ItemId>): void {
    for (const id of ids) this.placeAgain(id);
    this.onNeed();
  }

  private changeAuthors(change: AuthorsChange): void {
    if (this.source.camera.view.get().zoom < initialsZoom) return;
    if (change === 'everybody') this.repaint();
    else for (const id of change) this.placeAgain(id);
    this.onNeed();
  }

  private placeAgain(id: ItemId | null): void {
    const drawable = id === null ? undefined : this.source.scene.get(id);
    if (drawable) this.place(drawable, true);
  }

  private viewMoved(before: FrameView): boolean {
    const view = this.view();
    return view.scale !== before.scale || view.originX !== before.originX || view.originY !== before.originY;
  }
}

/** What is painted of an item whose words are in the text field is the same: typing paints nothing. */
function samePaper(a: Drawable, b: Drawable): boolean {
  return (
    a.box === b.box &&
    a.item.colour === b.item.colour &&
    a.item.kind === b.item.kind &&
    a.item.order === b.item.order &&
    a.count === b.count
  );
}
