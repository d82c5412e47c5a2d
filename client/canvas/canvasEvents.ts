// What hands do on the canvas, handed to the editor as plain records. Decides nothing but what is not for the canvas at all.

import type { Vec } from '../../shared/lib/geometry.ts';
import type { Unsubscribe } from '../../shared/lib/signal.ts';
import type { Editor } from '../editor/editor.ts';
import type { Modifiers, RawPointer } from '../editor/intents.ts';

/** Marks the text field over the canvas: presses in it are its own. */
export const fieldAttribute = 'data-canvas-field';

const linePixels = 16;

/** Listens until told to stop. `host` is the element whose top left corner is the origin of the screen plane. */
export function listenToHands(host: HTMLElement, editor: Editor): Unsubscribe {
  const controller = new AbortController();
  const { signal } = controller;
  const pointer = (type: RawPointer['type']) => (event: PointerEvent) => {
    if (type === 'down' && isInField(event.target)) return;
    editor.pointer.handle(rawPointer(type, event, pointIn(host, event)));
    if (type === 'down') takePress(host, event);
  };
  host.addEventListener('pointerdown', pointer('down'), { signal });
  host.addEventListener('pointermove', pointer('move'), { signal });
  host.addEventListener('pointerup', pointer('up'), { signal });
  host.addEventListener('pointercancel', pointer('cancel'), { signal });
  host.addEventListener('pointerleave', pointer('leave'), { signal });
  host.addEventListener('wheel', (event) => wheel(host, editor, event), { signal, passive: false });
  host.addEventListener('mousedown', keepFromBrowser, { signal });
  // Safari would zoom the page with two fingers.
  for (const name of ['gesturestart', 'gesturechange']) {
    host.addEventListener(name, (event) => event.preventDefault(), { signal, passive: false });
  }
  window.addEventListener('keydown', (event) => key(host, editor, event), { signal });
  window.addEventListener('keyup', (event) => key(host, editor, event), { signal });
  window.addEventListener('blur', () => letGo(editor), { signal });
  return () => controller.abort();
}

/**
 * With the middle button it would begin to scroll, with Shift mark the words of the page up to here, and behind a touch give
 * the focus back to the canvas although the touch has opened a text.
 */
function keepFromBrowser(event: MouseEvent): void {
  if (event.button === 1 || !isInField(event.target)) event.preventDefault();
}

function rawPointer(type: RawPointer['type'], event: PointerEvent, at: Vec): RawPointer {
  const pointerType =
    event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse';
  const { pointerId: id, button, timeStamp: time } = event;
  return { type, id, at, button, pointerType, modifiers: modifiersOf(event), time };
}

function takePress(host: HTMLElement, event: PointerEvent): void {
  // A press that opened the text field has given the focus away already.
  if (!host.contains(host.ownerDocument.activeElement)) host.focus({ preventScroll: true });
  if (event.isTrusted) host.setPointerCapture(event.pointerId);
}

function wheel(host: HTMLElement, editor: Editor, event: WheelEvent): void {
  if (isInField(event.target) && scrolls(event.target) && !event.ctrlKey) return;
  event.preventDefault();
  const unit =
    event.deltaMode === WheelEvent.DOM_DELTA_LINE
      ? linePixels
      : event.deltaMode === WheelEvent.DOM_DELTA_PAGE
        ? host.clientHeight
        : 1;
  editor.pointer.wheel({
    at: pointIn(host, event),
    delta: { x: event.deltaX * unit, y: event.deltaY * unit },
    modifiers: { ...modifiersOf(event), mod: event.ctrlKey || event.metaKey },
  });
}

function key(host: HTMLElement, editor: Editor, event: KeyboardEvent): void {
  // Keys of an unfinished composition belong to the input method.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
  const place = placeOf(host, event);
  // A key that was held on the canvas may come up over what has opened since.
  if (place === 'elsewhere' && event.type === 'keydown') return;
  const used = editor.key({
    type: event.type === 'keyup' ? 'up' : 'down',
    key: event.key,
    code: event.code,
    modifiers: modifiersOf(event),
    repeat: event.repeat,
    inText: place !== 'canvas',
  });
  if (used) event.preventDefault();
}

/** The canvas hears keys also while the focus is on nothing, or on a button that does not need them itself. */
function placeOf(host: HTMLElement, event: KeyboardEvent): 'field' | 'canvas' | 'elsewhere' {
  const { target } = event;
  if (!(target instanceof Element) || target === host.ownerDocument.body || target === host) return 'canvas';
  if (isInField(event.target)) return 'field';
  if (
    target.closest(
      'input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]',
    )
  ) {
    return 'elsewhere';
  }
  const ownKeys = ['Enter', ' ', 'Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];
  return ownKeys.includes(event.key) ? 'elsewhere' : 'canvas';
}

function letGo(editor: Editor): void {
  // Switching windows in the middle of a sentence does not end the sentence.
  if (editor.editing.get() === null) editor.complete();
}

export function modifiersOf(event: {
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}): Modifiers {
  return { shift: event.shiftKey, alt: event.altKey, mod: isMac() ? event.metaKey : event.ctrlKey };
}

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}

export function pointIn(host: HTMLElement, event: { clientX: number; clientY: number }): Vec {
  const box = host.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

/** True inside the text field over the canvas. */
export function isInField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`[${fieldAttribute}]`) !== null;
}

/** Browsers tell a menu key from a mouse by leaving out everything a mouse has. */
export function menuAskedBy(event: MouseEvent): 'mouse' | 'touch' | 'keys' {
  const type = event instanceof PointerEvent ? event.pointerType : '';
  if (type === 'touch' || type === 'pen') return 'touch';
  return type === 'mouse' || event.button === 2 || event.ctrlKey ? 'mouse' : 'keys';
}

function scrolls(target: EventTarget | null): boolean {
  return target instanceof Element && target.scrollHeight > target.clientHeight + 1;
}
