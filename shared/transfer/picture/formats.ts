// The files that are pictures of a board, or hold one: what they are called and what they are to a browser.

export const pictureFormats = ['board.svg', 'board.png', 'archive.zip'] as const;

export type PictureFormat = (typeof pictureFormats)[number];

export const pictureTypes: Readonly<Record<PictureFormat, string>> = {
  'board.svg': 'image/svg+xml; charset=utf-8',
  'board.png': 'image/png',
  'archive.zip': 'application/zip',
};

export function isPictureFormat(format: string): format is PictureFormat {
  return pictureFormats.some((one) => one === format);
}
