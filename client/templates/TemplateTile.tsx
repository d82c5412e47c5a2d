// One template in the gallery: how it will look, what it is called, how long it takes.

import { memo } from 'react';
import type { Template } from '../../shared/features/templates/template.ts';
import { t } from '../text/templateWords.ts';
import type { Choice } from './find.ts';
import { TemplatePicture } from './TemplatePicture.tsx';
import styles from './templates.module.css';

interface TemplateTileProps {
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

export const TemplateTile = memo(function TemplateTile({ choice, onChoose }: TemplateTileProps) {
  const { template } = choice;
  return (
    <li className={styles.tile}>
      <button type="button" data-template={choice.key} onClick={() => onChoose(choice)}>
        <TemplatePicture layout={template.layout} />
        <span className={styles.name} dir="auto">
          {template.title}
        </span>
        <span className={styles.facts}>{factsOf(template)}</span>
      </button>
    </li>
  );
});

export function factsOf({ agenda, minutes }: Pick<Template, 'agenda' | 'minutes'>): string {
  return t('templates.facts', { steps: agenda.length, minutes: Math.round(minutes) });
}
