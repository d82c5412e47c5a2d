// Who may do what: one table, read by the server to decide and by the client to explain.

export const roles = ['viewer', 'commenter', 'editor', 'facilitator'] as const;

/** From least to most powerful, in the order of `roles`. */
export type Role = (typeof roles)[number];

export type Deed =
  | 'read' // documents, presence, exports
  | 'takePart' // drafts, votes, reactions, comments
  | 'writeCanvas' // items and clusters, imports
  | 'steer' // phases, timer, reveal, attention; also by whoever steers in trust
  | 'facilitate'; // roles, links, board settings

const may: Readonly<Record<Role, readonly Deed[]>> = {
  viewer: ['read'],
  commenter: ['read', 'takePart'],
  editor: ['read', 'takePart', 'writeCanvas'],
  facilitator: ['read', 'takePart', 'writeCanvas', 'steer', 'facilitate'],
};

export function can(role: Role, deed: Deed): boolean {
  return may[role].includes(deed);
}

export function isRole(value: unknown): value is Role {
  return roles.includes(value as Role);
}

export function higherRole(a: Role, b: Role): Role {
  return roles.indexOf(a) >= roles.indexOf(b) ? a : b;
}
