// A template in from a file and out to one. Whatever is wrong with a file is said in words.

import { parseTemplate, type TemplateProblem, templateToJson } from '../../shared/features/templates/read.ts';
import { type Template, templateLimits } from '../../shared/features/templates/template.ts';
import type { Scheduler } from '../../shared/lib/env.ts';
import { t } from '../text/templateWords.ts';

export const fileEnding = '.wallflower-template.json';

export type FileReading = { readonly template: Template } | { readonly trouble: string };

export async function readTemplateFile(file: File): Promise<FileReading> {
  // Nobody waits for a film to be read as a template.
  if (file.size > templateLimits.bytesMax) return { trouble: t('templates.problem.template-too-large') };
  try {
    const { template, problem } = parseTemplate((await file.text()).replace(/^\ufeff/, ''));
    return problem === null ? { template } : { trouble: troubleOf(problem) };
  } catch {
    return { trouble: t('templates.problem.unreadable') };
  }
}

export function downloadTemplate(template: Template, scheduler: Scheduler): void {
  const address = URL.createObjectURL(new Blob([templateToJson(template)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${fileName(template.title)}${fileEnding}`;
  link.click();
  // It has begun with the click; some browsers read the data a little later.
  scheduler.after(60_000, () => URL.revokeObjectURL(address));
}

/** Without what some system takes for something else in a name. */
export function fileName(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\p{Cc}/\\:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '')
    .slice(0, 80)
    .trim();
  return plain === '' ? 'template' : plain;
}

function troubleOf({ code, part = '' }: TemplateProblem): string {
  return t(`templates.problem.${code}`, { part });
}
