// What a panel takes of the page's width, for those who keep clear of it. As in Panel.module.css.

export const panelPx = 372;
/** Up to this width of the page it is a sheet from below instead, and nothing else stands beside it. */
export const sheetBelowPx = 860;
/** Up to this width everything is for thumbs. */
export const phoneBelowPx = 640;
