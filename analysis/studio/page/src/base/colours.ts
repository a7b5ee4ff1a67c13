// Colours that carry meaning: arms, feelings, satisfaction; each beside a shape, a dash or a word.
import { theme } from "./theme.svelte";

export type Rgb = readonly [number, number, number];
export type MarkShape = "none" | "circle" | "square" | "triangle" | "diamond" | "cross" | "ring";
export interface ArmStyle {
  colour: string; // for CSS and SVG
  dash: string; // stroke-dasharray
  mark: MarkShape;
}

const dashes = ["", "", "7 3", "2 2.5", "9 3 2 3", "5 2", "1 3", "12 4"];
const marks: MarkShape[] = [
  "none", "circle", "square", "triangle", "diamond", "cross", "ring", "circle",
];

// How an arm is drawn; 0 is the baseline.
export function armStyle(arm: number): ArmStyle {
  const place = arm < 8 ? arm : 1 + ((arm - 1) % 7);
  return {
    colour: `var(--arm-${place})`,
    dash: dashes[place] ?? "",
    mark: marks[place] ?? "circle",
  };
}

// Value of a custom property of theme.css under the theme of the moment, for canvas.
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
export function armColour(arm: number): string {
  return token(armStyle(arm).colour.slice(4, -1));
}

export function parseColour(hex: string): Rgb {
  const value = Number.parseInt(hex.trim().slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

// The colour at share 0..1 of the way through equally spaced stops.
export function between(stops: readonly Rgb[], share: number): Rgb {
  const last = stops.length - 1;
  const place = Math.min(1, Math.max(0, share)) * last;
  const below = Math.min(Math.floor(place), last - 1);
  const [from, to] = [stops[below]!, stops[below + 1]!];
  const mix = (i: 0 | 1 | 2) => Math.round(from[i] + (to[i] - from[i]) * (place - below));
  return [mix(0), mix(1), mix(2)];
}

let cached: { theme: string; scales: Map<string, string[]> } = { theme: "", scales: new Map() };
const steps = 40;

// A scale of theme.css as a list of ready colours; made once for each theme.
function scale(name: "feeling" | "satisfaction"): string[] {
  if (cached.theme !== theme.shown) cached = { theme: theme.shown, scales: new Map() };
  let colours = cached.scales.get(name);
  if (!colours) {
    const stops = ["low", "middle", "high"].map((at) => parseColour(token(`--${name}-${at}`)));
    colours = Array.from({ length: steps + 1 }, (_, i) => {
      return `rgb(${between(stops, i / steps).join(",")})`;
    });
    cached.scales.set(name, colours);
  }
  return colours;
}

function pick(colours: string[], share: number): string {
  return colours[Math.round(Math.min(1, Math.max(0, share)) * steps)]!;
}

// How somebody feels, -1 (vermilion) over 0 (grey) to +1 (teal). Moods beyond ±0.6 are rare, so
// the ends of the scale lie there.
export const strongFeeling = 0.6;
export function feelingColour(valence: number): string {
  return pick(scale("feeling"), (valence / strongFeeling + 1) / 2);
}

// Share of the satisfied: vermilion at and below one half, teal at and above 95%.
export const satisfactionRange = [0.5, 0.95] as const;
export function satisfactionColour(share: number | null): string {
  if (share === null) return token("--raised");
  const [low, high] = satisfactionRange;
  return pick(scale("satisfaction"), (share - low) / (high - low));
}

// Words beside the colour, so that colour never speaks alone.
export function feelingWord(valence: number): string {
  if (valence <= -0.3) return "upset";
  if (valence <= -0.05) return "displeased";
  if (valence < 0.05) return "unmoved";
  return valence < 0.3 ? "pleased" : "delighted";
}
export function satisfactionWord(share: number | null): string {
  if (share === null) return "not known";
  if (share < 0.6) return "poor";
  if (share < 0.75) return "mixed";
  return share < 0.9 ? "good" : "very good";
}

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

// WCAG contrast ratio, 1 to 21.
export function contrast(one: Rgb, other: Rgb): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

// Black or white, whichever is read better on a colour "rgb(r,g,b)" or "#rrggbb".
export function inkOn(colour: string): string {
  const parts = colour.startsWith("#")
    ? parseColour(colour)
    : (colour.match(/\d+/g)!.slice(0, 3).map(Number) as unknown as Rgb);
  return contrast(parts, [255, 255, 255]) >= contrast(parts, [0, 0, 0]) ? "#ffffff" : "#000000";
}
