// Changing an action item where it stands.

import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { type ActionItem, actionItemLimits } from '../../../shared/features/actionItems/actionItems.ts';
import { isDay } from '../../../shared/features/actionItems/day.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/actionItemWords.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import styles from './ActionItems.module.css';
import { changeItem } from './deeds.ts';
import { OwnerField } from './OwnerField.tsx';
import { ownerNamed, ownerText } from './words.ts';

interface CardFormProps {
  readonly board: OpenBoard;
  readonly item: ActionItem;
  readonly onDone: () => void;
}

export function CardForm({ board, item, onDone }: CardFormProps) {
  const [text, setText] = useState(item.text);
  const named = ownerText(board, item.owner);
  const [owner, setOwner] = useState(named);
  const [due, setDue] = useState<string>(item.due ?? '');
  const [isBusy, setBusy] = useState(false);
  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() === '' || isBusy) return;
    setBusy(true);
    const who = owner.trim() === named ? item.owner : ownerNamed(board, owner);
    const isKept = await changeItem(board, item.id, {
      text: text.trim(),
      owner: who,
      due: isDay(due) ? due : null,
    });
    setBusy(false);
    if (isKept) onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onDone();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)} onKeyDown={onKeyDown}>
      <TextArea
        label={t('actionItem.text')}
        rows={2}
        maxLength={actionItemLimits.textCharsMax}
        value={text}
        required
        autoFocus
        onChange={({ target }) => setText(target.value)}
      />
      <div className={styles.fields}>
        <OwnerField board={board} value={owner} onChange={setOwner} />
        <TextField
          label={t('actionItem.due')}
          type="date"
          value={due}
          onChange={({ target }) => setDue(target.value)}
        />
      </div>
      <div className={styles.buttons}>
        <Button variant="quiet" onClick={onDone}>
          {t('actionItem.cancel')}
        </Button>
        <Button variant="solid" type="submit" busy={isBusy} disabled={text.trim() === ''}>
          {t('actionItem.save')}
        </Button>
      </div>
    </form>
  );
}
