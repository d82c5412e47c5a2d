// One field that finds everything: commands, people, notes. Keyboard first: arrows choose, Enter runs, Escape closes.

import { Search } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RawKey } from '../../editor/intents.ts';
import { isText } from '../../editor/typedAhead.ts';
import type { FeatureView } from '../../features/feature.ts';
import { t } from '../../text/catalogue.ts';
import { cx } from '../../ui/cx.ts';
import { Keys } from '../../ui/Keys.tsx';
import { browserShelf } from '../../ui/shelf.ts';
import styles from './commands.module.css';
import { actionEntries, type Entry, noteEntries, peopleEntries } from './entries.tsx';
import { closeThen, useTypedAhead } from './overTheWall.ts';
import { recentCommands, rememberCommand } from './recent.ts';
import { find } from './search.ts';

const shownRecent = 4;
const notesShown = 20;

export interface PaletteProps {
  readonly view: FeatureView;
  readonly onClose: () => void;
}

export default function Palette({ view, onClose }: PaletteProps) {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const entries = useEntries(view, query);
  const active = entries[Math.min(chosen, entries.length - 1)];

  function run(entry: Entry) {
    rememberCommand(browserShelf(), entry.id);
    closeThen(onClose, entry.run);
  }

  function search(text: string) {
    setQuery(text);
    setChosen(0);
  }

  /** True when the list used the key; the field has the others. */
  function steer(key: string): boolean {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[key];
    if (step !== undefined && entries.length > 0) {
      setChosen(stepped(Math.min(chosen, entries.length - 1), step, entries.length));
    } else if (key === 'Enter' && active !== undefined) run(active);
    else return false;
    return true;
  }

  function readKey(key: RawKey): void {
    if (isText(key)) search(query + key.key);
    else if (key.key === 'Backspace') search([...query].slice(0, -1).join(''));
    else if (key.key === 'Escape') closeThen(onClose);
    else steer(key.key);
  }

  useTypedAhead(view.editor, readKey, ({ text }) => search(query + text.trim().replace(/\s+/g, ' ')));

  function onKeyDown(event: KeyboardEvent) {
    if (!event.nativeEvent.isComposing && steer(event.key)) event.preventDefault();
  }

  return (
    <Radix.Root open onOpenChange={(open) => !open && closeThen(onClose)}>
      <Radix.Portal>
        <div className={styles.backdrop} />
        <Radix.Content
          className={styles.palette}
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <Radix.Title className="visually-hidden">{t('palette.title')}</Radix.Title>
          <div className={styles.search}>
            <Search aria-hidden="true" />
            <input
              ref={takeFocus}
              className={styles.query}
              role="combobox"
              aria-expanded={entries.length > 0}
              aria-controls={listId}
              aria-activedescendant={active === undefined ? undefined : optionId(listId, active)}
              aria-label={t('palette.placeholder')}
              placeholder={t('palette.placeholder')}
              value={query}
              dir="auto"
              autoComplete="off"
              spellCheck={false}
              enterKeyHint="go"
              onChange={(event) => search(event.target.value)}
              onKeyDown={onKeyDown}
            />
          </div>
          <Results listId={listId} entries={entries} active={active} onRun={run} onPoint={setChosen} />
          <p className="visually-hidden" role="status">
            {query === '' ? '' : t('palette.found', { count: entries.length })}
          </p>
          <Footer />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** With the first picture: the next key is meant for the field. */
function takeFocus(field: HTMLInputElement | null): void {
  field?.focus();
}

interface ResultsProps {
  readonly listId: string;
  readonly entries: readonly Entry[];
  readonly active: Entry | undefined;
  readonly onRun: (entry: Entry) => void;
  readonly onPoint: (index: number) => void;
}

function Results({ listId, entries, active, onRun, onPoint }: ResultsProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (active === undefined) return;
    list.current
      ?.querySelector(`#${CSS.escape(optionId(listId, active))}`)
      ?.scrollIntoView({ block: 'nearest' });
  }, [active, listId]);
  if (entries.length === 0) return <p className={styles.nothing}>{t('palette.nothing')}</p>;
  return (
    <div ref={list} id={listId} className={styles.results} role="listbox" aria-label={t('palette.results')}>
      {entries.map((entry, index) => (
        <div key={`${entry.section} ${entry.id}`} role="presentation">
          {entry.section !== entries[index - 1]?.section && (
            <div className={styles.section} role="presentation">
              {entry.section}
            </div>
          )}
          {/* biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option. */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field. */}
          <div
            id={optionId(listId, entry)}
            className={cx(styles.option, entry === active && styles.active, entry.danger && styles.danger)}
            role="option"
            aria-selected={entry === active}
            onPointerMove={() => entry !== active && onPoint(index)}
            onClick={() => onRun(entry)}
          >
            <span className={styles.icon} aria-hidden="true">
              {entry.icon}
            </span>
            <span className={styles.label} dir="auto">
              {entry.label}
            </span>
            {entry.keys !== undefined && <Keys keys={entry.keys} />}
          </div>
        </div>
      ))}
    </div>
  );
}

function Footer() {
  return (
    <p className={styles.footer} aria-hidden="true">
      <span>
        <Keys keys="up" /> <Keys keys="down" /> {t('palette.hintMove')}
      </span>
      <span>
        <Keys keys="enter" /> {t('palette.hintRun')}
      </span>
      <span>
        <Keys keys="escape" /> {t('palette.hintClose')}
      </span>
    </p>
  );
}

/** As it was when the palette opened: a list that changes under the hand is pressed in the wrong place. */
function useEntries(view: FeatureView, query: string): readonly Entry[] {
  const all = useMemo(
    () => ({
      recent: recentCommands(browserShelf()),
      commands: [...actionEntries(view.editor), ...peopleEntries(view)],
      notes: noteEntries(view.editor),
    }),
    [view],
  );
  return useMemo(() => {
    const { recent, commands, notes } = all;
    if (query.trim() !== '') {
      const found = find(query, commands, recent).map((entry) => ({
        ...entry,
        section: t('palette.results'),
      }));
      return [...found, ...find(query, notes).slice(0, notesShown)];
    }
    const last = recent
      .flatMap((id) => commands.find((entry) => entry.id === id) ?? [])
      .slice(0, shownRecent);
    const rest = commands.filter((entry) => !last.includes(entry));
    return [...last.map((entry) => ({ ...entry, section: t('palette.recent') })), ...rest];
  }, [all, query]);
}

function stepped(from: number, by: number, count: number): number {
  // One step goes round; a page stops at the end.
  if (Math.abs(by) === 1) return (from + by + count) % count;
  return Math.max(0, Math.min(count - 1, from + by));
}

function optionId(listId: string, entry: Entry): string {
  return `${listId}-${entry.id}`;
}
