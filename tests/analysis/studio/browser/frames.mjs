// A bench, run by hand on a quiet machine: frames a second of the map with 15,000 people on it, some
// 5,000 of them customers, and how long a report takes to open.
//
//     CXSIM=build/release/cxsim SOURCE_DIR=$PWD node tests/analysis/studio/browser/frames.mjs
import { closePage, newPage, openBrowser, openTimed } from "./browser.mjs";
import { startStudio } from "./program.mjs";
import { headingOf, makeReport, views } from "./reports.mjs";

const seconds = 5;
const openings = 5;
const slow = 20; // milliseconds: a frame that an eye can miss
const firm = ["--people", 20_000, "--days", 360, "--replications", 1];

const quantile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
};

// Times between frames while the map plays.
async function framesOf(page) {
  return page.evaluate(
    (seconds) =>
      new Promise((done) => {
        const times = [];
        const tick = (now) => {
          times.push(now);
          if (now - times[0] < 1000 * seconds) requestAnimationFrame(tick);
          else done(times.slice(1).map((time, at) => time - times[at]));
        };
        requestAnimationFrame(tick);
      }),
    seconds,
  );
}

async function measureMap(browser, link, width) {
  const page = await newPage(browser, { width });
  await page.goto(`${link}&view=journeys`);
  await headingOf(page, views[1]).waitFor();
  const said = await page.getByText(/^Of [\d,]+ people followed/).innerText();
  const controls = page.getByRole("button", { name: "Controls", exact: true });
  await controls.click(); // the map takes the whole width
  await page.getByRole("button", { name: "Pause" }).waitFor();
  const frames = await framesOf(page);
  const rate = (1000 * frames.length) / frames.reduce((sum, time) => sum + time, 0);
  const late = frames.filter((time) => time > slow).length / frames.length;
  console.log(
    `Map at ${width} px, ${/Of ([\d,]+) people/.exec(said)[1]} people: ${rate.toFixed(1)} frames a second; ` +
      `median ${quantile(frames, 0.5).toFixed(1)} ms, 95% within ${quantile(frames, 0.95).toFixed(1)} ms, ` +
      `${(100 * late).toFixed(1)}% over ${slow} ms`,
  );
  await closePage(page);
}

async function measureOpening(browser) {
  const { url } = await makeReport("03_two_investments");
  const times = [];
  for (let opening = 0; opening < openings; ++opening) {
    const page = await newPage(browser);
    times.push(await openTimed(page, url));
    await closePage(page);
  }
  console.log(
    `Report of 4 arms, 5 years: first view after ${quantile(times, 0.5).toFixed(0)} ms ` +
      `(median of ${openings}; ${times.map((time) => time.toFixed(0)).join(", ")})`,
  );
}

const browser = await openBrowser();
const studio = await startStudio("02_what_if", ...firm);
try {
  for (const width of [1280, 1920]) await measureMap(browser, studio.link, width);
  await measureOpening(browser);
} finally {
  await browser.close();
  await studio.stop();
}
