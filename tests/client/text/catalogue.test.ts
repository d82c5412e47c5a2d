// The catalogue as a whole: both languages complete and alike, nothing in it that nobody says.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type CompiledMessage, compileMessage } from '@lingui/message-utils/compileMessage';
import { afterEach, describe, expect, it } from 'vitest';
import { language, speak, t } from '../../../client/text/catalogue.ts';
import { german } from '../../../client/text/german.ts';

const client = path.join(import.meta.dirname, '..', '..', '..', 'client');
const english = await textsOf('.en.ts');
// What is fetched with a part of the page brings its words along.
for (const name of readdirSync(path.join(client, 'text')).filter((file) => file.endsWith('Words.ts')))
  await import(path.join(client, 'text', name));

async function textsOf(ending: string): Promise<Map<string, string>> {
  const files = readdirSync(path.join(client, 'text')).filter((name) => name.endsWith(ending));
  const objects = await Promise.all(files.map((name) => import(path.join(client, 'text', name))));
  return new Map(
    objects.flatMap((exported) =>
      Object.values(exported).flatMap((one) => Object.entries(one as Record<string, string>)),
    ),
  );
}

/** Names of placeholders with what they are filled in as, and the marks of structure, each once, sorted. */
function placeholders(message: CompiledMessage): string[] {
  const found = new Set<string>();
  const walk = (piece: unknown) => {
    if (typeof piece === 'string') for (const mark of piece.match(/<\/?\w+>/g) ?? []) found.add(mark);
    if (!Array.isArray(piece)) return;
    for (const inner of piece) {
      walk(inner);
      if (!Array.isArray(inner)) continue;
      const [name, kind, cases] = inner as unknown[];
      found.add([name, kind].filter(Boolean).join(', '));
      if (typeof cases === 'object' && cases !== null) Object.values(cases).forEach(walk);
    }
  };
  walk(message);
  return [...found].sort();
}

const marks = (texts: ReadonlyMap<string, string>) =>
  Object.fromEntries([...texts].map(([id, text]) => [id, placeholders(compileMessage(text))]));

describe('the catalogue', () => {
  afterEach(() => speak('en', []));

  it('says everything in German, with the same placeholders', () => {
    const inGerman = new Map(Object.entries(german));
    expect(marks(inGerman)).toEqual(marks(english));
  });

  it('knows every English text there is', () => {
    const known = [...english].filter(([, text]) => !text.includes('{'));
    expect(known.map(([id]) => t(id as 'app.name'))).toEqual(known.map(([, text]) => text));
  });

  it('holds nothing that nobody says', () => {
    const code = readdirSync(client, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.[a-z]{2}\.ts$/.test(name))
      .map((name) => readFileSync(path.join(client, name), 'utf8'))
      .join('\n');
    const literals = new Set([...code.matchAll(/['"`]([\w.]+)['"`]/g)].map(([, text]) => text));
    // As in `role.${role}`: whatever the middle is.
    const patterns = [...code.matchAll(/`([a-z]\w*\.[\w.]*\$\{[^`]*)`/g)].map(
      ([, template = '']) =>
        new RegExp(
          `^${template.replaceAll('.', '\\.').replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '[\\w.-]+')}$`,
        ),
    );
    const unused = [...english.keys()].filter(
      (id) => !literals.has(id) && !patterns.some((pattern) => pattern.test(id)),
    );
    expect(unused).toEqual([]);
  });

  it('changes language and back, plurals and numbers included', async () => {
    const say = () => [
      language.get(),
      t('role.viewer'),
      t('import.ideas', { count: 1 }),
      t('import.ideas', { count: 1234 }),
    ];
    const before = say();
    await speak('de', ['de-DE', 'en']);
    const between = say();
    await speak('en', ['en-GB']);
    expect([before, between, say()]).toEqual([
      ['en', 'Viewer', '1 idea', '1,234 ideas'],
      ['de', 'Ansehen', '1 Idee', '1.234 Ideen'],
      ['en', 'Viewer', '1 idea', '1,234 ideas'],
    ]);
  });

  it('pretends to be a language written the other way, with every placeholder in its place', async () => {
    await speak('xx-pseudo', []);
    const bare = (text: string) => text.replace(/[\u202a-\u202e]/g, '');
    expect([
      t('home.undo').startsWith('\u202e'),
      bare(t('people.removeFailed', { name: 'Gärten' })),
      bare(t('import.ideas', { count: 2 })),
    ]).toEqual([true, 'Gärten çööûûļð ñööŧ ƀéé ŕééɱööṽééð.', '2 îîðééååš']);
  });
});
