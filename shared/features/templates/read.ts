// A template as it arrives (a file, a request, this browser's memory), read whole or not at all: half a plan is none, so the
// first part that is wrong is named. Never throws.
//
//   { "format": "wallflower-template", "version": 1, "id", "title", "purpose", "group", "people": { "min", "max" },
//     "settings": { "anonymous", "canvasLock", "hideCursors", "lobby" },
//     "layout": [{ "id", "kind": "note" | "cluster", "in": id of a cluster or null, "x", "y", "w", "h", "text", "colour",
//                  "locked" }],
//     "agenda": [{ "id", "kind", "title", "prompt", "minutes", "editorsWrite", "anonymous", "rounds", "ballot" }] }
//
// Only format, version, title, and of a piece id, kind, x and y, of a step id and kind are needed.

import * as v from 'valibot';
import { limits } from '../../board/limits.ts';
import { wellFormed } from '../../board/textDiff.ts';
import { colours } from '../../items/colour.ts';
import { kindSpecs } from '../../items/item.ts';
import { roundToEighth } from '../../lib/geometry.ts';
import { agendaLimits, ballotMethods, phaseKinds, readAgenda } from '../session/agenda.ts';
import { durationOf, type Piece, type Template, templateGroups, templateLimits } from './template.ts';

const templateFormat = 'wallflower-template';
const templateVersion = 1;

/** Why something is no template. */
export interface TemplateProblem {
  readonly code: 'not-a-template' | 'newer-template' | 'template-too-large' | 'bad-template';
  /** Which part is wrong, as `agenda.2.minutes`; counted from 0. Only with `bad-template`. */
  readonly part?: string;
  /** In English. */
  readonly message: string;
}

export type TemplateReading =
  | { readonly template: Template; readonly problem: null }
  | { readonly template: null; readonly problem: TemplateProblem };

/** What is in a file. */
export function parseTemplate(text: string): TemplateReading {
  if (new TextEncoder().encode(text).length > templateLimits.bytesMax) return tooLarge();
  try {
    return readTemplate(JSON.parse(text));
  } catch {
    return notATemplate();
  }
}

/** What was parsed already. Any value gives an answer. */
export function readTemplate(value: unknown): TemplateReading {
  const head = v.safeParse(headSchema, value);
  if (!head.success) return notATemplate();
  if (head.output.version > templateVersion)
    return wrong('newer-template', 'This template was made by a newer version of Wallflower.');
  if (isTooLarge(value)) return tooLarge();
  const parsed = v.safeParse(templateSchema, value, { abortEarly: true });
  if (!parsed.success) return bad(v.getDotPath(parsed.issues[0]) ?? '');
  const { layout, agenda, people, ...rest } = parsed.output;
  const misplaced = firstMisplaced(layout);
  if (misplaced !== null) return bad(misplaced);
  const steps = readAgenda(agenda);
  const repeated = agenda.findIndex(({ id }, index) => agenda.findIndex((step) => step.id === id) < index);
  if (repeated >= 0 || steps.length !== agenda.length) return bad(`agenda.${Math.max(0, repeated)}.id`);
  if (people !== null && people.min > people.max) return bad('people.max');
  const { anonymous, canvasLock, hideCursors, lobby } = rest.settings;
  return {
    problem: null,
    template: {
      id: rest.id,
      title: rest.title,
      purpose: rest.purpose,
      group: rest.group,
      people,
      minutes: durationOf(steps),
      settings: {
        ...(anonymous && { anonymous }),
        ...(canvasLock && { canvasLock }),
        ...(hideCursors && { hideCursors }),
        ...(lobby && { lobby }),
      },
      layout: layout.map(pieceOf),
      agenda: steps,
    },
  };
}

/** As a request and a file hold it: what was read comes back the same. */
export function templateFile({ minutes: _, ...template }: Template): object {
  return { format: templateFormat, version: templateVersion, ...template };
}

/** The text of its file: a thing a line, to be read by people too. */
export function templateToJson({ minutes: _, layout, agenda, ...rest }: Template): string {
  const lines = (list: readonly object[]) =>
    list.length === 0 ? '[]' : `[\n${list.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`;
  const facts = Object.entries({ format: templateFormat, version: templateVersion, ...rest }).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  return `{\n${facts.join('')}  "layout": ${lines(layout)},\n  "agenda": ${lines(agenda)}\n}\n`;
}

