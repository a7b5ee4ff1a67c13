import { describe, expect, it } from "vitest";
import css from "../theme.css?raw";
import { armStyle, between, contrast, inkOn, parseColour, type Rgb } from "./colours";

// The tokens as theme.css has them: the light ones first, then the dark ones.
const darkFrom = css.indexOf('[data-theme="dark"]');
function tokens(text: string): Map<string, Rgb> {
  const found = [...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)];
  return new Map(found.map(([, name, hex]) => [name!, parseColour(hex!)]));
}
const darkTo = css.indexOf("}", darkFrom);
const themes = { light: tokens(css.slice(0, darkFrom)), dark: tokens(css.slice(darkFrom, darkTo)) };

const texts = [
  "ink", "ink-soft", "ink-faint", "accent", "good", "bad", "warn",
  ...Array.from({ length: 8 }, (_, arm) => `arm-${arm}`),
];
const shapes = ["rule-strong", "focus", "feeling-low", "feeling-high", "satisfaction-low"];

// What somebody with a colour-vision deficiency sees: Machado, Oliveira and Fernandes (2009),
// severity 1, on linear light.
const deficiencies = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
const toLight = (part: number) => {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
function labOf(light: number[]): number[] {
  const [r, g, b] = light.map((part) => Math.min(1, Math.max(0, part))) as [number, number, number];
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
function apart(one: Rgb, other: Rgb, matrix: number[][]): number {
  const [a, b] = [one, other].map((colour) => {
    const light = colour.map(toLight);
    return labOf(matrix.map((row) => light.reduce((sum, part, at) => sum + part * row[at]!, 0)));
  }) as [number[], number[]];
  return Math.hypot(...a.map((part, at) => part - b[at]!));
}

describe.each(Object.entries(themes))("the %s theme", (_, theme) => {
  it.each(texts)("%s is legible as text", (name) => {
    for (const ground of ["paper", "panel"]) {
      expect(contrast(theme.get(name)!, theme.get(ground)!), ground).toBeGreaterThanOrEqual(4.5);
    }
  });
  it.each(["ink", "ink-soft", "accent"])("%s is legible on raised ground", (name) => {
    expect(contrast(theme.get(name)!, theme.get("raised")!)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(["good", "bad", "warn"])("%s is legible on its wash", (name) => {
    const wash = theme.get(`${name}-wash`)!;
    expect(contrast(theme.get(name)!, wash)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.get("ink")!, wash)).toBeGreaterThanOrEqual(4.5);
  });
  it("has legible primary buttons", () => {
    expect(contrast(theme.get("accent-ink")!, theme.get("accent")!)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(shapes)("%s is visible as a shape", (name) => {
    expect(contrast(theme.get(name)!, theme.get("panel")!)).toBeGreaterThanOrEqual(3);
  });
  it.each(Object.keys(deficiencies))("ends of scales stay apart for %s", (deficiency) => {
    const matrix = deficiencies[deficiency as keyof typeof deficiencies];
    for (const scale of ["feeling", "satisfaction"]) {
      const [low, high] = [theme.get(`${scale}-low`)!, theme.get(`${scale}-high`)!];
      expect(apart(low, high, matrix), scale).toBeGreaterThan(25);
    }
  });
});

it("arms differ by more than colour", () => {
  const styles = Array.from({ length: 8 }, (_, arm) => armStyle(arm));
  const looks = new Set(styles.map((style) => `${style.dash}/${style.mark}`));
  expect(looks.size).toBe(8);
  expect(armStyle(8)).toEqual(armStyle(1));
});

it("mixes colours along their stops", () => {
  const stops: Rgb[] = [[0, 0, 0], [100, 100, 100], [200, 0, 0]];
  expect(between(stops, -1)).toEqual([0, 0, 0]);
  expect(between(stops, 0.25)).toEqual([50, 50, 50]);
  expect(between(stops, 0.5)).toEqual([100, 100, 100]);
  expect(between(stops, 2)).toEqual([200, 0, 0]);
});

it("writes dark on bright and bright on dark", () => {
  expect(inkOn("#ffff00")).toBe("#000000");
  expect(inkOn("rgb(0,60,60)")).toBe("#ffffff");
});
