// The palette. Documents hold the name, never a colour value, so themes and contrast stay ours to set.

export const colours = ['yellow', 'orange', 'pink', 'purple', 'blue', 'teal', 'green', 'grey'] as const;

export type Colour = (typeof colours)[number];

export function isColour(value: unknown): value is Colour {
  return colours.includes(value as Colour);
}
