// Where messages go, which ones, in which language. The address is typed once and never shown again.

import { type FormEvent, useId, useState } from 'react';
import { type WebhookEvent, webhookEvents, webhookLimits } from '../../../shared/features/webhook/webhook.ts';
import { language } from '../../text/catalogue.ts';
import { languageNames, languages } from '../../text/language.ts';
import { t } from '../../text/webhookWords.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { WebhookDesk } from './useWebhook.ts';
import styles from './Webhook.module.css';

interface WebhookFormProps {
  readonly desk: WebhookDesk;
  readonly id: string;
  /** The board's own page, for links in messages. */
  readonly page: string;
  readonly onSaved: () => void;
}

export function WebhookForm({ desk, id, page, onSaved }: WebhookFormProps) {
  const target = desk.state?.target ?? null;
  const [takesAnother, setTakesAnother] = useState(false);
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<readonly WebhookEvent[]>(target?.events ?? webhookEvents);
  const [spoken, setSpoken] = useState(target?.language ?? (language.get() === 'de' ? 'de' : 'en'));
  const asksAddress = target === null || takesAnother;
  const trouble = desk.trouble?.deed === 'set' ? desk.trouble.text : undefined;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (events.length === 0) return;
    const args = { events, language: spoken, page, ...(asksAddress && { url: url.trim() }) };
    if (!(await desk.run('set', args))) return;
    setUrl('');
    setTakesAnother(false);
    onSaved();
  };
  const toggle = (event: WebhookEvent) =>
    setEvents((before) =>
      before.includes(event) ? before.filter((one) => one !== event) : [...before, event],
    );

  return (
    <form id={id} className={styles.form} onSubmit={(event) => void save(event)}>
      {target !== null && (
        <div className={styles.target}>
          <p>
            {target.ending === ''
              ? t('webhook.target', { host: target.host })
              : t('webhook.targetEnding', { host: target.host, ending: target.ending })}
          </p>
          <Button variant="quiet" onClick={() => setTakesAnother(!takesAnother)}>
            {takesAnother ? t('webhook.keep') : t('webhook.other')}
          </Button>
        </div>
      )}
      {asksAddress && (
        <TextField
          key={String(takesAnother)}
          label={t('webhook.address')}
          hint={`${t('webhook.addressHint')} ${t('webhook.addressSecret')}`}
          error={trouble}
          type="url"
          dir="ltr"
          required
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={webhookLimits.addressCharsMax}
          placeholder="https://hooks.slack.com/services/…"
          value={url}
          onChange={(event) => setUrl(event.target.value)}
        />
      )}
      {!asksAddress && trouble !== undefined && <p role="alert">{trouble}</p>}
      <EventChoice events={events} onToggle={toggle} />
      <fieldset className={styles.choices}>
        <legend>{t('webhook.language')}</legend>
        <div className={styles.row}>
          {languages.map((each) => (
            <label key={each} className={styles.choice}>
              <input
                type="radio"
                name="language"
                checked={spoken === each}
                onChange={() => setSpoken(each === 'de' ? 'de' : 'en')}
              />
              {languageNames[each]}
            </label>
          ))}
        </div>
      </fieldset>
    </form>
  );
}

function EventChoice(props: {
  readonly events: readonly WebhookEvent[];
  readonly onToggle: (event: WebhookEvent) => void;
}) {
  const { events, onToggle } = props;
  const noteId = useId();
  return (
    <fieldset className={styles.choices} aria-describedby={events.length === 0 ? noteId : undefined}>
      <legend>{t('webhook.events')}</legend>
      {webhookEvents.map((event) => (
        <label key={event} className={styles.choice}>
          <input type="checkbox" checked={events.includes(event)} onChange={() => onToggle(event)} />
          {t(`webhook.event.${event}`)}
        </label>
      ))}
      {events.length === 0 && (
        <p id={noteId} role="alert" className={styles.note}>
          {t('webhook.noEvents')}
        </p>
      )}
    </fieldset>
  );
}
