// A browser that tells on a page: what it fetched, what it said in the console, what a screen
// reader would miss. Screenshots are kept in the folder that SCREENSHOTS names.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const source = process.env.SOURCE_DIR;
const installed = createRequire(path.join(source, "analysis/studio/page/package.json"));
const { chromium } = installed("playwright-core");
const axe = installed.resolve("axe-core/axe.min.js");

export const widths = [390, 1280, 1920];
export const schemes = ["light", "dark"];
const heights = { 390: 844, 1280: 800, 1920: 1080 };
const patience = 45_000; // milliseconds after which a test fails rather than waits

export async function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
    ],
  });
}

// A page of a fresh profile that collects its own complaints and requests.
export async function newPage(browser, { width = 1280, scheme = "light", ...more } = {}) {
  const context = await browser.newContext({
    viewport: { width, height: heights[width] ?? 800 },
    colorScheme: scheme,
    acceptDownloads: true,
    ...more,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  page.complaints = [];
  page.fetched = [];
  page.on("console", (message) => {
    page.complaints.push(`${message.type()}: ${message.text()} ${message.location().url}`.trim());
  });
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("requestfailed", (request) => {
    // A stream or an answer that the page itself gives up is no fault.
    if (request.failure()?.errorText !== "net::ERR_ABORTED")
      page.complaints.push(`${request.url()}: ${request.failure()?.errorText}`);
  });
  page.on("request", (request) => page.fetched.push(request.url()));
  return page;
}

export async function closePage(page) {
  await page.context().close();
}

// The milliseconds from the start of the navigation to the first view that is drawn.
export async function openTimed(page, url) {
  await page.addInitScript(() => {
    const look = () => {
      const view = document.querySelector("main .view h2");
      if (view) requestAnimationFrame(() => (globalThis.drawn_at = performance.now()));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(url);
  const drawn = await page.waitForFunction(() => globalThis.drawn_at);
  return drawn.jsonValue();
}

export function assertSilent(page) {
  assert.deepEqual(page.complaints, [], "the page says something in the console");
}

// Only its own server, or nothing but itself.
export function assertNothingFetchedBut(page, allowed) {
  const strangers = page.fetched.filter(
    (url) => !url.startsWith(allowed) && !url.startsWith("data:") && !url.startsWith("blob:"),
  );
  assert.deepEqual(strangers, [], "the page fetches from elsewhere");
}

// By evaluation, for the studio's page lets no further script in.
export async function violationsOf(page) {
  if (await page.evaluate(() => globalThis.axe === undefined))
    await page.evaluate(await readFile(axe, "utf8"));
  return page.evaluate(async () => {
    const found = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return found.violations.map(({ id, help, nodes }) => {
      const [first] = nodes;
      const summary = first.failureSummary.split("\n").slice(1, 2).join("").trim();
      return `${id} (${help}): ${nodes.length} times, first ${first.target.join(" ")}: ${summary}`;
    });
  });
}

export async function assertAccessible(page, where) {
  assert.deepEqual(await violationsOf(page), [], `axe finds violations in ${where}`);
}

// The page as a whole never scrolls sideways.
export async function widthsOf(page) {
  return page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
}

export async function assertFitsItsWidth(page, where) {
  const { content, window } = await widthsOf(page);
  assert.ok(content <= window + 1, `${where} is ${content} px wide in a window of ${window}`);
}

// What is painted on a canvas: how many pixels, and a number that changes with any of them.
export async function paintedOn(canvas) {
  return canvas.evaluate((element) => {
    const copy = new OffscreenCanvas(element.width, element.height);
    const context = copy.getContext("2d", { willReadFrequently: true });
    context.drawImage(element, 0, 0);
    const { data } = context.getImageData(0, 0, copy.width, copy.height);
    let [pixels, print] = [0, 0];
    for (let at = 3; at < data.length; at += 4) {
      if (data[at] > 0) ++pixels;
      print = (Math.imul(print, 31) + data[at] + (data[at - 1] << 8)) | 0;
    }
    return { pixels, print };
  });
}

export async function paintedPixels(canvas) {
  return (await paintedOn(canvas)).pixels;
}

// `whole`: the window grows to the whole page, so that what sticks to its edges covers nothing.
export async function screenshot(page, name, { whole = true } = {}) {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (whole) await page.setViewportSize({ ...size, height: Math.min(height, 16_000) });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  if (whole) await page.setViewportSize(size);
}

export { assertNoOverlaps, overlappingTexts } from "./texts.mjs";
