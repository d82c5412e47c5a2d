// The one thing that a client and a reader of tables both have to know.

/** Asked for as a column: every cell of the table is an idea. */
export const everyCell = '*';
