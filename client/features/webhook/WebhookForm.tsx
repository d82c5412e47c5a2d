// Where messages go, which ones, in which language. The address is typed once and never shown again.

import { Send } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import {
  type WebhookEvent,
  type WebhookState,
  webhookEvents,
  webhookLimits,
} from '../../../shared/features/webhook/webhook.ts';
import { language } from '../../text/catalogue.ts';
import { languageNames, languages } from '../../text/language.ts';
import { t } from '../../text/webhookWords.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { LastMessage } from './LastMessage.tsx';
import type { WebhookDesk } from './useWebhook.ts';
import styles from './Webhook.module.css';

/** What was saved a moment ago; null from the next change on. */
export type Saved = 'address' | 'choice' | null;

interface WebhookFormProps {
  readonly desk: WebhookDesk;
  readonly id: string;
  /** The board's own page, for links in messages. */
  readonly page: string;
  /** By the server's clock. */
  readonly now: number;
  readonly saved: Saved;
  readonly onSaved: (saved: Saved) => void;
}

export function WebhookForm({ desk, id, page, now, saved, onSaved }: WebhookFormProps) {
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
    onSaved(asksAddress ? 'address' : 'choice');
  };
  const toggle = (event: WebhookEvent) =>
    setEvents((before) =>
      before.includes(event) ? before.filter((one) => one !== event) : [...before, event],
    );

  return (
    <form
      id={id}
      className={styles.form}
      onChange={() => onSaved(null)}
      onSubmit={(event) => void save(event)}
    >
      {target !== null && desk.state !== undefined && (
        <Target
          desk={desk}
          target={target}
          state={desk.state}
          now={now}
          takesAnother={takesAnother}
          isNew={saved === 'address'}
          onOther={() => setTakesAnother(!takesAnother)}
        />
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
          placeholder={t('webhook.addressExample')}
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

function Target(props: {
  readonly desk: WebhookDesk;
  readonly target: NonNullable<WebhookState['target']>;
  readonly state: WebhookState;
  readonly now: number;
  readonly takesAnother: boolean;
  /** Trying it out is what comes next. */
  readonly isNew: boolean;
  readonly onOther: () => void;
}) {
  const { desk, target, state, now, takesAnother, isNew, onOther } = props;
  const { host, ending } = target;
  return (
    <section className={styles.target} aria-label={t('webhook.last')}>
      <p>{ending === '' ? t('webhook.target', { host }) : t('webhook.targetEnding', { host, ending })}</p>
      <LastMessage state={state} now={now} />
      <div className={styles.row}>
        <Button
          icon={<Send />}
          autoFocus={isNew}
          busy={desk.busy === 'test'}
          disabled={desk.busy !== null}
          onClick={() => void desk.run('test')}
        >
          {t('webhook.test')}
        </Button>
        <Button onClick={onOther}>{takesAnother ? t('webhook.keep') : t('webhook.other')}</Button>
      </div>
    </section>
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
