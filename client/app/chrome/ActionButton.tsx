// A button for an action of the editor: name, key and whether it makes sense now all come from the action.

import type { ReactNode } from 'react';
import type { Editor } from '../../editor/editor.ts';
import { t } from '../../text/catalogue.ts';
import { IconButton, type IconButtonProps } from '../../ui/IconButton.tsx';

export interface ActionButtonProps extends Pick<IconButtonProps, 'side' | 'tone' | 'className'> {
  readonly editor: Editor;
  readonly id: string;
  readonly icon: ReactNode;
  /** Instead of the action's own name, where it depends on the moment. */
  readonly label?: string;
}

export function ActionButton({ editor, id, icon, label, ...rest }: ActionButtonProps) {
  const action = editor.actions.get(id);
  if (action === undefined) return null;
  return (
    <IconButton
      {...rest}
      label={label ?? t(action.label)}
      icon={icon}
      keys={action.keys[0]}
      disabled={!action.enabled(editor)}
      onClick={() => editor.run(id)}
    />
  );
}
