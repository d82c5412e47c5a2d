// English texts of the list of all items, and of what is said aloud about deeds on the board.

export const outlineEn = {
  'outline.open': 'List of all ideas',
  'table.open': 'Table of all ideas',
  'outline.title': 'All ideas',
  'outline.total': '{count, plural, one {# item} other {# items}}',
  'outline.empty': 'Nothing on this board yet.',
  'outline.emptyNote': 'Empty note',
  'outline.cluster': '{count, plural, one {{title}, # note, cluster} other {{title}, # notes, cluster}}',
  'outline.keys':
    'Arrow keys choose, Enter writes, N makes a new note, M moves into a cluster and more, Delete removes, Space adds to the selection, Escape goes back to the canvas.',
  'outline.keysReadOnly': 'Arrow keys choose, Escape goes back to the canvas.',
  'outline.more': 'What to do with {title}',
  'outline.moveInto': 'Move into “{title}”',
  'outline.moveOut': 'Move out of the cluster',

  'announce.deleted': '{count, plural, one {# item deleted} other {# items deleted}}',
  'announce.restored': '{count, plural, one {# item is back} other {# items are back}}',
  'announce.added': '{count, plural, one {# item added} other {# items added}}',
  'announce.movedInto': '{count, plural, one {Moved into {title}} other {# items moved into {title}}}',
  'announce.movedOut':
    '{count, plural, one {Moved out of the cluster} other {# items moved out of the cluster}}',
} as const;
