// My view goes where somebody else's goes, until I move it myself or they leave. Turns what they look at into a camera; knows
// nothing of how that is shown.

import type { Cancel, Scheduler } from '../../shared/lib/env.ts';
import { type Box, centre, sameBox } from '../../shared/lib/geometry.ts';
import type { ParticipantId } from '../../shared/lib/ids.ts';
import { Listeners, type ReadonlySignal, Signal, type Unsubscribe } from '../../shared/lib/signal.ts';
import { type Camera, type CameraView, clampZoom, type Size } from './camera.ts';
import type { Other, Person, Presence } from './ports.ts';

const stepMs = 16;
// Two thirds of the way in this time: views are told four times a second, so the next one comes while this one is near.
const glideMs = 120;
const arrivedPixels = 0.5;

export class Follow {
  private readonly camera: Camera;
  private readonly presence: Presence;
  private readonly scheduler: Scheduler;
  private readonly current = new Signal<Person | null>(null);
  /** Whom I follow. */
  readonly person: ReadonlySignal<Person | null> = this.current;
  private readonly asAll = new Signal(false);
  /** Whether I follow because everybody does. */
  readonly withAll: ReadonlySignal<boolean> = this.asAll;
  /** Told whom I no longer follow, and whether because they are gone. */
  readonly ended = new Listeners<{ readonly person: Person; readonly left: boolean }>();
  /** Straight to the place instead of gliding: for eyes that want no motion. */
  still = false;
  private readonly stops: readonly Unsubscribe[];
  private views: ReadonlyMap<number, Box> = new Map();
  /** The connection whose view moved last, of those of the person I follow: one person may have several tabs open. */
  private slot: number | null = null;
  private target: Box | null = null;
  private moving = false;
  private stopStep: Cancel | null = null;

  constructor(parts: { camera: Camera; presence: Presence; scheduler: Scheduler }) {
    this.camera = parts.camera;
    this.presence = parts.presence;
    this.scheduler = parts.scheduler;
    this.stops = [
      parts.presence.subscribe(() => this.look()),
      parts.camera.view.subscribe(() => {
        if (!this.moving) this.stop();
      }),
      parts.camera.viewport.subscribe(() => this.step()),
    ];
  }

  /** False when they are not here. `withAll`: because everybody follows them at the moment. */
  start(id: ParticipantId, withAll = false): boolean {
    const other = this.otherOf(id);
    if (other === null) return false;
    this.endStep();
    this.slot = other.slot;
    this.views = viewsOf(this.presence.others());
    this.target = other.hold.view ?? null;
    this.asAll.set(withAll);
    this.current.set(other.person);
    this.step();
    return true;
  }

  stop(): void {
    this.end(false);
  }

  /** Goes there once. False when nothing shows where they are. */
  jumpTo(id: ParticipantId): boolean {
    const other = this.otherOf(id);
    if (other === null) return false;
    this.stop();
    const { view } = other.hold;
    const { at } = other.cursor;
    if (view !== undefined) this.camera.set(cameraOn(view, this.camera.viewport.get()));
    else if (at !== null)
      this.camera.reveal({ ...at, w: 1, h: 1 }, Math.min(...sides(this.camera.viewport.get())) / 2);
    return view !== undefined || at !== null;
  }

  /** What I show to others as my view: whoever follows shows what they follow, so that two who follow each other rest. */
  shownView(): Box {
    return (this.current.get() === null ? null : this.target) ?? this.camera.visible();
  }

  destroy(): void {
    this.endStep();
    for (const stop of this.stops) stop();
  }

  private look(): void {
    const person = this.current.get();
    if (person === null) return;
    const others = this.presence.others();
    const theirs = others.filter((other) => other.person.id === person.id);
    const first = theirs[0];
    if (first === undefined) {
      this.end(true);
      return;
    }
    const moved = theirs.find(({ slot, hold }) => hold.view && !sameBox(hold.view, this.views.get(slot)));
    const stays = theirs.find(({ slot }) => slot === this.slot);
    const shown = moved ?? stays ?? first;
    this.views = viewsOf(others);
    this.slot = shown.slot;
    if (shown.person !== person) this.current.set(shown.person);
    if (shown.hold.view === undefined || sameBox(shown.hold.view, this.target ?? undefined)) return;
    this.target = shown.hold.view;
    this.step();
  }

  private step(): void {
    this.endStep();
    if (this.current.get() === null || this.target === null) return;
    const wanted = cameraOn(this.target, this.camera.viewport.get());
    const now = this.camera.view.get();
    const arrives = this.still || isNear(now, wanted, this.camera.viewport.get());
    this.moving = true;
    try {
      this.camera.set(arrives ? wanted : between(now, wanted, 1 - Math.exp(-stepMs / glideMs)));
    } finally {
      this.moving = false;
    }
    if (!arrives) this.stopStep = this.scheduler.after(stepMs, () => this.step());
  }

  private end(left: boolean): void {
    const person = this.current.get();
    if (person === null) return;
    this.endStep();
    this.target = null;
    this.slot = null;
    this.current.set(null);
    this.asAll.set(false);
    this.ended.tell({ person, left });
  }

  private endStep(): void {
    this.stopStep?.();
    this.stopStep = null;
  }

  /** Of several tabs one that shows where it looks. */
  private otherOf(id: ParticipantId): Other | null {
    const theirs = this.presence.others().filter((other) => other.person.id === id);
    return theirs.find(({ hold }) => hold.view !== undefined) ?? theirs[0] ?? null;
  }
}

/** The camera that shows the whole of a view from another screen, in the middle, as large as it fits. */
export function cameraOn(view: Box, screen: Size): CameraView {
  const zoom = clampZoom(Math.min(screen.w / view.w, screen.h / view.h));
  const middle = centre(view);
  return { x: middle.x - screen.w / zoom / 2, y: middle.y - screen.h / zoom / 2, zoom };
}

/** On the way, the middle of the screen and the size of things change evenly to the eye. */
function between(from: CameraView, to: CameraView, share: number): CameraView {
  const zoom = from.zoom * (to.zoom / from.zoom) ** share;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share, zoom };
}

function isNear(a: CameraView, b: CameraView, screen: Size): boolean {
  const offCorner = Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) * b.zoom;
  const offScale = Math.abs(a.zoom / b.zoom - 1) * Math.max(...sides(screen));
  return offCorner < arrivedPixels && offScale < arrivedPixels;
}

function sides({ w, h }: Size): [number, number] {
  return [w, h];
}

function viewsOf(others: readonly Other[]): Map<number, Box> {
  return new Map(others.flatMap(({ slot, hold }) => (hold.view ? [[slot, hold.view] as const] : [])));
}
