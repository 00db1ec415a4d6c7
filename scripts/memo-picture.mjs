// npm run picture: docs/memo.png, the top of the example's decision memo as a browser shows it. Do that after a change of
// the memo, when `npm run example` has written the example anew.
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { root } from "./replay-on-disk.mjs";

const MEMO = join(root, "examples/retrieval-poc/memos/decision-2026-11-20.html");
const PICTURE = join(root, "docs/memo.png");
/** What the README can carry: a picture that loads at once. */
const MOST_BYTES = 150_000;

const browser = await chromium.launch({
  executablePath: installedBrowser(),
  // Chromium refuses its sandbox to root, as in most containers.
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  const page = await browser.newPage({
    viewport: { width: 720, height: 860 },
    deviceScaleFactor: 1,
    colorScheme: "light",
  });
  await page.goto(pathToFileURL(MEMO).href);
  await page.screenshot({ path: PICTURE });
} finally {
  await browser.close();
}
const { size } = statSync(PICTURE);
if (size > MOST_BYTES) throw new Error(`docs/memo.png has ${size} bytes, expected at most ${MOST_BYTES}`);
console.log(`docs/memo.png: ${Math.round(size / 1000)} kB`);

/** The browser that POC_BROWSER names, else the first one on the path. */
function installedBrowser() {
  const named = process.env["POC_BROWSER"];
  if (named) return named;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
  if (found === undefined) throw new Error("no Chromium or Chrome on the path: set POC_BROWSER");
  return found;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
