// From raw events to intents: what is a drag, a double click, a long press, a pinch, and what belongs to the camera.

import { describe, expect, it } from 'vitest';
import { Camera } from '../../../client/editor/camera.ts';
import { noModifiers, type RawKey, type RawPointer } from '../../../client/editor/intents.ts';
import { type IntentSink, Pointer } from '../../../client/editor/pointer.ts';
import { aBoard } from '../../support/aBoard.ts';
import { aHand } from '../../support/testEditor.ts';
import { VirtualTime } from '../../support/virtualTime.ts';

class Told implements IntentSink {
  readonly words: string[] = [];

  gesture(kind: Parameters<IntentSink['gesture']>[0], intent: Parameters<IntentSink['gesture']>[1]): void {
    this.words.push(`${kind} ${Math.round(intent.at.x)},${Math.round(intent.at.y)}`);
  }

  leave = () => void this.words.push('leave');
  cancel = () => void this.words.push('cancel');
  complete = () => void this.words.push('complete');
}

function aPointer() {
  const camera = new Camera();
  const time = new VirtualTime();
  const told = new Told();
  const pointer = new Pointer(camera, time, told);
  const send = (type: RawPointer['type'], x: number, y: number, more: Partial<RawPointer> = {}) =>
    pointer.handle({
      type,
      id: 1,
      at: { x, y },
      button: 0,
      pointerType: 'mouse',
      modifiers: noModifiers,
      time: time.now(),
      ...more,
    });
  const finger = (id: number) => ({ id, pointerType: 'touch' }) as const;
  return { camera, time, pointer, send, finger, words: told.words };
}

const space = (type: 'down' | 'up', inText = false): RawKey => ({
  type,
  key: ' ',
  code: 'Space',
  modifiers: noModifiers,
  repeat: false,
  inText,
});

describe('a press', () => {
  it('that stays within three pixels is a click, beyond it a drag from where it began', () => {
    const { send, words } = aPointer();
    send('down', 10, 10);
    send('move', 12, 10);
    send('up', 12, 10);
    send('down', 50, 10);
    send('move', 54, 10);
    send('up', 60, 10);
    expect(words).toEqual([
      'down 10,10',
      'up 12,10',
      'down 50,10',
      'dragStart 54,10',
      'drag 54,10',
      'up 60,10',
    ]);
  });

  it('of a finger may tremble eight pixels', () => {
    const { send, finger, words } = aPointer();
    send('down', 10, 10, finger(1));
    send('move', 17, 10, finger(1));
    send('up', 17, 10, finger(1));
    expect(words).toEqual(['down 10,10', 'up 17,10', 'leave']);
  });

  it('twice in a row at one place is a double click; three times is not two of them', () => {
    const { send, words } = aPointer();
    for (let i = 0; i < 3; i++) {
      send('down', 10, 10);
      send('up', 10, 10);
    }
    expect(words.filter((word) => word.startsWith('double'))).toEqual(['doubleClick 10,10']);
  });

  it('twice slowly, far apart, or after a drag is no double click', async () => {
    const { send, time, words } = aPointer();
    const click = (x: number) => {
      send('down', x, 10);
      send('up', x, 10);
    };
    click(10);
    await time.pass(500);
    click(10);
    click(40);
    send('down', 40, 10);
    send('move', 60, 10);
    send('up', 40, 10);
    click(40);
    expect(words.filter((word) => word.startsWith('double'))).toEqual([]);
  });

  it('of a finger that stays is a long press, once, and no click after it', async () => {
    const { send, finger, time, words } = aPointer();
    send('down', 10, 10, finger(1));
    await time.pass(600);
    send('up', 10, 10, finger(1));
    send('down', 10, 10, finger(1));
    send('up', 10, 10, finger(1));
    expect(words).toEqual([
      'down 10,10',
      'longPress 10,10',
      'up 10,10',
      'leave',
      'down 10,10',
      'up 10,10',
      'leave',
    ]);
  });

  it('of a mouse never becomes a long press', async () => {
    const { send, time, words } = aPointer();
    send('down', 10, 10);
    await time.pass(2_000);
    expect(words).toEqual(['down 10,10']);
  });

  it('of a second pointer meanwhile is not heard', () => {
    const { send, words } = aPointer();
    send('down', 10, 10);
    send('down', 90, 90, { id: 2, pointerType: 'pen' });
    send('up', 90, 90, { id: 2, pointerType: 'pen' });
    expect(words).toEqual(['down 10,10']);
  });

  it('that the system takes away is completed', () => {
    const { send, words } = aPointer();
    send('down', 10, 10);
    send('cancel', 10, 10);
    send('move', 30, 10);
    expect(words).toEqual(['down 10,10', 'complete', 'hover 30,10']);
  });
});

