// Where keys, copying and pasting are the business of a field, a dialog or a menu, and of nobody else on the page.

const places = 'input, textarea, [contenteditable], [role="dialog"], [role="menu"]';

export function hasOwnKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(places) !== null;
}
