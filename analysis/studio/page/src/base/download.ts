// Puts numbers and figures into files on the reader's own disk; no server takes part.
import { csv, type Table } from "./table";

export function fileName(words: string, ending: string): string {
  const name = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `${name || "cxsim"}.${ending}`;
}

export function downloadBlob(blob: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function downloadText(text: string, type: string, name: string) {
  downloadBlob(new Blob([text], { type: `${type};charset=utf-8` }), name);
}

export function downloadCsv(table: Table, name = fileName(table.caption, "csv")) {
  downloadText(csv(table), "text/csv", name);
}

const kept = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity",
  "stroke-linejoin", "stroke-linecap", "opacity", "font-family", "font-size", "font-weight",
  "text-anchor", "dominant-baseline", "visibility",
];

// The drawing with the styles it has on the page, so that it looks the same elsewhere.
export function standaloneSvg(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll("*")];
  originals.forEach((original, at) => {
    const style = getComputedStyle(original);
    const target = copies[at]!;
    for (const property of kept) target.setAttribute(property, style.getPropertyValue(property));
    target.removeAttribute("class");
    target.removeAttribute("style");
  });
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  const panel = getComputedStyle(document.documentElement).getPropertyValue("--panel").trim();
  ground.setAttribute("fill", panel || "#ffffff");
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy);
}

export function downloadSvg(svg: SVGSVGElement, name: string) {
  downloadText(standaloneSvg(svg), "image/svg+xml", name);
}

export async function downloadCanvasPng(canvas: HTMLCanvasElement, name: string) {
  const blob = await new Promise<Blob | null>((ready) => canvas.toBlob(ready, "image/png"));
  if (blob) downloadBlob(blob, name);
}
