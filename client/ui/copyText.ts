// Puts text on the clipboard, also where the page is served over plain http and the modern way is withheld.

/** False when the browser would not. Call it from a press: browsers refuse otherwise. */
export async function copyText(text: string): Promise<boolean> {
  try {
    // Missing outside of secure contexts, whatever the types say.
    const clipboard: Clipboard | undefined = navigator.clipboard;
    if (clipboard !== undefined) {
      await clipboard.writeText(text);
      return true;
    }
  } catch {
    // Refused; the old way may still work.
  }
  return copyTheOldWay(text);
}

function copyTheOldWay(text: string): boolean {
  const active = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'visually-hidden';
  // Inside an open dialog, whose focus trap would take the focus back from anywhere else.
  (active?.closest('[role="dialog"]') ?? document.body).append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (active instanceof HTMLElement) active.focus();
  }
}
