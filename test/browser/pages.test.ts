import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BROWSER, REQUIRED } from "./installed.ts";
import { testPages } from "./pages.ts";

/**
 * Each page in a real browser: on a phone and on a desk, by day and by night, on paper, and for people who cannot see
 * it.
 */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PAGES = await testPages();

test("a browser is there to look at the pages", ({ skip }) => {
  if (BROWSER === undefined && !REQUIRED)
    skip("no Chromium or Chrome on this machine: no page was looked at; apt-get install chromium");
  expect(BROWSER).toBeDefined();
});

let browser: Browser;
let folder: string;

beforeAll(async () => {
  if (BROWSER === undefined) return;
  folder = mkdtempSync(join(tmpdir(), "poc-pages-"));
  browser = await chromium.launch({ executablePath: BROWSER, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
});

afterAll(async () => {
  if (BROWSER === undefined) return;
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  /** What the page requested, and what it reported as an error. */
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

async function open(index: number): Promise<Opened> {
  const file = join(folder, `${index}.html`);
  writeFileSync(file, PAGES[index]!.html);
  const address = pathToFileURL(file).href;
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, colorScheme: "light" });
  const [requests, complaints]: [string[], string[]] = [[], []];
  page.on("request", (request) => void (request.url() === address ? undefined : requests.push(request.url())));
  page.on(
    "console",
    (message) =>
      void (message.type() === "error" || message.type() === "warning" ? complaints.push(message.text()) : undefined),
  );
  page.on("pageerror", (error) => void complaints.push(String(error)));
  await page.goto(address);
  return { page, requests, complaints };
}

/** What runs in the page is handed over as text: this project has no types of the browser. */
async function inPage<T>(page: Page, code: string): Promise<T> {
  return (await page.evaluate(code)) as T;
}

const OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

const LOOKS = [
  { width: 390, colorScheme: "light", axe: "all rules" },
  { width: 390, colorScheme: "dark", axe: "none" },
  { width: 1280, colorScheme: "light", axe: "none" },
  { width: 1280, colorScheme: "dark", axe: "contrast" },
] as const;

/** A page is opened once and examined in several ways, because opening takes most of the time. */
test.skipIf(BROWSER === undefined).each(PAGES.map((page, index) => [page.name, index] as const))(
  "%s: nothing is cut off, fetched, complained of or hard to reach",
  async (_, index) => {
    const { page, requests, complaints } = await open(index);
    const found = await inPage<object>(
      page,
      `({
      scripts: document.scripts.length,
      title: document.title === "broken out",
      says: document.body.innerText.includes(${JSON.stringify(PAGES[index]!.says)}),
      lost: [...document.querySelectorAll('a[href^="#"]')].filter((link) => document.getElementById(link.getAttribute("href").slice(1)) === null).length,
    })`,
    );
    const looks: object[] = [];
    for (const { width, colorScheme, axe } of LOOKS) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      // Colours differ by scheme and layout by width, so two looks cover both.
      looks.push({
        width,
        colorScheme,
        overflow: await inPage(page, OVERFLOW),
        violations: axe === "none" ? [] : await violationsOf(page, axe),
      });
    }
    await page.setViewportSize({ width: 700, height: 844 });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const paper = await inPage<object>(
      page,
      `({
      ink: getComputedStyle(document.body).color,
      skip: getComputedStyle(document.querySelector(".skip")).display,
      appendixOnItsOwnSheet: [...document.querySelectorAll(".appendix")].every((part) => getComputedStyle(part).breakBefore === "page"),
      overflow: ${OVERFLOW},
    })`,
    );
    await page.close();

    expect(found).toEqual({ scripts: 0, title: false, says: true, lost: 0 });
    expect(looks).toEqual(LOOKS.map(({ width, colorScheme }) => ({ width, colorScheme, overflow: 0, violations: [] })));
    expect(paper).toEqual({ ink: "rgb(28, 31, 36)", skip: "none", appendixOnItsOwnSheet: true, overflow: 0 });
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
  },
);

/** By night the colours are others, and nothing else is. */
async function violationsOf(page: Page, rules: "all rules" | "contrast"): Promise<readonly string[]> {
  const only = rules === "contrast" ? 'runOnly: { type: "rule", values: ["color-contrast"] }, ' : "";
  await page.evaluate(`globalThis.axe === undefined && (() => { ${AXE} })()`);
  return inPage(
    page,
    `axe.run({ ${only}resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map((node) => node.html.slice(0, 200) + " " + node.failureSummary).join(" | ")))`,
  );
}

test.skipIf(BROWSER === undefined)("what a link cites is marked, and can be reached by keyboard", async () => {
  const { page } = await open(0);
  await page.keyboard.press("Tab");
  const first = await inPage<string>(page, "document.activeElement.className");
  await page.locator("a.cite").first().click();
  const cited = await inPage<object>(
    page,
    `(({ id, tagName }) => ({ id: "#" + id === location.hash, tagName, marked: getComputedStyle(document.querySelector(":target")).outlineStyle }))(document.querySelector(":target"))`,
  );
  await page.close();

  expect(first).toBe("skip");
  expect(cited).toEqual({ id: true, tagName: "LI", marked: "solid" });
});
