// How a page looks at every width, light and dark: a picture of each sight is kept, and whatever
// is wrong with what can be seen is told, all of it at once.
import assert from "node:assert/strict";
import test from "node:test";
import {
  assertSilent, closePage, newPage, schemes, screenshot, violationsOf, widths, widthsOf,
} from "./browser.mjs";
import { faultsOfTexts } from "./texts.mjs";

const least = { 390: 8.5, 1280: 8.5, 1920: 8.5 }; // pixels of the smallest letters
const readByAxe = [390, 1280]; // wider, the same rules hold

// Fonts are there, and nothing glides any more.
export async function atRest(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const gliding = document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity);
    await Promise.all(gliding.map((one) => one.finished.catch(() => {})));
    for (let frames = 0; frames < 2; ++frames)
      await new Promise((painted) => requestAnimationFrame(painted));
  });
}

export class Looks {
  #faults = new Map(); // each with the sights in which it is seen

  constructor(page, { prefix, width, scheme }) {
    Object.assign(this, { page, prefix, width, scheme });
  }

  // `whole`: all of the page, not only what the window shows.
  async at(name, { whole = true, smallest = least[this.width] } = {}) {
    await atRest(this.page);
    await screenshot(this.page, `${this.prefix}-${name}-${this.width}-${this.scheme}`, { whole });
    const { content, window } = await widthsOf(this.page);
    const wide = content > window + 1 ? [`${content} px wide in a window of ${window}`] : [];
    const texts = await faultsOfTexts(this.page, { least: smallest });
    const axe = readByAxe.includes(this.width) ? await violationsOf(this.page) : [];
    for (const fault of [...wide, ...texts, ...axe])
      this.#faults.set(fault, [...(this.#faults.get(fault) ?? []), name]);
  }

  assertFaultless() {
    const told = [...this.#faults].map(([fault, sights]) => `${[...new Set(sights)].join(", ")}: ${fault}`);
    if (told.length > 0) assert.fail(`${told.length} faults\n${told.join("\n")}`);
  }
}

// One test for each width and scheme; `visit(page, looks)` goes from sight to sight.
export function testEveryLook(prefix, browser, visit) {
  for (const width of widths)
    for (const scheme of schemes)
      test(`${prefix} at ${width} px, ${scheme}`, async () => {
        const page = await newPage(browser(), { width, scheme });
        const looks = new Looks(page, { prefix, width, scheme });
        await visit(page, looks);
        looks.assertFaultless();
        assertSilent(page);
        await closePage(page);
      });
}
