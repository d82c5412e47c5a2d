// For the build: messages are compiled here, so that no browser has to load a parser for them.

import { compileMessage } from '@lingui/message-utils/compileMessage';
import { transformWithOxc } from 'vite';

const catalogueFile = /\/client\/text\/\w+\.[a-z]{2}\.ts$/;

/**
 * Turns each file of messages (one exported object of texts, no imports) into the same object, compiled.
 * @returns {import('vite').Plugin}
 */
export function compiledMessages() {
  return {
    name: 'compiled-messages',
    apply: 'build',
    enforce: 'pre',
    async transform(source, id) {
      if (!catalogueFile.test(id)) return null;
      const { code } = await transformWithOxc(source, id, { sourcemap: false });
      const exported = await import(`data:text/javascript,${encodeURIComponent(code)}`);
      const lines = Object.entries(exported).map(([name, messages]) => {
        const compiled = Object.entries(messages).map(([key, text]) => [key, compileMessage(text)]);
        return `export const ${name} = ${JSON.stringify(Object.fromEntries(compiled))};`;
      });
      return { code: lines.join('\n'), map: null };
    },
  };
}
