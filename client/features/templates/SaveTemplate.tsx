// The board becomes a template: what it is called, what is kept, and where it goes.

import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { limits } from '../../../shared/board/limits.ts';
import { parseTemplate, templateToJson } from '../../../shared/features/templates/read.ts';
import { templateLimits } from '../../../shared/features/templates/template.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import styles from '../../templates/closely.module.css';
import { keepTemplate } from '../../templates/keeping.ts';
import { TemplatePicture } from '../../templates/TemplatePicture.tsx';
import { downloadTemplate } from '../../templates/templateFiles.ts';
import { t } from '../../text/templateWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { type KeptOfWall, type TemplateMade, templateOf } from './templateOf.ts';

interface SaveTemplateProps {
  readonly board: OpenBoard;
  readonly onClose: () => void;
}

export default function SaveTemplate({ board, onClose }: SaveTemplateProps) {
  const { agenda, settings } = board.session.state();
  const [title, setTitle] = useState(() => board.session.title() || t('templates.saveTitle'));
  const [wall, setWall] = useState<KeptOfWall>('all');
  const [withAgenda, setWithAgenda] = useState(agenda.length > 0);
  const made = useMemo(
    () => templateOf({ items: board.board.items, agenda, settings }, { title, wall, agenda: withAgenda }),
    [board, agenda, settings, title, wall, withAgenda],
  );
  const { template } = made;
  const trouble = troubleOf(made);
  const mayKeep = trouble === null && template.title !== '';
  const { env } = board.editor;
  return (
    <Dialog
      open
      size="large"
      title={t('templates.saveTitle')}
      description={t('templates.saveText')}
      onClose={onClose}
      footer={
        <>
          <Button
            icon={<Download />}
            disabled={!mayKeep}
            onClick={() => downloadTemplate(template, env.scheduler)}
          >
            {t('templates.download')}
          </Button>
          <Button
            variant="solid"
            disabled={!mayKeep}
            onClick={() => void (keepTemplate(template, env) && onClose())}
          >
            {t('templates.keep')}
          </Button>
        </>
      }
    >
      <div className={styles.closely}>
        <div className={styles.form}>
          <TextField
            label={t('templates.name')}
            value={title}
            maxLength={limits.titleCharsMax}
            autoComplete="off"
            autoFocus
            onChange={(event) => setTitle(event.target.value)}
          />
          <fieldset className={styles.choices}>
            <legend>{t('templates.what')}</legend>
            {walls.map(([each, label]) => (
              <label key={each} className={styles.choice}>
                <input type="radio" name="wall" checked={wall === each} onChange={() => setWall(each)} />
                {t(label)}
              </label>
            ))}
          </fieldset>
          {agenda.length > 0 && (
            <label className={styles.choice}>
              <input
                type="checkbox"
                checked={withAgenda}
                onChange={(event) => setWithAgenda(event.target.checked)}
              />
              {t('templates.keepAgenda', { steps: agenda.length })}
            </label>
          )}
          {trouble !== null && (
            <p role="alert" className={styles.trouble}>
              {trouble}
            </p>
          )}
          {made.shortened > 0 && (
            <p className={styles.soft}>{t('templates.shortened', { count: made.shortened })}</p>
          )}
        </div>
        <div className={styles.aside}>
          <TemplatePicture layout={template.layout} large />
        </div>
      </div>
    </Dialog>
  );
}

const walls = [
  ['all', 'templates.keepAll'],
  ['clusters', 'templates.keepClusters'],
  ['nothing', 'templates.keepNothing'],
] as const satisfies readonly (readonly [KeptOfWall, string])[];

/** Why it can be no template, in words; null when it can. */
function troubleOf({ template }: TemplateMade): string | null {
  const { layout, agenda } = template;
  const max = templateLimits.piecesMax;
  if (layout.length > max) return t('templates.tooManyThings', { max, count: layout.length });
  if (layout.length === 0 && agenda.length === 0) return t('templates.nothingToKeep');
  const { problem } = parseTemplate(templateToJson({ ...template, title: template.title || '-' }));
  return problem && t(`templates.problem.${problem.code}`, { part: problem.part ?? '' });
}
