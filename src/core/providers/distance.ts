/**
 * Optimal string alignment distance of two words, at most `limit`; undefined when they are further apart.
 * A swap of neighbours is one edit, which is what people do to host names (stmp, gmial).
 */
export function alignmentDistance(a: string, b: string, limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = nextRow(a, b, i, last, before);
    if (Math.min(...row) > limit) return undefined;
    before = last;
    last = row;
  }
  const distance = last[b.length] ?? 0;
  return distance <= limit ? distance : undefined;
}

function nextRow(a: string, b: string, i: number, last: readonly number[], before: readonly number[]): number[] {
  const row = [i];
  for (let j = 1; j <= b.length; j++) {
    const cost = a[i - 1] === b[j - 1] ? 0 : 1;
    const edited = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + cost);
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    row.push(swapped ? Math.min(edited, at(before, j - 2) + 1) : edited);
  }
  return row;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0;
}
