// Pages and widgets that most visits to a board never show, or show after its first picture.

import { later } from '../ui/later.tsx';

export const JoinPage = later(async () => ({ default: (await import('./JoinPage.tsx')).JoinPage }));
export const WaitingPage = later(async () => ({ default: (await import('./WaitingPage.tsx')).WaitingPage }));
export const TroublePage = later(async () => ({ default: (await import('./TroublePage.tsx')).TroublePage }));
export const ToastArea = later(async () => ({ default: (await import('../ui/Toast.tsx')).ToastArea }));
export const Tooltips = later(async () => ({ default: (await import('../ui/Tooltip.tsx')).TooltipProvider }));
