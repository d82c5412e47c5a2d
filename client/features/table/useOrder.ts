// Which rows the table shows and where they stand: sorted and narrowed when somebody asks for it, and held from then on.

import { useMemo, useRef, useState } from 'react';
import { heldOrder, sameOrder } from '../../lists/heldOrder.ts';
import {
  type ColumnWords,
  comparing,
  type Filters,
  type IdeaColumn,
  isNarrowed,
  keeping,
  type Sorting,
} from '../../lists/ideaColumns.ts';
import type { IdeaRow } from '../../lists/ideaRows.ts';
import { linesOf } from '../../lists/lines.ts';
import type { Ideas } from './useIdeas.ts';

export interface Order {
  readonly shown: readonly IdeaRow[];
  readonly sorting: Sorting | null;
  readonly filters: Filters;
  readonly search: string;
  /** Sorted anew, some rows would stand elsewhere or be gone. */
  readonly isStale: boolean;
  readonly isNarrowed: boolean;
  sort(sorting: Sorting | null): void;
  filter(filters: Filters): void;
  find(search: string): void;
  again(): void;
}

const textOf = (row: IdeaRow): string => `${row.text} ${row.clusterTitle} ${row.author}`;

export function useOrder(ideas: Ideas, words: ColumnWords): Order {
  const [sorting, sort] = useState<Sorting | null>(null);
  const [filters, filter] = useState<Filters>({});
  const [search, find] = useState('');
  const [times, setTimes] = useState(0);
  const held = useRef<{ wish: unknown; ids: readonly string[] }>({ wish: null, ids: [] });

  const wish = useMemo(() => ({ sorting, filters, search, times }), [sorting, filters, search, times]);
  const fresh = useMemo(() => {
    const compare = sorting === null ? {} : { compare: comparing(sorting, words) };
    const lines = linesOf(ideas.rows, { search, textOf, keeps: keeping(filters), ...compare });
    return lines.flatMap((line) => (line.kind === 'row' ? [line.row.id as string] : []));
  }, [ideas, words, sorting, filters, search]);
  const ids = useMemo(() => {
    const before = held.current;
    const next = before.wish === wish ? heldOrder(before.ids, fresh, (id) => ideas.byId.has(id)) : fresh;
    held.current = { wish, ids: next };
    return next;
  }, [ideas, fresh, wish]);
  const shown = useMemo(() => ids.flatMap((id) => ideas.byId.get(id) ?? []), [ids, ideas]);
  const columns = Object.keys(filters) as IdeaColumn[];
  return {
    shown,
    sorting,
    filters,
    search,
    isStale: !sameOrder(ids, fresh),
    isNarrowed: search.trim() !== '' || columns.some((column) => isNarrowed(filters[column])),
    sort,
    filter,
    find,
    again: () => setTimes((count) => count + 1),
  };
}
