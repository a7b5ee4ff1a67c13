// What is written on a page, as it is painted: texts that cover each other, that are cut off, that
// are too small to read.
import assert from "node:assert/strict";

const hair = 2; // pixels that letters may share or lose

// Every text with its box as painted, what of it is cut off, and the size of its letters.
async function paintedTexts(page) {
  return page.evaluate(() => {
    const styles = new WeakMap();
    const styleOf = (element) => {
      if (!styles.has(element)) styles.set(element, getComputedStyle(element));
      return styles.get(element);
    };
    const remembered = (compute, known = new WeakMap()) => (element) => {
      if (!known.has(element)) known.set(element, compute(element));
      return known.get(element);
    };
    const isShown = remembered((element) => {
      if (!element.checkVisibility()) return false; // in a closed <details>, too
      const style = styleOf(element);
      if (style.visibility === "hidden" || Number(style.opacity) < 0.05) return false;
      if (style.clipPath !== "none") return false;
      if (style.clip !== "auto" && style.position === "absolute") return false;
      return element.parentElement === null || isShown(element.parentElement);
    });
    const numbers = new Map();
    const numberOf = (element) => {
      if (element !== null && !numbers.has(element)) numbers.set(element, numbers.size);
      return element === null ? -1 : numbers.get(element);
    };
    // Texts of different layers may lie over each other.
    const layerOf = remembered((element) => {
      const { position, zIndex } = styleOf(element);
      if (["sticky", "fixed"].includes(position)) return numberOf(element);
      if (position === "absolute" && zIndex !== "auto") return numberOf(element);
      if (element.matches("dialog[open]")) return numberOf(element);
      return element.parentElement ? layerOf(element.parentElement) : -1;
    });
    // What a scrolling region hides can be reached; what a hiding one hides is cut off.
    const painted = (rect, element) => {
      let { left, top, right, bottom } = rect;
      let [cut, scrolls] = [0, false];
      for (let one = element; one; one = one.parentElement) {
        const style = styleOf(one);
        if (style.overflowX === "visible" && style.overflowY === "visible") continue;
        if (style.display === "inline" || one === document.documentElement) continue;
        const frame = one.getBoundingClientRect();
        const hides = ["hidden", "clip"].includes(style.overflowX);
        if (hides && !scrolls && style.textOverflow !== "ellipsis" && style.webkitLineClamp === "none")
          cut = Math.max(cut, frame.left - left, right - frame.right);
        scrolls ||= !hides;
        left = Math.max(left, frame.left);
        right = Math.min(right, frame.right);
        top = Math.max(top, frame.top);
        bottom = Math.min(bottom, frame.bottom);
      }
      if (!scrolls) cut = Math.max(cut, -left, right - document.documentElement.clientWidth);
      return { left, top, right, bottom, cut };
    };
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent.trim();
      const element = node.parentElement;
      if (!text || element.closest("script, style, title, desc, noscript, option, textarea")) continue;
      if (!isShown(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      // An svg may be drawn smaller or larger than it says.
      const scale = element.ownerSVGElement?.getScreenCTM()?.d ?? 1;
      const size = Number.parseFloat(styleOf(element).fontSize) * scale;
      for (const rect of range.getClientRects()) {
        const box = painted(rect, element);
        if (box.right - box.left <= 1 || box.bottom - box.top <= 1) continue;
        found.push({ text, size, ...box, element: numberOf(element), layer: layerOf(element) });
      }
    }
    return found;
  });
}

function pairsOf(texts) {
  const seen = texts
    .filter(({ left, top, right, bottom }) => right - left > hair && bottom - top > hair)
    .sort((a, b) => a.top - b.top);
  const pairs = [];
  seen.forEach((a, at) => {
    for (let next = at + 1; next < seen.length && seen[next].top < a.bottom - hair; ++next) {
      const b = seen[next];
      if (a.element === b.element || a.layer !== b.layer) continue;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      const least = Math.min(a.bottom - a.top, b.bottom - b.top);
      if (across > hair && down > 0.35 * least) pairs.push(`"${a.text}" on "${b.text}"`);
    }
  });
  return [...new Set(pairs)];
}

// Pairs of texts that are painted over each other, by more than a hair.
export async function overlappingTexts(page) {
  return pairsOf(await paintedTexts(page));
}

// All that is wrong with what is written, in words.
export async function faultsOfTexts(page, { least = 0 } = {}) {
  const texts = await paintedTexts(page);
  const cut = texts.filter(({ cut }) => cut > hair);
  const small = texts.filter(({ size }) => size < least - 0.01);
  return [
    ...pairsOf(texts).map((pair) => `painted over each other: ${pair}`),
    ...cut.map(({ text, cut }) => `cut off by ${cut.toFixed(0)} px: "${text}"`),
    ...small.map(({ text, size }) => `letters of ${size.toFixed(1)} px: "${text}"`),
  ];
}

export async function assertNoOverlaps(page, where) {
  assert.deepEqual(await overlappingTexts(page), [], `texts lie over each other in ${where}`);
}
