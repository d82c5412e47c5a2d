// The templates that come with the product: each runs as it stands, lies well on the wall, and says everything in every language.

import { describe, expect, it } from 'vitest';
import { agendaLimits, readAgenda } from '../../../../shared/features/session/agenda.ts';
import { allBuiltIn, templateIds } from '../../../../shared/features/templates/builtIn.ts';
import { english } from '../../../../shared/features/templates/english.ts';
import { german } from '../../../../shared/features/templates/german.ts';
import { readTemplate, templateToJson } from '../../../../shared/features/templates/read.ts';
import {
  boundsOf,
  durationOf,
  type Piece,
  type Template,
} from '../../../../shared/features/templates/template.ts';
import { inflated, overlaps } from '../../../../shared/lib/geometry.ts';

const inEnglish = allBuiltIn(english);
const inGerman = allBuiltIn(german);
const all = [...inEnglish, ...inGerman];

const by = <Value>(templates: readonly Template[], what: (template: Template) => Value) =>
  Object.fromEntries(templates.map((template) => [template.id, what(template)]));

/** Pairs of things that lie on one another though neither is inside the other. */
function collisions(layout: readonly Piece[]): string[] {
  return layout.flatMap((a, index) =>
    layout
      .slice(index + 1)
      .filter((b) => overlaps(a, b) && b.in !== a.id && a.in !== b.id)
      .map((b) => `${a.id} ${b.id}`),
  );
}

/** Notes that do not keep the margin of the cluster they are in, and the room of its title. */
function outside(layout: readonly Piece[]): string[] {
  return layout.flatMap(({ id, in: cluster, x, y, w, h }) => {
    const field = layout.find((piece) => piece.id === cluster);
    if (field === undefined) return [];
    const fits =
      x >= field.x + 24 &&
      y >= field.y + 56 &&
      x + w <= field.x + field.w - 24 &&
      y + h <= field.y + field.h - 24;
    return fits ? [] : [id];
  });
}

describe('the templates that come with the product', () => {
  it('are fifteen, and each is what the reader of templates reads, down to the last letter', () => {
    const read = all.map((template) => readTemplate(JSON.parse(templateToJson(template))).template);
    expect([templateIds.length, read]).toEqual([15, all]);
  });

  it('are made of things that neither lie on one another nor stick out of their cluster', () => {
    const flaws = by(inEnglish, ({ layout }) => [...collisions(layout), ...outside(layout)]);
    expect(flaws).toEqual(by(inEnglish, () => []));
  });

  it('fit on a desktop screen at a size at which notes can be read', () => {
    const zooms = by(inEnglish, ({ layout }) => {
      const { w, h } = boundsOf(layout);
      return Math.min((1280 - 192) / w, (800 - 192) / h) >= 0.5;
    });
    expect(zooms).toEqual(by(inEnglish, () => true));
  });

  it('have agendas that are read unchanged, none too long, each step with a time and one thing to do', () => {
    const flaws = by(all, ({ agenda }) => ({
      unread: JSON.stringify(readAgenda(agenda)) === JSON.stringify(agenda) ? 0 : 1,
      empty: agenda.filter(({ title, prompt, minutes }) => title === '' || prompt === '' || minutes === null),
      long: agenda.filter(({ prompt }) => prompt.length > 150 || prompt.length > agendaLimits.promptCharsMax),
      unready: agenda.filter(({ kind, ballot }) => (kind === 'vote') !== (ballot !== null)),
    }));
    expect(flaws).toEqual(by(all, () => ({ unread: 0, empty: [], long: [], unready: [] })));
  });

  it('take the time they say, and no longer than people can bear', () => {
    const times = by(inEnglish, ({ minutes, agenda }) => minutes === durationOf(agenda) && minutes);
    expect(times).toEqual({
      brainstorm: 35,
      'how-might-we': 40,
      'crazy-eights': 37,
      'brainwriting-6-3-5': 55,
      'six-hats': 40,
      'campaign-brainstorm': 45,
      swot: 40,
      'impact-and-effort': 35,
      'pre-mortem': 40,
      'start-stop-continue': 42,
      'mad-sad-glad': 42,
      'daily-check-in': 15,
      'lean-coffee': 40,
      'content-calendar': 40,
      mediation: 85,
    });
  });

  it('say everything in both languages, and nothing twice the same by mistake', () => {
    const texts = (template: Template) => [
      template.title,
      template.purpose,
      ...template.layout.map(({ text }) => text),
      ...template.agenda.flatMap(({ title, prompt }) => [title, prompt]),
    ];
    const same = inEnglish.flatMap((template, index) => {
      const german = inGerman[index] === undefined ? [] : texts(inGerman[index]);
      return texts(template).filter((text, at) => text === german[at] && text !== '');
    });
    const empty = all.flatMap((template) => texts(template).filter((text) => text === ''));
    // What these are called in both.
    expect([same, empty]).toEqual([['Brainwriting 6-3-5', 'SWOT', 'Pre-mortem', 'Mediation'], []]);
  });

  it('let nobody vote for what only explains', () => {
    const options = by(inEnglish, ({ layout, agenda }) => {
      const votes = agenda.flatMap(({ ballot }) => (ballot?.practice === false ? [ballot.options] : []));
      const isFixed = ({ in: cluster, locked }: Piece) =>
        locked || layout.some((piece) => piece.id === cluster && piece.locked);
      return layout
        .filter((piece) => votes.includes(`${piece.kind}s`) && !isFixed(piece))
        .map(({ id }) => id);
    });
    expect(options).toEqual(by(inEnglish, () => []));
  });

  it('leave room round everything', () => {
    const crowded = by(inEnglish, ({ layout }) => {
      const roots = layout.filter((piece) => piece.in === null);
      return roots
        .filter((a) => roots.some((b) => a !== b && overlaps(inflated(a, 7), b)))
        .map(({ id }) => id);
    });
    expect(crowded).toEqual(by(inEnglish, () => []));
  });
});
