// Bottom centre: the tools with their keys, and the way back and forth. The active tool is the one solid thing.

import { Hand, type LucideIcon, MousePointer2, Redo2, SquareDashed, StickyNote, Undo2 } from 'lucide-react';
import type { Editor } from '../../editor/editor.ts';
import { t } from '../../text/catalogue.ts';
import type { ToolName } from '../../tools/tool.ts';
import { Card } from '../../ui/Card.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ActionButton } from './ActionButton.tsx';
import styles from './Toolbar.module.css';
import { stateOfActions, useEditorTick } from './useEditorTick.ts';

interface ToolSpec {
  readonly name: ToolName;
  /** The action whose name and key it shows. */
  readonly action: string;
  readonly icon: LucideIcon;
}

const tools: readonly ToolSpec[] = [
  { name: 'select', action: 'tool.select', icon: MousePointer2 },
  { name: 'hand', action: 'tool.hand', icon: Hand },
  { name: 'note', action: 'tool.note', icon: StickyNote },
  { name: 'cluster', action: 'tool.cluster', icon: SquareDashed },
];

const buttons = [...tools.map(({ action }) => action), 'undo', 'redo'];
const shown = (editor: Editor) => `${editor.toolbox.tool} ${stateOfActions(editor, buttons)}`;

export function Toolbar({ editor }: { readonly editor: Editor }) {
  useEditorTick(editor, shown);
  return (
    <Card className={styles.bar} role="toolbar" aria-label={t('board.toolbar')}>
      {tools.map((tool) => (
        <ToolButton key={tool.name} editor={editor} tool={tool} />
      ))}
      <span className={styles.rule} aria-hidden="true" />
      <ActionButton editor={editor} id="undo" icon={<Undo2 />} side="top" />
      <ActionButton editor={editor} id="redo" icon={<Redo2 />} side="top" />
    </Card>
  );
}

function ToolButton({ editor, tool }: { readonly editor: Editor; readonly tool: ToolSpec }) {
  const { name, icon: Icon } = tool;
  const action = editor.actions.get(tool.action);
  if (action === undefined) return null;
  // The key writes a note where the pointer is; the pointer itself is here now, so the button takes the tool in hand.
  const choose = name === 'note' ? () => editor.toolbox.choose('note') : () => editor.run(action.id);
  return (
    <IconButton
      className={styles.tool}
      label={t(action.label)}
      icon={<Icon />}
      keys={action.keys[0]}
      badge={action.keys[0]?.toUpperCase()}
      side="top"
      pressed={editor.toolbox.tool === name}
      disabled={!action.enabled(editor)}
      onClick={choose}
    />
  );
}
