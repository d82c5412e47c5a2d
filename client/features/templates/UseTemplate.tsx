// Choosing a template for the board that is open: first the gallery, then one of them closely.

import { useState } from 'react';
import type { Template } from '../../../shared/features/templates/template.ts';
import type { OpenBoard } from '../../app/openBoard.ts';
import { TemplateDialog } from '../../templates/TemplateDialog.tsx';
import { TemplateGallery } from '../../templates/TemplateGallery.tsx';
import { t } from '../../text/templateWords.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { applyTemplate } from './applyTemplate.ts';

interface UseTemplateProps {
  readonly board: OpenBoard;
  readonly onClose: () => void;
}

export default function UseTemplate({ board, onClose }: UseTemplateProps) {
  const [looked, setLooked] = useState<Template | null>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  if (looked === null) {
    return (
      <Dialog
        open
        size="large"
        title={t('templates.openTitle')}
        description={t('templates.openText')}
        onClose={onClose}
      >
        <TemplateGallery
          title={null}
          few={null}
          onChoose={({ template }) => setLooked(template)}
          onFile={setLooked}
        />
      </Dialog>
    );
  }
  const apply = async () => {
    setBusy(true);
    setTrouble(await applyTemplate(board, looked, onClose));
    setBusy(false);
  };
  return (
    <TemplateDialog
      template={looked}
      boardTitle={null}
      useLabel={t('templates.add')}
      busy={busy}
      trouble={trouble !== null && <p role="alert">{trouble}</p>}
      onUse={() => void apply()}
      onClose={() => {
        setTrouble(null);
        setLooked(null);
      }}
    />
  );
}
