// A new action item in one line; owner and day can be typed in it, picked while typing, or set in their fields.

import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import {
  type ActionItem,
  actionItemLimits,
  type Owner,
} from '../../../shared/features/actionItems/actionItems.ts';
import { type Day, isDay } from '../../../shared/features/actionItems/day.ts';
import { readTyped } from '../../../shared/features/actionItems/typed.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/actionItemWords.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { TextField } from '../../ui/TextField.tsx';
import styles from './ActionItems.module.css';
import { addItem } from './deeds.ts';
import { todayHere } from './here.ts';
import { OwnerField } from './OwnerField.tsx';
import { useSuggestions } from './useSuggestions.ts';
import { ownerNamed, ownerText } from './words.ts';

interface NewLineProps {
  readonly board: OpenBoard;
  readonly onAdded: (text: string) => void;
}

/** What was set by hand; what is typed in the line counts only where nothing was. */
interface Set {
  readonly owner?: Owner | null;
  /** Of a name that is being typed. */
  readonly ownerWords?: string;
  readonly due?: Day | null;
}

export function NewLine({ board, onAdded }: NewLineProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [line, setLine] = useState('');
  const [set, setSet] = useState<Set>({});
  const [isBusy, setBusy] = useState(false);
  const today = todayHere(board);
  const typed = readTyped(line, { people: [...board.session.people().values()], today });
  const owner = set.owner === undefined ? typed.owner : set.owner;
  const due = set.due === undefined ? typed.due : set.due;
  const suggestions = useSuggestions({
    board,
    today,
    field,
    line,
    listId: `${id}-list`,
    onPick: (rest, picked) => {
      setLine(rest);
      setSet(
        picked.kind === 'owner'
          ? { ...set, owner: picked.owner, ownerWords: picked.label }
          : { ...set, due: picked.due },
      );
    },
  });
  const add = async (event?: FormEvent) => {
    event?.preventDefault();
    const said: Pick<ActionItem, 'text' | 'owner' | 'due'> = { text: typed.text, owner, due };
    if (said.text === '' || isBusy) return;
    setBusy(true);
    const made = await addItem(board, said);
    setBusy(false);
    if (made === null) return;
    setLine('');
    setSet({});
    onAdded(said.text);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, every key is its own.
    if (event.nativeEvent.isComposing || suggestions.onKeyDown(event)) return;
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void add();
  };
  const { offered, active } = suggestions;
  return (
    <form className={styles.newLine} onSubmit={(event) => void add(event)}>
      <div className={styles.lineBox}>
        <TextField
          data-first=""
          ref={field}
          label={t('actionItem.new')}
          placeholder={t('actionItem.new.example')}
          hint={t('actionItem.new.hint')}
          value={line}
          maxLength={actionItemLimits.textCharsMax}
          autoComplete="off"
          {...suggestions.aria}
          onChange={({ target }) => {
            setLine(target.value);
            suggestions.look();
          }}
          onSelect={suggestions.look}
          onBlur={suggestions.close}
          onKeyDown={onKeyDown}
        />
        {offered.length > 0 && (
          <div
            id={`${id}-list`}
            className={styles.suggestions}
            role="listbox"
            aria-label={t('actionItem.suggestions')}
          >
            {offered.map((each, index) => (
              <div
                key={each.key}
                id={`${id}-list-${index}`}
                className={cx(styles.suggestion, index === active && styles.active)}
                role="option"
                aria-selected={index === active}
                tabIndex={-1}
                // Before the field loses the focus, and the list with it.
                onPointerDown={(event) => {
                  event.preventDefault();
                  suggestions.pick(each);
                }}
              >
                {each.kind === 'owner' && <Avatar name={each.label} colour={each.colour} size="small" />}
                <span dir="auto">{each.label}</span>
              </div>
            ))}
          </div>
        )}
      </div>
      {(line.trim() !== '' || set.owner !== undefined || set.due !== undefined) && (
        <div className={styles.fields}>
          <OwnerField
            board={board}
            value={set.ownerWords ?? ownerText(board, owner)}
            onChange={(words) => setSet({ ...set, ownerWords: words, owner: ownerNamed(board, words) })}
          />
          <TextField
            label={t('actionItem.due')}
            type="date"
            value={due ?? ''}
            onChange={({ target }) => setSet({ ...set, due: isDay(target.value) ? target.value : null })}
          />
          <Button variant="solid" type="submit" busy={isBusy} disabled={typed.text === ''}>
            {t('actionItem.add')}
          </Button>
        </div>
      )}
    </form>
  );
}
