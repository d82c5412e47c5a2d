// Every word on the screen comes from here, in ICU message format, so that a language is a file and a plural is right.
//
// A new part of the product brings two files: `<part>.en.ts`, listed here and in the first load, because English stands in
// wherever something is missing; and `<part>.de.ts`, listed in german.ts, which only those load who read it. Each exports
// one object of texts and imports nothing but types: the build compiles these files one by one (compileMessages.mjs).
// What is said only in parts that are fetched when they are wanted need not be in the first load: such a part takes its `t` from a
// file like templateWords.ts, which brings the English with it.
// The types see to it that no text lacks its German one; tests/client/text compares the placeholders.

import { setupI18n } from '@lingui/core';
import { type ReadonlySignal, Signal } from '../../shared/lib/signal.ts';
import type { actionItemsEn } from './actionItems.en.ts';
import { appEn } from './app.en.ts';
import { arrangeEn } from './arrange.en.ts';
import { boardsEn } from './boards.en.ts';
import { canvasEn } from './canvas.en.ts';
import type { chromeEn } from './chromeTexts.ts';
import { commandsEn } from './commands.en.ts';
import type { exportEn } from './export.en.ts';
import type { feedEn } from './feed.en.ts';
import type { importEn } from './import.en.ts';
import { keysEn } from './keys.en.ts';
import { numberLocales, pseudoLanguage, type SpokenLanguage } from './language.ts';
import { offlineEn } from './offline.en.ts';
import { peopleEn } from './people.en.ts';
import { refusalsEn } from './refusals.en.ts';
import type { resultsEn } from './results.en.ts';
import { sessionEn } from './session.en.ts';
import type { sessionViewEn } from './sessionView.en.ts';
import type { summaryEn } from './summary.en.ts';
import type { tableEn } from './table.en.ts';
import type { templatesEn } from './templates.en.ts';
import type { votingPageEn } from './votingPage.en.ts';
import type { webhookEn } from './webhook.en.ts';

const en = {
  ...canvasEn,
  ...boardsEn,
  ...appEn,
  ...arrangeEn,
  ...commandsEn,
  ...offlineEn,
  ...peopleEn,
  ...keysEn,
  ...refusalsEn,
  ...sessionEn,
};

export type MessageId =
  | keyof typeof en
  | keyof typeof actionItemsEn
  | keyof typeof chromeEn
  | keyof typeof exportEn
  | keyof typeof feedEn
  | keyof typeof resultsEn
  | keyof typeof sessionViewEn
  | keyof typeof importEn
  | keyof typeof summaryEn
  | keyof typeof tableEn
  | keyof typeof templatesEn
  | keyof typeof votingPageEn
  | keyof typeof webhookEn;

const i18n = setupI18n({ locale: 'en', messages: { en } });
// In a build they come compiled; only development and tests load the compiler.
if (!import.meta.env.PROD) {
  const { compileMessage } = await import('@lingui/message-utils/compileMessage');
  i18n.setMessagesCompiler(compileMessage);
}

let english: Readonly<Record<string, string>> = en;

/** English texts that come with a part fetched later. Other languages have all of theirs from the beginning. */
export function addTexts(texts: Readonly<Record<string, string>>): void {
  english = { ...english, ...texts };
  i18n.load('en', { ...texts });
}

// Tests look at parts one by one, without what they stand in.
if (!import.meta.env.PROD) addTexts((await import('./chromeTexts.ts')).chromeEn);

const spoken = new Signal<SpokenLanguage>('en');
/** What `t` speaks now. Whoever keeps a text longer than one render asks for it again when this changes. */
export const language: ReadonlySignal<SpokenLanguage> = spoken;

/**
 * Changes the language when its texts have arrived.
 * @param browser `navigator.languages`: how their owner writes numbers and dates.
 * @throws where the texts cannot be fetched; then everything stays as it was.
 */
export async function speak(next: SpokenLanguage, browser: readonly string[]): Promise<void> {
  const messages = { ...english, ...(await textsOf(next)) };
  i18n.loadAndActivate({ locale: next, locales: numberLocales(next, browser), messages });
  spoken.set(next);
}

async function textsOf(wanted: SpokenLanguage): Promise<Readonly<Record<string, string>>> {
  if (wanted === 'de') return (await import('./german.ts')).german;
  // No build for people has it; their bundler drops these lines.
  if (import.meta.env.MODE !== 'production' && wanted === pseudoLanguage) {
    await Promise.all([
      import('./actionItemWords.ts'),
      import('./summaryWords.ts'),
      import('./templateWords.ts'),
      import('./sessionViewWords.ts'),
      import('./resultWords.ts'),
      import('./chromeWords.ts'),
      import('./votingPageWords.ts'),
      import('./webhookWords.ts'),
      import('./exportWords.ts'),
      import('./importWords.ts'),
      import('./feedWords.ts'),
      import('./tableWords.ts'),
    ]);
    return (await import('./pseudo.ts')).pseudoTexts(english);
  }
  return english;
}

/** The text for an id, with its values filled in. */
export function t(id: MessageId, values?: Readonly<Record<string, string | number>>): string {
  return i18n._(id, values);
}

/** For `Intl`: the language of the texts, written as this browser's owner is used to. */
export function textLocales(): string[] {
  return [i18n.locales ?? i18n.locale].flat();
}
