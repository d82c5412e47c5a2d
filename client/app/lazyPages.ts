// Pages and widgets that most visits to a board never show, or show after its first picture.

import { lazy } from 'react';

export const JoinPage = lazy(async () => ({ default: (await import('./JoinPage.tsx')).JoinPage }));
export const TroublePage = lazy(async () => ({ default: (await import('./TroublePage.tsx')).TroublePage }));
export const ToastArea = lazy(async () => ({ default: (await import('../ui/Toast.tsx')).ToastArea }));
export const Tooltips = lazy(async () => ({ default: (await import('../ui/Tooltip.tsx')).TooltipProvider }));
