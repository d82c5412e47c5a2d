// A search over a list that is in view: what is found is counted aloud, an arrow goes down to it, Escape empties the field.

import { Search } from 'lucide-react';
import type { Ref } from 'react';
import styles from './SearchField.module.css';

export interface SearchFieldProps {
  readonly label: string;
  readonly search: string;
  /** In words: how much was found. Said once something is searched for. */
  readonly found: string;
  readonly onSearch: (search: string) => void;
  /** From the field down to what it found. */
  readonly onLeave: () => void;
  readonly fieldRef?: Ref<HTMLInputElement>;
}

export function SearchField({ label, search, found, onSearch, onLeave, fieldRef }: SearchFieldProps) {
  return (
    <>
      <label className={styles.search}>
        <Search aria-hidden="true" />
        <input
          ref={fieldRef}
          type="search"
          aria-label={label}
          placeholder={label}
          value={search}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onSearch(event.target.value)}
          onKeyDown={(event) => {
            // While an input method composes, every key is its own.
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Escape' && search !== '') {
              // It empties the field, and does not close what the field stands in.
              event.stopPropagation();
              onSearch('');
            }
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
            event.preventDefault();
            onLeave();
          }}
        />
      </label>
      <p role="status" className="visually-hidden">
        {search !== '' && found}
      </p>
    </>
  );
}
