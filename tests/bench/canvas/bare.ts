// The limit to measure against: the same picture drawn on two plain canvases by as little code as it takes, with the same
// culling, the same levels of detail and cached lines, and no document, no selection model, no framework behind it.

import '../../../client/theme/tokens.css';
import { readCanvasTheme } from '../../../client/theme/canvasTheme.ts';
import { colours } from '../../../shared/items/colour.ts';
import {
  benchPage,
  fitZoom,
  middleZoom,
  type Play,
  remoteMoves,
  remotePerSecond,
  triangle,
  typed,
  wall,
  wallNotes,
} from './wall.ts';

interface Note {
  x: number;
  y: number;
  readonly colour: number;
  text: string;
  lines: { of: string; lines: string[]; size: number } | null;
  moving: boolean;
}

const theme = readCanvasTheme(document.body);
const paints = colours.map((name) => theme.notes[name]);
const notes: Note[] = wallNotes().map((note) => ({ ...note, lines: null, moving: false }));
const { size, step, columns, rows } = wall;
const width = innerWidth;
const height = innerHeight;
const ratio = devicePixelRatio;
const restContext = makeCanvas();
const liveContext = makeCanvas();
const view = { x: -20, y: -20, zoom: 1 };
let moving: Note[] = [];
let chosen: Note[] = [];
let brush: { w: number; h: number } | null = null;
let drawn = false;

function makeCanvas(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  canvas.style.cssText = `position:absolute;left:0;top:0;width:${width}px;height:${height}px`;
  document.body.append(canvas);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  return context;
}

const wordWidths = new Map<string, number>();

function linesOf(note: Note): { lines: string[]; size: number } {
  if (note.lines?.of === note.text) return note.lines;
  for (const fontSize of [28, 24, 21, 18, 16, 14, 12]) {
    const lines = wrap(note.text, 168 / fontSize);
    if (lines.length * fontSize * 1.25 <= 168 || fontSize === 12) {
      note.lines = { of: note.text, lines, size: fontSize };
      return note.lines;
    }
  }
  return { lines: [], size: 12 };
}

function wrap(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    let w = wordWidths.get(word);
    if (w === undefined) {
      restContext.font = `64px ${theme.noteFont}`;
      w = restContext.measureText(`${word} `).width / 64;
      wordWidths.set(word, w);
    }
    if (used > 0 && used + w > room) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += used > 0 ? ` ${word}` : word;
    used += w;
  }
  lines.push(line);
  return lines;
}

function drawNote(context: CanvasRenderingContext2D, note: Note): void {
  const paint = paints[note.colour];
  if (paint === undefined) return;
  const { x, y } = note;
  const { zoom } = view;
  if (zoom >= 0.5) {
    context.fillStyle = theme.shadowSoft;
    context.fillRect(x + 4, y + size, size - 8, 7);
    context.fillStyle = theme.shadow;
    context.fillRect(x, y + size, size, 1.5);
  }
  context.fillStyle = paint.fill;
  context.fillRect(x, y, size, size);
  if (zoom >= 0.5) {
    context.fillStyle = paint.band;
    context.fillRect(x, y, size, 12);
  }
  if (zoom < 0.14) return;
  if (zoom < 0.35) {
    context.fillStyle = paint.bar;
    const bars = Math.min(5, Math.ceil(note.text.length / 15));
    for (let bar = 0; bar < bars; bar++) context.fillRect(x + 30, y + 100 - bars * 15 + bar * 30, 140, 15);
    return;
  }
  const { lines, size: fontSize } = linesOf(note);
  context.fillStyle = paint.ink;
  context.font = `${fontSize}px ${theme.noteFont}`;
  let baseline = y + 100 - (lines.length * fontSize * 1.25) / 2 + fontSize;
  for (const line of lines) {
    context.fillText(line, x + 100, baseline);
    baseline += fontSize * 1.25;
  }
}

function toBoard(context: CanvasRenderingContext2D): void {
  const scale = view.zoom * ratio;
  context.setTransform(scale, 0, 0, scale, Math.round(-view.x * scale), Math.round(-view.y * scale));
  context.textAlign = 'center';
}

/** Notes lie in rows: culling is arithmetic, with one step of slack for those that were moved a little. */
function drawIn(
  context: CanvasRenderingContext2D,
  left: number,
  top: number,
  right: number,
  bottom: number,
): void {
  const firstColumn = Math.max(0, Math.floor(left / step) - 1);
  const lastColumn = Math.min(columns - 1, Math.floor(right / step) + 1);
  const lastRow = Math.min(rows - 1, Math.floor(bottom / step) + 1);
  for (let row = Math.max(0, Math.floor(top / step) - 1); row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      const note = notes[row * columns + column];
      if (note && !note.moving) drawNote(context, note);
    }
  }
}