describe('the camera', () => {
  it('the wheel pans, shift sideways, and the modifier zooms round the pointer', () => {
    const { camera, pointer } = aPointer();
    const wheel = (delta: { x: number; y: number }, modifiers: Partial<typeof noModifiers> = {}) =>
      pointer.wheel({ at: { x: 100, y: 100 }, delta, modifiers: { ...noModifiers, ...modifiers } });
    wheel({ x: 5, y: 40 });
    wheel({ x: 0, y: 40 }, { shift: true });
    const panned = camera.view.get();
    const under = camera.toBoard({ x: 100, y: 100 });
    wheel({ x: 0, y: -100 }, { mod: true });
    const after = camera.toBoard({ x: 100, y: 100 });
    expect([panned, camera.zoom > 1.2, Math.hypot(after.x - under.x, after.y - under.y) < 1e-9]).toEqual([
      { x: 45, y: 40, zoom: 1 },
      true,
      true,
    ]);
  });

  it('space or the middle button drags the camera and tells the tool nothing', () => {
    const { camera, pointer, send, words } = aPointer();
    pointer.key(space('down'));
    send('down', 100, 100);
    send('move', 150, 120);
    send('up', 150, 120);
    pointer.key(space('up'));
    send('down', 100, 100, { button: 1 });
    send('move', 90, 100, { button: -1 });
    send('up', 90, 100, { button: 1 });
    expect([camera.view.get(), words, pointer.panning.get()]).toEqual([
      { x: -40, y: -20, zoom: 1 },
      [],
      false,
    ]);
  });

  it('space in a text field is a space', () => {
    const { pointer } = aPointer();
    expect([pointer.key(space('down', true)), pointer.panning.get()]).toEqual([false, false]);
  });

  it('space held on the canvas is let go of where it comes up, be it in a text that was opened since', () => {
    const { pointer } = aPointer();
    const held = [pointer.key(space('down')), pointer.panning.get()];
    const letGo = [pointer.key(space('up', true)), pointer.panning.get()];
    expect([held, letGo]).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it('two fingers cancel what one began, move and zoom, and nothing else happens until both are lifted', () => {
    const { camera, send, finger, words } = aPointer();
    send('down', 100, 100, finger(1));
    send('move', 120, 100, finger(1));
    send('down', 220, 100, finger(2));
    send('move', 320, 100, finger(2));
    send('up', 320, 100, finger(2));
    send('move', 500, 500, finger(1));
    send('up', 500, 500, finger(1));
    const { zoom } = camera.view.get();
    expect([zoom, words]).toEqual([2, ['down 100,100', 'dragStart 120,100', 'drag 120,100', 'cancel']]);
  });
});

describe('fingers on the canvas', () => {
  it('one finger on the canvas pans, after a long press it draws a marquee', async () => {
    const hand = aHand(aBoard().note('a', { x: 200, y: 100 }));
    hand.touch('down', 1, 100, 400).touch('move', 1, 140, 440);
    const path = hand.path;
    hand.touch('move', 1, 150, 450).touch('up', 1, 150, 450);
    const { x, y } = hand.editor.camera.view.get();
    hand.touch('down', 1, 100, 400);
    await hand.time.pass(600);
    hand.touch('move', 1, 400, 200).touch('up', 1, 400, 200);
    expect([path, { x, y }, hand.path, hand.selected]).toEqual([
      'hand.panning',
      { x: -50, y: -50 },
      'select.idle',
      ['a'],
    ]);
  });

  it('one finger on a note moves it; a second finger puts it back and zooms', () => {
    const hand = aHand(aBoard().note('a', { x: 200, y: 100 }));
    hand.touch('down', 1, 300, 200).touch('move', 1, 340, 200).touch('up', 1, 340, 200);
    const moved = hand.lines;
    hand.touch('down', 1, 340, 200).touch('move', 1, 440, 200).touch('down', 2, 600, 200);
    expect([moved, hand.lines, hand.drawn('a'), hand.path]).toEqual([
      ['a 240,100'],
      ['a 240,100'],
      '240,100',
      'select.idle',
    ]);
  });

  it('long presses gather notes', async () => {
    const hand = aHand(aBoard().note('a').note('b', { x: 300, y: 0 }));
    hand.touch('down', 1, 100, 100).touch('up', 1, 100, 100);
    hand.touch('down', 1, 400, 100);
    await hand.time.pass(600);
    hand.touch('up', 1, 400, 100);
    expect(hand.selected).toEqual(['a', 'b']);
  });
});
