// The templates that come with the product, in a language: the plans with its words filled in. Each is what the reader of
// templates reads; the tests see to it.

import type { Step } from '../session/agenda.ts';
import type { Words } from './english.ts';
import type { Plan, PlannedStep } from './plan.ts';
import { plansForGroups } from './plansForGroups.ts';
import { plansForIdeas } from './plansForIdeas.ts';
import { durationOf, type Template } from './template.ts';

const plans = { ...plansForIdeas, ...plansForGroups };

export type TemplateId = keyof typeof plans;

/** In the order in which they are offered. */
export const templateIds = Object.keys(plans) as TemplateId[];

export function isTemplateId(value: unknown): value is TemplateId {
  return typeof value === 'string' && Object.hasOwn(plans, value);
}

/** Its plan, with all texts in one language. */
export function builtIn(id: TemplateId, words: Words): Template {
  const { group, people, layout, agenda, settings = {} }: Plan = plans[id];
  const { title, purpose, layout: texts, steps } = words[id] as Wording;
  const filled = agenda.map((step) => stepOf(step, steps[step.id]));
  return {
    id,
    title,
    purpose,
    group,
    people,
    minutes: durationOf(filled),
    settings,
    layout: layout.map((piece) => ({ ...piece, text: texts[piece.id] ?? '' })),
    agenda: filled,
  };
}

export function allBuiltIn(words: Words): Template[] {
  return templateIds.map((id) => builtIn(id, words));
}

interface Wording {
  readonly title: string;
  readonly purpose: string;
  readonly layout: Readonly<Partial<Record<string, string>>>;
  readonly steps: Readonly<Partial<Record<string, readonly [title: string, prompt: string]>>>;
}

function stepOf(step: PlannedStep, words: readonly [string, string] | undefined): Step {
  const { id, kind, minutes, anonymous = false, editorsWrite = null, rounds = null, ballot = null } = step;
  const [title, prompt] = words ?? ['', ''];
  return { id, kind, title, prompt, minutes, editorsWrite, anonymous, rounds, ballot };
}
