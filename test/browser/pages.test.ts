import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BROWSER, REQUIRED } from "./installed.ts";
import { testPages } from "./pages.ts";

/** Each page in a real browser: on a phone and on a desk, by day and by night, on paper, and for who cannot see it. */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PAGES = await testPages();

test("a browser is there to look at the pages", ({ skip }) => {
  if (BROWSER === undefined && !REQUIRED) skip("no Chromium or Chrome on this machine: no page was looked at; apt-get install chromium");
  expect(BROWSER).toBeDefined();
});

let browser: Browser;
let folder: string;

beforeAll(async () => {
  if (BROWSER === undefined) return;
  folder = mkdtempSync(join(tmpdir(), "poc-pages-"));
  browser = await chromium.launch({ executablePath: BROWSER, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
}, 60_000);

afterAll(async () => {
  if (BROWSER === undefined) return;
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  /** What the page asked for, and what it complained of. */
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

async function open(index: number, width: number, colorScheme: "light" | "dark"): Promise<Opened> {
  const file = join(folder, `${index}.html`);
  writeFileSync(file, PAGES[index]!.html);
  const address = pathToFileURL(file).href;
  const page = await browser.newPage({ viewport: { width, height: 844 }, colorScheme });
  const [requests, complaints]: [string[], string[]] = [[], []];
  page.on("request", (request) => void (request.url() === address ? undefined : requests.push(request.url())));
  page.on("console", (message) => void (message.type() === "error" || message.type() === "warning" ? complaints.push(message.text()) : undefined));
  page.on("pageerror", (error) => void complaints.push(String(error)));
  await page.goto(address);
  return { page, requests, complaints };
}

/** What runs in the page is handed over as text: this project has no types of the browser. */
async function inPage<T>(page: Page, code: string): Promise<T> {
  return (await page.evaluate(code)) as T;
}

describe.skipIf(BROWSER === undefined).each(PAGES.map((page, index) => [page.name, index] as const))("%s", (_, index) => {
  test.each([
    [390, "light"],
    [390, "dark"],
    [1280, "light"],
    [1280, "dark"],
  ] as const)("%i pixels wide, %s: nothing is cut off, fetched, complained of or hard to reach", async (width, scheme) => {
    const { page, requests, complaints } = await open(index, width, scheme);
    const found = await inPage<object>(
      page,
      `({
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        scripts: document.scripts.length,
        title: document.title === "broken out",
        says: document.body.innerText.includes(${JSON.stringify(PAGES[index]!.says)}),
        lost: [...document.querySelectorAll('a[href^="#"]')].filter((link) => document.getElementById(link.getAttribute("href").slice(1)) === null).length,
      })`,
    );
    // Colours differ by scheme and layout by width; both differ in what follows.
    const violations = (width === 390) === (scheme === "light") ? await violationsOf(page) : [];
    await page.close();

    expect(found).toEqual({ overflow: 0, scripts: 0, title: false, says: true, lost: 0 });
    expect({ requests, complaints, violations }).toEqual({ requests: [], complaints: [], violations: [] });
  });

  test("on paper: black on white, no way to skip, and the appendix on a sheet of its own", async () => {
    const { page } = await open(index, 700, "dark");
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const found = await inPage<object>(
      page,
      `({
        ink: getComputedStyle(document.body).color,
        skip: getComputedStyle(document.querySelector(".skip")).display,
        sheets: [...document.querySelectorAll(".appendix")].map((part) => getComputedStyle(part).breakBefore),
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      })`,
    );
    const parts = await page.locator(".appendix").count();
    await page.close();

    expect(found).toEqual({ ink: "rgb(28, 31, 36)", skip: "none", sheets: Array.from({ length: parts }, () => "page"), overflow: 0 });
  });
});

async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return inPage(page, `axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map((node) => node.html.slice(0, 200) + " " + node.failureSummary).join(" | ")))`);
}

test.skipIf(BROWSER === undefined)("what a link cites is marked, and can be reached by keyboard", async () => {
  const { page } = await open(0, 1280, "light");
  await page.keyboard.press("Tab");
  const first = await inPage<string>(page, "document.activeElement.className");
  await page.locator("a.cite").first().click();
  const cited = await inPage<object>(page, `(({ id, tagName }) => ({ id: "#" + id === location.hash, tagName, marked: getComputedStyle(document.querySelector(":target")).outlineStyle }))(document.querySelector(":target"))`);
  await page.close();

  expect(first).toBe("skip");
  expect(cited).toEqual({ id: true, tagName: "LI", marked: "solid" });
});
