// The picture of a kind of phase.

import { Boxes, EyeOff, type LucideIcon, MessagesSquare, StickyNote, Vote } from 'lucide-react';
import type { PhaseKind } from '../../../shared/features/session/agenda.ts';

const icons: Readonly<Record<PhaseKind, LucideIcon>> = {
  open: StickyNote,
  silent: EyeOff,
  group: Boxes,
  vote: Vote,
  discuss: MessagesSquare,
};

export function KindIcon({ kind, className }: { readonly kind: PhaseKind; readonly className?: string }) {
  const Icon = icons[kind];
  return <Icon aria-hidden="true" {...(className === undefined ? {} : { className })} />;
}
