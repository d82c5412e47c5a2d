// Others' pointers: one small element each, gliding between the places they report. Elements, because moving them costs the
// browser a compositor step and the canvas nothing.

import type { Vec } from '../../shared/lib/geometry.ts';
import type { Camera } from '../editor/camera.ts';
import type { Other, Presence } from '../editor/ports.ts';
import type { CanvasTheme } from '../theme/canvasTheme.ts';
import styles from './canvas.module.css';
import { type NamePlate, nameRowPx, nameRows } from './nameRows.ts';
import { paintOf } from './others.ts';

interface Pointer {
  readonly element: HTMLElement;
  readonly name: HTMLElement;
  shown: Vec;
  target: Vec;
  /** How many rows the name stands lower than beside the pointer, for another name that is there. */
  row: number;
}

// Two thirds of the way in this time: presence comes every 50 ms, so a pointer arrives just as the next place does.
const glideMs = 45;
// Further than this in one go is a jump, not a movement.
const jumpUnits = 4_000;
const arrivedPixels = 0.3;
// As the style sheet has it, near enough for what covers what.
const nameWidth = { perLetter: 7.2, around: 14, max: 160 };

export class Cursors {
  private readonly host: HTMLElement;
  private readonly presence: Presence;
  private readonly camera: Camera;
  private readonly pointers = new Map<number, Pointer>();
  private seen: readonly Other[] | null = null;
  private theme: CanvasTheme;

  constructor(host: HTMLElement, presence: Presence, camera: Camera, theme: CanvasTheme) {
    this.host = host;
    this.presence = presence;
    this.camera = camera;
    this.theme = theme;
  }

  setTheme(theme: CanvasTheme): void {
    this.theme = theme;
    this.seen = null;
  }

  /** Moves every pointer on. True while some still glide. `still`: no gliding, straight to the place. */
  tick(elapsedMs: number, still: boolean): boolean {
    const others = this.presence.others();
    if (others !== this.seen) this.take(others);
    const share = still ? 1 : 1 - Math.exp(-elapsedMs / glideMs);
    const { x, y, zoom } = this.camera.view.get();
    let gliding = false;
    const plates: (NamePlate & { pointer: Pointer })[] = [];
    for (const pointer of this.pointers.values()) {
      const { shown, target } = pointer;
      const near = Math.max(Math.abs(target.x - shown.x), Math.abs(target.y - shown.y));
      if (near * zoom < arrivedPixels || near > jumpUnits) pointer.shown = target;
      else {
        pointer.shown = {
          x: shown.x + (target.x - shown.x) * share,
          y: shown.y + (target.y - shown.y) * share,
        };
        gliding = gliding || !still;
      }
      const left = (pointer.shown.x - x) * zoom;
      const top = (pointer.shown.y - y) * zoom;
      pointer.element.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`;
      if (!pointer.name.hidden) plates.push({ x: left, y: top, w: widthOf(pointer.name), pointer });
    }
    for (const [index, row] of nameRows(plates).entries()) lower(plates[index]?.pointer, row);
    return gliding;
  }

  /** Where a pointer is drawn at this moment, in board units; null where there is none. */
  shownAt(slot: number): Vec | null {
    return this.pointers.get(slot)?.shown ?? null;
  }

  /** How far a pointer is drawn behind where it is, in board units; null when it is there. */
  lagOf(slot: number): Vec | null {
    const pointer = this.pointers.get(slot);
    if (pointer === undefined || pointer.shown === pointer.target) return null;
    return { x: pointer.shown.x - pointer.target.x, y: pointer.shown.y - pointer.target.y };
  }

  destroy(): void {
    for (const { element } of this.pointers.values()) element.remove();
    this.pointers.clear();
  }

  private take(others: readonly Other[]): void {
    this.seen = others;
    const here = new Set<number>();
    for (const other of others) {
      const { at } = other.cursor;
      if (at === null) continue;
      here.add(other.slot);
      const pointer = this.pointers.get(other.slot) ?? this.make(other.slot, at);
      pointer.target = at;
      const paint = paintOf(other.person, this.theme);
      pointer.element.style.setProperty('--cursor', paint.fill);
      pointer.element.style.setProperty('--cursor-text', paint.text);
      if (pointer.name.textContent !== other.person.name) pointer.name.textContent = other.person.name;
      // While they write, their name stands over the item; beside the pointer it would cover their words.
      pointer.name.hidden = other.hold.editing !== null;
    }
    for (const [slot, { element }] of this.pointers) {
      if (here.has(slot)) continue;
      element.remove();
      this.pointers.delete(slot);
    }
  }

  private make(slot: number, at: Vec): Pointer {
    const element = this.host.ownerDocument.createElement('div');
    element.className = styles.cursor ?? '';
    const name = this.host.ownerDocument.createElement('span');
    name.className = styles.cursorName ?? '';
    name.dir = 'auto';
    element.append(arrow(this.host.ownerDocument), name);
    this.host.append(element);
    const pointer = { element, name, shown: at, target: at, row: 0 };
    this.pointers.set(slot, pointer);
    return pointer;
  }
}

function widthOf(name: HTMLElement): number {
  const letters = name.textContent?.length ?? 0;
  return Math.min(nameWidth.max, letters * nameWidth.perLetter + nameWidth.around);
}

function lower(pointer: Pointer | undefined, row: number): void {
  if (pointer === undefined || pointer.row === row) return;
  pointer.row = row;
  pointer.name.style.transform = row === 0 ? '' : `translateY(${row * nameRowPx}px)`;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

function arrow(document: Document): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 18 20');
  svg.setAttribute('width', '18');
  svg.setAttribute('height', '20');
  const path = document.createElementNS(svgNamespace, 'path');
  path.setAttribute('d', 'M1.5 1.5 15.8 8.6 9.4 10.9 6.1 17.2Z');
  svg.append(path);
  return svg;
}
