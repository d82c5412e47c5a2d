// Where a key leads in a list. Knows indexes only.

/** null for a key that leads nowhere, or in an empty list. `active`: -1 when none is. */
export function stepTo(
  key: string,
  { active, count, pageRows }: { readonly active: number; readonly count: number; readonly pageRows: number },
): number | null {
  const last = count - 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    Home: 0,
    End: last,
    PageDown: active + pageRows,
    PageUp: active - pageRows,
  };
  const to = Object.hasOwn(steps, key) ? steps[key] : undefined;
  return to === undefined || last < 0 ? null : Math.max(0, Math.min(last, to));
}
