// A figure's drawings as one picture of its own: title, every drawing, and what its lines mean.
const kept = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity",
  "stroke-linejoin", "stroke-linecap", "opacity", "font-family", "font-size", "font-weight",
  "text-anchor", "dominant-baseline", "visibility",
];
const gap = 16;
const widest = 1200; // pixels; more drawings stand below each other

type Attributes = Record<string, string | number>;

function put(element: SVGElement, attributes: Attributes): SVGElement {
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
function made(name: string, attributes: Attributes): SVGElement {
  return put(document.createElementNS("http://www.w3.org/2000/svg", name), attributes);
}
function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
function words(text: string, x: number, y: number, size: number, weight = 400): SVGElement {
  const element = made("text", {
    x, y, fill: colour("--ink"), "font-family": "sans-serif", "font-size": size,
    "font-weight": weight,
  });
  element.textContent = text;
  return element;
}

// With the styles it has on the page, so that it looks the same elsewhere.
function styledCopy(svg: SVGSVGElement, place: Attributes): SVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  originals.forEach((original, at) => {
    const style = getComputedStyle(original);
    const target = copies[at]!;
    for (const property of kept) target.setAttribute(property, style.getPropertyValue(property));
    target.removeAttribute("class");
    target.removeAttribute("style");
  });
  return put(copy, { ...place, overflow: "visible" });
}

// Marks of the lines with their names, from left to right; gives the height they end at.
function addKey(root: SVGElement, figure: HTMLElement, top: number, width: number): number {
  let [x, y] = [gap, top];
  const lines = figure.querySelector(".readout ul")?.querySelectorAll("li") ?? [];
  for (const line of lines) {
    const label = line.querySelector(".label")?.textContent ?? "";
    const length = 36 + 7 * label.length + gap;
    if (x > gap && x + length > width) [x, y] = [gap, y + 20];
    const mark = line.querySelector("svg");
    if (mark) root.append(styledCopy(mark, { x, y: y - 10, width: 28, height: 12 }));
    root.append(words(label, x + 34, y, 12));
    x += length;
  }
  return y;
}

export function pictureOf(figure: HTMLElement, title: string): string | null {
  const drawings = [...figure.querySelectorAll<SVGSVGElement>("svg.drawing")];
  const box = drawings[0]?.viewBox.baseVal;
  if (!box) return null;
  const across = Math.max(1, Math.min(drawings.length, Math.floor(widest / box.width)));
  const width = gap + across * (box.width + gap);
  const root = made("svg", {});
  root.append(made("rect", { width: "100%", height: "100%", fill: colour("--panel") }));
  root.append(words(title, gap, 26, 16, 700));
  const { axis = "" } = figure.querySelector<HTMLElement>("[data-axis]")?.dataset ?? {};
  if (axis) root.append(words(axis, gap, 44, 12));
  const [top, named] = [axis ? 56 : 38, drawings.length > 1 ? 20 : 0];
  const row = box.height + named + gap;
  drawings.forEach((drawing, at) => {
    const x = gap + (at % across) * (box.width + gap);
    const y = top + Math.floor(at / across) * row;
    const name = drawing.closest<HTMLElement>("[data-name]")?.dataset.name ?? "";
    if (named) root.append(words(name, x, y + 12, 13, 650));
    root.append(styledCopy(drawing, { x, y: y + named, width: box.width, height: box.height }));
  });
  const bottom = top + Math.ceil(drawings.length / across) * row + 8;
  const height = addKey(root, figure, bottom, width) + gap;
  put(root, { viewBox: `0 0 ${width} ${height}`, width, height });
  return new XMLSerializer().serializeToString(root);
}
