// The colours of paper and ink as the light theme has them, for pictures, which have no style sheet. A test holds them equal
// to the theme's own.

import type { Colour } from '../../items/colour.ts';

export interface PicturePaint {
  readonly fill: string;
  readonly band: string;
  readonly ink: string;
  readonly field: string;
  readonly fieldLine: string;
  readonly fieldInk: string;
}

export const wallColour = '#f7f4ee';
export const shadowColour = '#4a3b1c';
/** Of 255. */
export const shadowAlpha = 0x12;

export const paints: Readonly<Record<Colour, PicturePaint>> = {
  yellow: {
    fill: '#fbe89f',
    band: '#eedb92',
    ink: '#433700',
    field: '#f4ecd0',
    fieldLine: '#d9cea6',
    fieldInk: '#4e420d',
  },
  orange: {
    fill: '#ffe0c6',
    band: '#ffd1a9',
    ink: '#512e0a',
    field: '#fee7d4',
    fieldLine: '#e7c7ac',
    fieldInk: '#5d3916',
  },
  pink: {
    fill: '#ffdbe5',
    band: '#fecbd9',
    ink: '#542736',
    field: '#fee4eb',
    fieldLine: '#e6c3cc',
    fieldInk: '#603141',
  },
  purple: {
    fill: '#eddfff',
    band: '#e5d0ff',
    ink: '#402f53',
    field: '#f0e8fb',
    fieldLine: '#d3c8e3',
    fieldInk: '#4a395e',
  },
  blue: {
    fill: '#d2eaff',
    band: '#bde0fe',
    ink: '#163b57',
    field: '#deeffe',
    fieldLine: '#b9d1e6',
    fieldInk: '#224663',
  },
  teal: {
    fill: '#bdf2f1',
    band: '#aae8e8',
    ink: '#004141',
    field: '#daf2f1',
    fieldLine: '#b4d6d5',
    fieldInk: '#0d4c4c',
  },
  green: {
    fill: '#cbf3cb',
    band: '#bbe9bb',
    ink: '#1e4120',
    field: '#e0f2e0',
    fieldLine: '#bcd6bc',
    fieldInk: '#294c2a',
  },
  grey: {
    fill: '#e9e6e1',
    band: '#dedad5',
    ink: '#3a3833',
    field: '#edecea',
    fieldLine: '#cfcdca',
    fieldInk: '#45423e',
  },
};
