// Every word on the screen comes from here, in ICU message format, so that a language is a file and a plural is right.

import { setupI18n } from '@lingui/core';
import { appEn } from './app.en.ts';
import { canvasEn } from './canvas.en.ts';
import { transferEn } from './transfer.en.ts';

const en = { ...canvasEn, ...appEn, ...transferEn };

export type MessageId = keyof typeof en;

const i18n = setupI18n({ locale: 'en', messages: { en } });
// In a build they come compiled; only development and tests load the compiler.
if (!import.meta.env.PROD) {
  const { compileMessage } = await import('@lingui/message-utils/compileMessage');
  i18n.setMessagesCompiler(compileMessage);
}

/** The text for an id, with its values filled in. */
export function t(id: MessageId, values?: Readonly<Record<string, string | number>>): string {
  return i18n._(id, values);
}
