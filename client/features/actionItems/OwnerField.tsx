// Who does it: somebody who is offered, or any name.

import { useId } from 'react';
import { actionItemLimits } from '../../../shared/features/actionItems/actionItems.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { t } from '../../text/actionItemWords.ts';
import { TextField } from '../../ui/TextField.tsx';

interface OwnerFieldProps {
  readonly board: OpenBoard;
  readonly value: string;
  readonly onChange: (words: string) => void;
}

export function OwnerField({ board, value, onChange }: OwnerFieldProps) {
  const id = useId();
  const names = new Set([...board.session.people().values()].map(({ name }) => name));
  return (
    <>
      <TextField
        label={t('actionItem.owner')}
        placeholder={t('actionItem.owner.none')}
        list={id}
        autoComplete="off"
        maxLength={actionItemLimits.ownerCharsMax}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <datalist id={id}>
        {[...names].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