const headSchema = v.object({
  format: v.literal(templateFormat),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

const textUpTo = (charsMax: number) =>
  v.pipe(
    v.string(),
    v.maxLength(charsMax),
    v.transform((text) => wellFormed(text)),
  );
const numberIn = (min: number, max: number) => v.pipe(v.number(), v.minValue(min), v.maxValue(max));
const wholeIn = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const coordinate = numberIn(-limits.coordinateMax, limits.coordinateMax);
const size = numberIn(limits.sizeMin, limits.sizeMax);
const yesOrNo = v.optional(v.boolean(), false);

const pieceSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,40}$/)),
  kind: v.picklist(['note', 'cluster']),
  in: v.optional(v.nullable(v.string()), null),
  x: coordinate,
  y: coordinate,
  w: v.optional(size),
  h: v.optional(size),
  text: v.optional(textUpTo(templateLimits.textCharsMax), ''),
  colour: v.optional(v.picklist(colours)),
  locked: yesOrNo,
});

// The bounds are those of `readAgenda`, which mends what is beyond them; a template is told.
const stepSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,32}$/)),
  kind: v.picklist(phaseKinds),
  title: v.optional(textUpTo(limits.titleCharsMax), ''),
  prompt: v.optional(textUpTo(agendaLimits.promptCharsMax), ''),
  minutes: v.optional(v.nullable(numberIn(0.1, agendaLimits.minutesMax)), null),
  editorsWrite: v.optional(v.nullable(v.boolean()), null),
  anonymous: yesOrNo,
  rounds: v.optional(
    v.nullable(
      v.object({ count: wholeIn(2, agendaLimits.roundsMax), ideas: wholeIn(1, agendaLimits.roundIdeasMax) }),
    ),
    null,
  ),
  ballot: v.optional(
    v.nullable(
      v.object({
        method: v.picklist(ballotMethods),
        options: v.picklist(['notes', 'clusters']),
        votes: wholeIn(1, agendaLimits.votesMax),
        maxPerOption: wholeIn(1, agendaLimits.votesMax),
        practice: yesOrNo,
      }),
    ),
    null,
  ),
});

const templateSchema = v.object({
  id: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)), 'own'),
  title: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(limits.titleCharsMax),
    v.transform(wellFormed),
  ),
  purpose: v.optional(textUpTo(templateLimits.purposeCharsMax), ''),
  group: v.optional(v.nullable(v.picklist(templateGroups)), null),
  people: v.optional(
    v.nullable(
      v.object({ min: wholeIn(1, templateLimits.peopleMax), max: wholeIn(1, templateLimits.peopleMax) }),
    ),
    null,
  ),
  settings: v.optional(
    v.object({ anonymous: yesOrNo, canvasLock: yesOrNo, hideCursors: yesOrNo, lobby: yesOrNo }),
    {},
  ),
  layout: v.optional(v.pipe(v.array(pieceSchema), v.maxLength(templateLimits.piecesMax)), []),
  agenda: v.optional(v.pipe(v.array(stepSchema), v.maxLength(agendaLimits.stepsMax)), []),
});

type ReadPiece = v.InferOutput<typeof pieceSchema>;

function pieceOf(piece: ReadPiece): Piece {
  const spec = kindSpecs[piece.kind];
  return {
    id: piece.id,
    kind: piece.kind,
    in: piece.in,
    x: roundToEighth(piece.x),
    y: roundToEighth(piece.y),
    w: roundToEighth(piece.w ?? spec.size.w),
    h: roundToEighth(piece.h ?? spec.size.h),
    text: piece.text,
    colour: piece.colour ?? spec.colour,
    locked: piece.locked,
  };
}

/** A cluster comes before what is in it, so nothing is ever inside itself. */
function firstMisplaced(layout: readonly ReadPiece[]): string | null {
  const clusters = new Set<string>();
  const ids = new Set<string>();
  for (const [index, piece] of layout.entries()) {
    if (ids.has(piece.id)) return `layout.${index}.id`;
    if (piece.in !== null && !clusters.has(piece.in)) return `layout.${index}.in`;
    ids.add(piece.id);
    if (piece.kind === 'cluster') clusters.add(piece.id);
  }
  return null;
}

function isTooLarge(value: unknown): boolean {
  const text = JSON.stringify(value);
  return (
    text.length > templateLimits.bytesMax || new TextEncoder().encode(text).length > templateLimits.bytesMax
  );
}

function notATemplate(): TemplateReading {
  return wrong('not-a-template', 'This is not a Wallflower template.');
}

function tooLarge(): TemplateReading {
  return wrong('template-too-large', `A template has at most ${templateLimits.bytesMax / 1000} kB.`);
}

function bad(part: string): TemplateReading {
  const problem = {
    code: 'bad-template',
    part,
    message: `"template.${part}" is missing or malformed.`,
  } as const;
  return { template: null, problem };
}

function wrong(code: TemplateProblem['code'], message: string): TemplateReading {
  return { template: null, problem: { code, message } };
}
