// Where copying and pasting is the business of a field, a dialog or a menu.

const places = 'input, textarea, [contenteditable], [role="dialog"], [role="menu"]';

export function hasOwnClipboard(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(places) !== null;
}
