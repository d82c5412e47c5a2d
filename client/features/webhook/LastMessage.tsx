// How the last message fared, in plain words: arrived, or why not and what comes next.

import { CircleAlert, CircleCheck } from 'lucide-react';
import type { Delivery, WebhookState } from '../../../shared/features/webhook/webhook.ts';
import { textLocales } from '../../text/catalogue.ts';
import { t } from '../../text/webhookWords.ts';
import styles from './Webhook.module.css';

export function LastMessage({ state, now }: { readonly state: WebhookState; readonly now: number }) {
  const { last, waiting, lost } = state;
  return (
    <div>
      <div role="status">
        {last === null ? (
          <p className={styles.soft}>{t('webhook.none')}</p>
        ) : (
          <Told delivery={last} now={now} />
        )}
      </div>
      {waiting > 0 && <p className={styles.soft}>{t('webhook.waiting', { count: waiting })}</p>}
      {lost > 0 && <p className={styles.soft}>{t('webhook.lost', { count: lost })}</p>}
    </div>
  );
}

function Told({ delivery, now }: { readonly delivery: Delivery; readonly now: number }) {
  const { event, at, fault, retryAt, attempts, said } = delivery;
  const name = event === null ? t('webhook.name.test') : t(`webhook.name.${event}`);
  const arrived = fault === null;
  return (
    <div className={styles.told} data-arrived={arrived}>
      {arrived ? <CircleCheck aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}
      <div>
        <p>
          <strong>{arrived ? t('webhook.arrived') : t('webhook.notArrived')}</strong>{' '}
          <span className={styles.when}>{t('webhook.lastAt', { name, when: timeOf(at, now) })}</span>
        </p>
        {!arrived && <p>{faultWords(delivery)}</p>}
        {!arrived && said !== '' && <p dir="auto">{t('webhook.said', { said })}</p>}
        {retryAt !== null && <p>{t('webhook.again', { when: timeOf(retryAt, now), attempts })}</p>}
        {!arrived && retryAt === null && event !== null && <p>{t('webhook.over')}</p>}
      </div>
    </div>
  );
}

function faultWords({ fault, status }: Delivery): string {
  if (fault === null) return '';
  if (fault !== 'answer') return t(`webhook.fault.${fault}`);
  const code = { status: status ?? 0 };
  if (code.status === 401 || code.status === 403 || code.status === 404 || code.status === 410)
    return t('webhook.fault.gone', code);
  if (code.status === 429) return t('webhook.fault.tooMany', code);
  return code.status >= 500 ? t('webhook.fault.broken', code) : t('webhook.fault.answer', code);
}

/** Today's without the day. */
function timeOf(at: number, now: number): string {
  const day = new Intl.DateTimeFormat(textLocales(), { dateStyle: 'medium' });
  const time = new Intl.DateTimeFormat(textLocales(), { timeStyle: 'short' }).format(at);
  return day.format(at) === day.format(now) ? time : `${day.format(at)}, ${time}`;
}
