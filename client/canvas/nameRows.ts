// Names beside pointers that are in one place go below one another. Numbers in, numbers out; knows no pointers.

export interface NamePlate {
  /** The corner where it would stand alone, and its width, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly w: number;
}

export const nameRowPx = 22;
// More people than this in one place cannot be told apart in any arrangement.
const rowsMax = 8;

/** For each plate how many rows lower it stands, so that none covers one before it. */
export function nameRows(plates: readonly NamePlate[]): number[] {
  const placed: NamePlate[] = [];
  return plates.map((plate) => {
    let row = 0;
    while (row < rowsMax && placed.some((other) => covers(other, plate, row))) row++;
    placed.push({ ...plate, y: plate.y + row * nameRowPx });
    return row;
  });
}

function covers(other: NamePlate, plate: NamePlate, row: number): boolean {
  return (
    Math.abs(other.y - plate.y - row * nameRowPx) < nameRowPx &&
    other.x < plate.x + plate.w &&
    plate.x < other.x + other.w
  );
}
