// What the parts of the session call each other by: the panel's id and the keys.

export const panelId = 'session';
export const sessionKey = 's';
export const readyKey = 'y';
