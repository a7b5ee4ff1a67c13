// Lays labels of marks side by side above a plot, one below the other where they would meet.

export interface PlacedMark {
  x: number;
  label: string;
  row: number;
  anchor: "start" | "end";
}

export function placeMarks(
  marks: { x: number; label: string; width: number }[],
  left: number,
  right: number,
): PlacedMark[] {
  const ends: number[][] = []; // of each row, pairs flattened: from, to
  return marks.map(({ x, label, width }) => {
    const fits = x + 4 + width <= right;
    const anchor = fits || x - 4 - width < left ? "start" : "end";
    const [from, to] = anchor === "start" ? [x, x + 4 + width] : [x - 4 - width, x];
    let row = 0;
    while (!isFree(ends[row], from, to)) ++row;
    (ends[row] ??= []).push(from, to);
    return { x, label, row, anchor };
  });
}

function isFree(taken: number[] | undefined, from: number, to: number): boolean {
  if (!taken) return true;
  for (let at = 0; at < taken.length; at += 2) {
    if (from < taken[at + 1]! + 6 && taken[at]! < to + 6) return false;
  }
  return true;
}
