// The gallery of templates on the start page: from a picture to an open board with its agenda ready.

import { useState } from 'react';
import type { Template } from '../../../shared/features/templates/template.ts';
import type { Choice } from '../../templates/find.ts';
import { deleteTemplate, keepTemplate } from '../../templates/keeping.ts';
import { TemplateDialog } from '../../templates/TemplateDialog.tsx';
import { TemplateGallery } from '../../templates/TemplateGallery.tsx';
import { downloadTemplate } from '../../templates/templateFiles.ts';
import { t } from '../../text/templateWords.ts';
import { useSurroundings } from '../surroundings.ts';
import styles from './HomePage.module.css';
import { KeyForm } from './KeyForm.tsx';
import { useNewBoard } from './useNewBoard.ts';
import { dayOf } from './words.ts';

interface Looked {
  readonly template: Template;
  /** The key of one that is kept here. */
  readonly mine: string | null;
  readonly isFile: boolean;
}

export default function HomeTemplates() {
  const { env, store } = useSurroundings();
  const [looked, setLooked] = useState<Looked | null>(null);
  const { start, busy, needsKey, error } = useNewBoard();
  const [title, setTitle] = useState('');

  const choose = ({ template, mine, key }: Choice) =>
    setLooked({ template, mine: mine ? key.replace(/^mine-/, '') : null, isFile: false });
  const use = (template: Template, called: string) => {
    setTitle(called);
    void start({ template, title: called });
  };

  return (
    <>
      <TemplateGallery
        title={t('templates.title')}
        few={4}
        onChoose={choose}
        onFile={(template) => setLooked({ template, mine: null, isFile: true })}
      />
      {looked !== null && (
        <TemplateDialog
          template={looked.template}
          boardTitle={titleOf(looked.template, env.clock.now())}
          useLabel={t('templates.use')}
          busy={busy}
          trouble={
            needsKey ? (
              <KeyForm
                text={t('home.workspaceKeyHint')}
                action={t('templates.use')}
                error={error}
                busy={busy}
                onKey={(key, forGood) => {
                  store.rememberWorkspaceKey(key, forGood);
                  use(looked.template, title);
                }}
              />
            ) : (
              error !== undefined && (
                <p role="alert" className={styles.error}>
                  {error}
                </p>
              )
            )
          }
          onUse={(called) => use(looked.template, called)}
          onClose={() => setLooked(null)}
          {...extrasOf(looked, () => setLooked(null))}
        />
      )}
    </>
  );

  function extrasOf({ template, mine, isFile }: Looked, close: () => void) {
    return {
      onKeep: isFile ? () => void (keepTemplate(template, env) && close()) : undefined,
      onDownload: mine === null ? undefined : () => downloadTemplate(template, env.scheduler),
      onDelete:
        mine === null
          ? undefined
          : () => {
              close();
              deleteTemplate({ key: mine, template });
            },
    };
  }
}

/** `Brainstorm, 22 November`. */
function titleOf({ title }: Template, now: number): string {
  return `${title}, ${dayOf(now)}`;
}
