// Where the keys go when something over the board has closed.

export function focusCanvas(): void {
  document
    .querySelector<HTMLElement>('main [role="application"]')
    ?.focus({ preventScroll: true, focusVisible: false });
}

/** Runs when what is open now has let go of the focus: the next thing may want to take it. */
export function afterClosing(work: () => void): void {
  requestAnimationFrame(() => {
    focusCanvas();
    work();
  });
}
