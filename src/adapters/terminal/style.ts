import type { Level } from '../../core/index.ts';

type Paint = (text: string) => string;

/** Colours and weights; each leaves the text as it is where there is no colour. */
export interface Style {
  bold: Paint;
  dim: Paint;
  level: Record<Level, Paint>;
}

/** Select Graphic Rendition (ECMA-48): switches on, and off again. */
function sgr(on: number, off: number): Paint {
  return (text) => `\u001B[${on}m${text}\u001B[${off}m`;
}

const PLAIN: Paint = (text) => text;

const COLOURED: Style = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  level: { good: sgr(32, 39), risky: sgr(33, 39), broken: sgr(31, 39), unknown: sgr(36, 39) },
};

const UNCOLOURED: Style = {
  bold: PLAIN,
  dim: PLAIN,
  level: { good: PLAIN, risky: PLAIN, broken: PLAIN, unknown: PLAIN },
};

export function styleFor(coloured: boolean): Style {
  return coloured ? COLOURED : UNCOLOURED;
}
