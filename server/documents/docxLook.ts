// How a summary looks in a word processor: styles that people can change for the whole document at once.

import type { IPropertiesOptions } from 'docx';

type Docx = typeof import('docx');

/** A4; `text` is what lies between the margins. */
export const pageTwips = {
  margin: { top: 1_134, bottom: 1_134, left: 1_134, right: 1_134 },
  text: 11_906 - 2 * 1_134,
} as const;

export const inkSoft = '59636e';
const ink = '1f2328';
const font = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial' };

export function docxLook(docx: Docx, language: string): Pick<IPropertiesOptions, 'styles' | 'numbering'> {
  return { styles: stylesOf(language), numbering: bulletsOf(docx) };
}

function stylesOf(language: string): NonNullable<IPropertiesOptions['styles']> {
  const heading = (size: number, before: number, after: number) => ({
    run: { font, size, bold: true, color: ink },
    paragraph: { keepNext: true, spacing: { before, after } },
  });
  const style = (id: string, name: string, run: object, paragraph: object = {}) => ({
    id,
    name,
    basedOn: 'Normal',
    run,
    paragraph,
  });
  return {
    default: {
      document: {
        run: { font, size: 21, color: ink, language: { value: language === 'de' ? 'de-DE' : 'en-GB' } },
        paragraph: { spacing: { after: 100, line: 264, lineRule: 'auto' } },
      },
      heading1: heading(40, 0, 200),
      heading2: {
        ...heading(27, 360, 120),
        paragraph: {
          keepNext: true,
          spacing: { before: 360, after: 120 },
          border: { bottom: { style: 'single', size: 4, color: 'd8dce2', space: 2 } },
        },
      },
      heading3: heading(23, 240, 80),
      heading4: heading(21, 200, 60),
      heading5: heading(21, 160, 60),
      heading6: heading(21, 160, 60),
    },
    paragraphStyles: [
      style('lead', 'Lead', { size: 23 }, { spacing: { after: 200 } }),
      style('soft', 'Soft', { size: 19, color: inkSoft }),
      style('prompt', 'Prompt', { color: inkSoft, italics: true }),
      style('item', 'Item', {}, { spacing: { after: 40 } }),
      style('factName', 'Fact name', { color: inkSoft }, { spacing: { after: 0 } }),
      style('fact', 'Fact', {}, { spacing: { after: 20 } }),
      style('resultRank', 'Result rank', {}, { alignment: 'right', spacing: { after: 0 } }),
      style('resultFigure', 'Result figure', {}, { alignment: 'right', spacing: { after: 0 } }),
      style(
        'resultDetail',
        'Result detail',
        { size: 17, color: inkSoft },
        { alignment: 'right', spacing: { after: 0 } },
      ),
      style('foot', 'Foot', { size: 16, color: inkSoft }),
      style('space', 'Space', { size: 8 }, { spacing: { after: 0 } }),
    ],
  };
}

function bulletsOf({ LevelFormat }: Docx): NonNullable<IPropertiesOptions['numbering']> {
  return {
    config: [
      {
        reference: 'bullets',
        levels: [0, 1, 2].map((level) => ({
          level,
          format: LevelFormat.BULLET,
          text: '•',
          style: { paragraph: { indent: { start: 340 + level * 340, hanging: 240 } } },
        })),
      },
    ],
  };
}
