// Lining up, spreading and rows for what is selected, in a small surface that stays open: one rarely gets it right at once.

import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  LayoutGrid,
  type LucideIcon,
} from 'lucide-react';
import type { Editor } from '../../editor/editor.ts';
import { t } from '../../text/catalogue.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { ActionButton } from './ActionButton.tsx';
import styles from './SelectionBar.module.css';

const offered: readonly (readonly [id: string, icon: LucideIcon])[] = [
  ['align.left', AlignStartVertical],
  ['align.centre', AlignCenterVertical],
  ['align.right', AlignEndVertical],
  ['align.top', AlignStartHorizontal],
  ['align.middle', AlignCenterHorizontal],
  ['align.bottom', AlignEndHorizontal],
  ['distribute.across', AlignHorizontalSpaceBetween],
  ['distribute.down', AlignVerticalSpaceBetween],
  ['arrange.tidy', LayoutGrid],
];

export default function AlignPopover({ editor }: { readonly editor: Editor }) {
  return (
    <Popover
      label={t('bar.align')}
      trigger={<IconButton label={t('bar.align')} icon={<AlignStartVertical />} side="top" />}
    >
      <div className={styles.aligns}>
        {offered.map(([id, Icon]) => (
          <ActionButton key={id} editor={editor} id={id} icon={<Icon />} />
        ))}
      </div>
    </Popover>
  );
}
