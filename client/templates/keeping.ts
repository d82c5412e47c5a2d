// Keeping a template in this browser, and letting it go again with a way back, each with a word about it.

import type { Template } from '../../shared/features/templates/template.ts';
import type { Env } from '../../shared/lib/env.ts';
import { randomToken } from '../../shared/lib/ids.ts';
import { t } from '../text/templateWords.ts';
import { toast } from '../ui/Toast.tsx';
import { type MyTemplate, myTemplates, myTemplatesMax } from './myTemplates.ts';

/** False when it could not be kept; that is said already. */
export function keepTemplate(template: Template, { random }: Pick<Env, 'random'>): boolean {
  const own = { ...template, group: null };
  const trouble = myTemplates.keep({ key: randomToken(random, 8), template: own });
  if (trouble === null) {
    toast({ text: t('templates.kept', { title: template.title }) });
    return true;
  }
  const text =
    trouble === 'full' ? t('templates.tooManyKept', { max: myTemplatesMax }) : t('templates.notKept');
  toast({ text, tone: 'trouble' });
  return false;
}

export function deleteTemplate(mine: MyTemplate): void {
  myTemplates.remove(mine.key);
  toast({
    text: t('templates.deleted', { title: mine.template.title }),
    action: { label: t('templates.undo'), run: () => void myTemplates.keep(mine) },
  });
}
