// One template looked at closely before it is used: what it is for, how it looks, what happens, step by step.

import { Clock, Download, Save, Trash2, Users } from 'lucide-react';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { limits } from '../../shared/board/limits.ts';
import type { Template } from '../../shared/features/templates/template.ts';
import { t } from '../text/templateWords.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { AgendaList } from './AgendaList.tsx';
import styles from './closely.module.css';
import { TemplatePicture } from './TemplatePicture.tsx';
import { factsOf } from './TemplateTile.tsx';

export interface TemplateDialogProps {
  readonly template: Template;
  /** What the new board is called unless somebody says otherwise; null where there is a board already. */
  readonly boardTitle: string | null;
  readonly useLabel: string;
  readonly busy: boolean;
  /** What stands in the way, in words, with something to do about it. */
  readonly trouble?: ReactNode;
  readonly onUse: (title: string) => void;
  readonly onClose: () => void;
  /** Each where it makes sense. */
  readonly onKeep?: (() => void) | undefined;
  readonly onDownload?: (() => void) | undefined;
  readonly onDelete?: (() => void) | undefined;
}

export function TemplateDialog(props: TemplateDialogProps) {
  const { template, boardTitle, useLabel, busy, trouble, onUse, onClose } = props;
  const [title, setTitle] = useState(boardTitle ?? '');
  const form = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onUse(title.trim() === '' ? (boardTitle ?? '') : title.trim());
  };
  return (
    <Dialog
      open
      size="large"
      title={template.title}
      {...(template.purpose !== '' && { description: template.purpose })}
      onClose={onClose}
      footer={
        <>
          <Extras {...props} />
          <Button variant="solid" type="submit" form={form} busy={busy}>
            {useLabel}
          </Button>
        </>
      }
    >
      <div className={styles.closely}>
        <div className={styles.aside}>
          <TemplatePicture layout={template.layout} large />
          <ul className={styles.badges}>
            <li>
              <Clock aria-hidden="true" />
              {factsOf(template)}
            </li>
            {template.people !== null && (
              <li>
                <Users aria-hidden="true" />
                {t('templates.people', template.people)}
              </li>
            )}
          </ul>
          {template.settings.anonymous === true && <p className={styles.soft}>{t('templates.nameless')}</p>}
          <form id={form} onSubmit={submit}>
            {boardTitle !== null && (
              <TextField
                label={t('templates.boardTitle')}
                value={title}
                maxLength={limits.titleCharsMax}
                autoComplete="off"
                onChange={(event) => setTitle(event.target.value)}
              />
            )}
          </form>
          {trouble}
        </div>
        <section aria-label={t('templates.agenda')}>
          <AgendaList agenda={template.agenda} />
        </section>
      </div>
    </Dialog>
  );
}

function Extras({ onKeep, onDownload, onDelete }: TemplateDialogProps) {
  return (
    <span className={styles.extras}>
      {onDelete && (
        <Button variant="quiet" icon={<Trash2 />} onClick={onDelete}>
          {t('templates.delete')}
        </Button>
      )}
      {onDownload && (
        <Button variant="quiet" icon={<Download />} onClick={onDownload}>
          {t('templates.download')}
        </Button>
      )}
      {onKeep && (
        <Button variant="quiet" icon={<Save />} onClick={onKeep}>
          {t('templates.keep')}
        </Button>
      )}
    </span>
  );
}
