// summary.md: the outline as Markdown (CommonMark). A note may say anything, so whatever Markdown would take as a sign is
// escaped: read by a Markdown parser, every text comes back letter by letter.

import { isoTime } from './json.ts';
import type { Outline, OutlineCluster, OutlineNote } from './outline.ts';
import { type SummaryLanguage, summaryWords } from './summaryWords.ts';

type Words = (typeof summaryWords)[SummaryLanguage];

export function outlineToMarkdown(outline: Outline, language: SummaryLanguage = 'en'): string {
  const words = summaryWords[language];
  const { counts } = outline;
  const blocks = [
    `# ${escapeHeading(outline.title) || `*${words.untitledBoard}*`}`,
    [
      `- ${words.date}: ${isoTime(outline.exportedAt).slice(0, 16).replace('T', ' ')} UTC`,
      `- ${words.ideas}: ${counts.notes}`,
      `- ${words.clusters}: ${counts.clusters}`,
      `- ${words.participants}: ${counts.people}`,
    ].join('\n'),
  ];
  if (outline.people.length > 0) {
    blocks.push(`## ${words.participants}`);
    blocks.push(
      outline.people.map(({ name, role }) => `- ${escapeText(name)} (${words.roles[role]})`).join('\n'),
    );
  }
  blocks.push(`## ${words.ideas}`);
  for (const cluster of outline.clusters) pushCluster(blocks, cluster, { level: 3, words });
  if (outline.loose.length > 0) {
    if (outline.clusters.length > 0) blocks.push(`### *${words.outside}*`);
    blocks.push(noteList(outline.loose, words));
  }
  pushParked(blocks, outline.parked, words);
  if (outline.wins.length > 0) {
    blocks.push(`## ${words.wins}`);
    blocks.push(outline.wins.map((win) => `- ${escapeText(win, '  ')}`).join('\n'));
  }
  if (counts.notes + counts.clusters === 0) blocks.push(`*${words.emptyBoard}*`);
  return `${blocks.join('\n\n')}\n`;
}

/** What belongs elsewhere stands apart, under the title that people gave it. */
function pushParked(blocks: string[], parked: OutlineCluster | null, words: Words): void {
  if (parked === null || parked.notes.length + parked.clusters.length === 0) return;
  blocks.push(`## ${words.parked}`);
  if (parked.notes.length > 0) blocks.push(noteList(parked.notes, words));
  for (const inner of parked.clusters) pushCluster(blocks, inner, { level: 3, words });
}

function pushCluster(
  blocks: string[],
  cluster: OutlineCluster,
  { level, words }: { level: number; words: Words },
): void {
  // Markdown has six levels; clusters nested deeper share the last.
  blocks.push(
    `${'#'.repeat(Math.min(level, 6))} ${escapeHeading(cluster.title) || `*${words.untitledCluster}*`}`,
  );
  if (cluster.notes.length > 0) blocks.push(noteList(cluster.notes, words));
  for (const inner of cluster.clusters) pushCluster(blocks, inner, { level: level + 1, words });
}

function noteList(notes: readonly OutlineNote[], words: Words): string {
  return notes
    .map((note) => `- ${note.text === '' ? `*${words.emptyNote}*` : escapeText(note.text, '  ')}`)
    .join('\n');
}

/** Text as a paragraph; its lines are kept apart by hard breaks, continued at `indent`. */
function escapeText(text: string, indent = ''): string {
  const [, before = '', body = '', after = ''] = /^(\n*)([\s\S]*?)(\n*)$/.exec(text) ?? [];
  const lines = body.split('\n').map(escapeLine);
  const last = lines.pop() ?? '';
  // Two spaces or a backslash at its end make a line break. The backslash is for empty lines only: behind an address many
  // readers would take it for a part of the link.
  const broken = lines.map((line) => `${line === '' ? '\\' : `${line}  `}\n${indent}`).join('');
  // At the very beginning or end of a paragraph a line break is none.
  return '&#10;'.repeat(before.length) + broken + last + '&#10;'.repeat(after.length);
}

function escapeHeading(text: string): string {
  return text
    .split('\n')
    .map((line) => escapeLine(line).replaceAll(/(?<![\\&])#/g, '\\#'))
    .join('&#10;');
}

function escapeLine(line: string): string {
  return escapeSigns(line)
    .replace(/^([-+=>:#])/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replaceAll(/^\s+|\s+$/g, asReferences);
}

function escapeSigns(line: string): string {
  return (
    line
      .replaceAll('\0', '\ufffd')
      .replaceAll(/[\\`*[\]~|$]/g, '\\$&')
      // Inside a word an underscore means nothing, and escaped it would break addresses in some readers.
      .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replaceAll(/&(?=#?[A-Za-z0-9]+;)/g, '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('\r', '&#13;')
  );
}

/** White space at the edge of a line would be dropped, so it is written as character references. */
function asReferences(space: string): string {
  return [...space].map((c) => `&#${c.codePointAt(0)};`).join('');
}
