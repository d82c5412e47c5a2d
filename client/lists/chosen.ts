// What is chosen in a list, as a value: one row, some, or a range from where the choosing began. Choosing gives a new value.

export interface Chosen {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins; null before anything was chosen. */
  readonly from: string | null;
}

export const nothingChosen: Chosen = { ids: new Set(), from: null };

/** `only` this one; `toggle` it beside the others; `range`: all from where the choosing began, by the order of the list. */
export function choosing(
  chosen: Chosen,
  id: string,
  how: 'only' | 'toggle' | 'range',
  order: readonly string[],
): Chosen {
  if (how === 'toggle') {
    const ids = new Set(chosen.ids);
    if (!ids.delete(id)) ids.add(id);
    return { ids, from: id };
  }
  const [from, to] = [order.indexOf(chosen.from ?? id), order.indexOf(id)];
  if (how === 'only' || from < 0 || to < 0) return { ids: new Set([id]), from: id };
  return { ids: new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1)), from: chosen.from ?? id };
}

/** Without what is not in the list any more; the same value where all of it is. */
export function keptOf(chosen: Chosen, isThere: (id: string) => boolean): Chosen {
  const ids = [...chosen.ids].filter(isThere);
  const from = chosen.from !== null && isThere(chosen.from) ? chosen.from : null;
  return ids.length === chosen.ids.size && from === chosen.from ? chosen : { ids: new Set(ids), from };
}
