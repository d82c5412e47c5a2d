// A link to hand on: to be read, selected by hand, and copied with one press.

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { t } from '../text/catalogue.ts';
import { Button } from './Button.tsx';
import { copyText } from './copyText.ts';
import styles from './LinkField.module.css';

/** `label`: where the link leads. */
export function LinkField({ link, label }: { readonly link: string; readonly label: string }) {
  const [copied, setCopied] = useState<'yes' | 'no' | 'refused'>('no');
  return (
    <div>
      <div className={styles.link}>
        <input
          className={styles.address}
          dir="ltr"
          readOnly
          aria-label={label}
          value={link}
          onFocus={(event) => event.target.select()}
        />
        <Button
          variant="solid"
          size="large"
          icon={copied === 'yes' ? <Check /> : <Copy />}
          onClick={() => void copyText(link).then((done) => setCopied(done ? 'yes' : 'refused'))}
        >
          {t(copied === 'yes' ? 'share.copied' : 'share.copy')}
        </Button>
      </div>
      <p role="status" className={copied === 'refused' ? styles.byHand : 'visually-hidden'}>
        {copied === 'refused' && t('share.copyByHand')}
        {copied === 'yes' && t('share.copied')}
      </p>
    </div>
  );
}