function drawGrid(): void {
  const strength = Math.min(1, (32 * view.zoom - 12) / 14);
  if (strength <= 0) return;
  restContext.fillStyle = theme.gridDot;
  restContext.globalAlpha = strength;
  const gap = 32 * view.zoom * ratio;
  for (let y = (-view.y * view.zoom * ratio) % gap; y < height * ratio; y += gap) {
    for (let x = (-view.x * view.zoom * ratio) % gap; x < width * ratio; x += gap) {
      restContext.fillRect(Math.round(x) - 1, Math.round(y) - 1, 2, 2);
    }
  }
  restContext.globalAlpha = 1;
}

function drawRest(): void {
  restContext.setTransform(1, 0, 0, 1, 0, 0);
  restContext.fillStyle = theme.canvas;
  restContext.fillRect(0, 0, width * ratio, height * ratio);
  drawGrid();
  toBoard(restContext);
  drawIn(restContext, view.x, view.y, view.x + width / view.zoom, view.y + height / view.zoom);
}

function drawPatch(x: number, y: number, w: number, h: number): void {
  restContext.save();
  toBoard(restContext);
  restContext.beginPath();
  restContext.rect(x, y, w, h);
  restContext.clip();
  restContext.fillStyle = theme.canvas;
  restContext.fillRect(x, y, w, h);
  drawIn(restContext, x, y, x + w, y + h);
  restContext.restore();
}

function drawLive(): void {
  liveContext.setTransform(1, 0, 0, 1, 0, 0);
  liveContext.clearRect(0, 0, width * ratio, height * ratio);
  toBoard(liveContext);
  for (const note of moving) drawNote(liveContext, note);
  liveContext.strokeStyle = theme.accent;
  liveContext.lineWidth = 1.5 / view.zoom;
  for (const { x, y } of chosen) liveContext.strokeRect(x, y, size, size);
  if (brush) liveContext.strokeRect(view.x, view.y, brush.w / view.zoom, brush.h / view.zoom);
}

function look(zoom: number): void {
  Object.assign(view, { x: -20, y: -20, zoom });
  drawRest();
  drawn = true;
}

function pan(zoom: number, dx: number, dy: number): Play {
  look(zoom);
  return {
    step(frame) {
      const way = frame % 120 < 60 ? 1 : -1;
      view.x += (dx * way) / zoom;
      view.y += (dy * way) / zoom;
      drawRest();
    },
  };
}

function drag(zoom: number, dragged: (Note | undefined)[]): Play {
  moving = dragged.filter((note) => note !== undefined);
  chosen = moving;
  for (const note of moving) note.moving = true;
  look(zoom);
  let before = 0;
  const shift = (share: number): void => {
    for (const note of moving) {
      note.x += ((share - before) * 400) / zoom;
      note.y += ((share - before) * 240) / zoom;
    }
    before = share;
  };
  return {
    step(frame) {
      shift(triangle(frame, 120));
      drawLive();
    },
    tidy() {
      shift(0);
      for (const note of moving) note.moving = false;
      moving = [];
      chosen = [];
      drawLive();
    },
  };
}

function remote(zoom: number, everywhere: boolean): Play {
  look(zoom);
  const moves = remoteMoves(everywhere);
  let done = 0;
  return {
    step(_frame, now) {
      for (; done < (now / 1000) * remotePerSecond; done++) {
        const move = moves[done];
        const note = move && notes[move.index];
        if (!note) continue;
        const { x, y } = note;
        note.x += move.dx;
        note.y += move.dy;
        drawPatch(
          Math.min(x, note.x) - 2,
          Math.min(y, note.y) - 2,
          size + Math.abs(move.dx) + 4,
          size + Math.abs(move.dy) + 12,
        );
      }
    },
  };
}

const page = benchPage({
  pan100: () => pan(1, 14, 6),
  panAll: () => pan(fitZoom, 4, 2),
  zoom() {
    look(1);
    return {
      step(frame) {
        view.zoom = Math.exp(Math.log(fitZoom) * triangle(frame, 120));
        drawRest();
      },
    };
  },
  drag1: () => drag(1, [notes[0]]),
  drag1All: () => drag(fitZoom, [notes[10 * columns + 10]]),
  drag500: () =>
    drag(
      middleZoom,
      Array.from({ length: 500 }, (_, index) => notes[Math.floor(index / 25) * columns + (index % 25)]),
    ),
  marquee500() {
    look(middleZoom);
    return {
      step(frame) {
        const share = 0.1 + 0.9 * triangle(frame, 90);
        brush = { w: 1380 * share, h: 870 * share };
        const right = view.x + brush.w / view.zoom;
        const bottom = view.y + brush.h / view.zoom;
        chosen = notes.filter((note) => note.x < right && note.y < bottom);
        drawLive();
      },
      tidy() {
        brush = null;
        chosen = [];
        drawLive();
      },
    };
  },
  remote: () => remote(1, false),
  remoteAll: () => remote(fitZoom, true),
  type() {
    look(1);
    const note = notes[columns + 1];
    return {
      step(frame) {
        if (note === undefined) return;
        note.text = typed.slice(0, 1 + (frame % 100));
        drawPatch(note.x, note.y, size, size);
      },
    };
  },
});
if (!drawn) look(1);
Object.assign(globalThis, { bench: page });
