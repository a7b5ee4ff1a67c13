// Sizes of a chart in pixels, from the width it has and the type of the page.
import { theme } from "../base/theme.svelte";

const printWidth = 380; // two charts side by side on a sheet
const smallPrintWidth = 190; // four of them
const letter = 0.56; // width of an average letter, in heights

// Size of small type in pixels; larger on a projector.
export function typeSize(isSmall: boolean): number {
  const isLarge = theme.projector && !theme.printing;
  if (theme.printing) return isSmall ? 9 : 10;
  const root = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return root * (isLarge ? 0.7 : 0.75);
}

export function chartWidth(measured: number, isSmall: boolean): number {
  if (theme.printing) return isSmall ? smallPrintWidth : printWidth;
  return Math.max(240, measured);
}

export function textWidth(text: string, size: number): number {
  return text.length * size * letter;
}
