import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PORTFOLIO, portfolioDisk, TODAY } from "../support/portfolio.ts";
import { run, world } from "../support/run.ts";
import { BROWSER } from "./installed.ts";

/** The page of a portfolio in a real browser: on a phone and a desk, by day and night, on paper, and without scripts. */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser: Browser;
let folder: string;

beforeAll(async () => {
  if (BROWSER === undefined) return;
  folder = mkdtempSync(join(tmpdir(), "poc-board-"));
  const disk = await portfolioDisk("title: PoCs of the platform\nwip_cap: 4\n");
  const { stdout } = await run(["list", "--format", "html"], world({ disk, cwd: PORTFOLIO, now: TODAY }));
  writeFileSync(join(folder, "board.html"), stdout);
  browser = await chromium.launch({ executablePath: BROWSER, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
}, 60_000);

afterAll(async () => {
  if (BROWSER === undefined) return;
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(javaScriptEnabled: boolean) {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const address = pathToFileURL(join(folder, "board.html")).href;
  const [requests, complaints]: [string[], string[]] = [[], []];
  page.on("request", (request) => void (request.url() === address ? undefined : requests.push(request.url())));
  page.on("console", (message) => void complaints.push(message.text()));
  page.on("pageerror", (error) => void complaints.push(String(error)));
  await page.goto(address);
  return { page, requests, complaints };
}

/** What runs in the page is handed over as text: this project has no types of the browser. */
async function inPage<T>(page: Page, code: string): Promise<T> {
  return (await page.evaluate(code)) as T;
}

const OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
const SHOWN = `[...document.querySelectorAll(".card")].filter((card) => card.offsetParent !== null).map((card) => card.dataset.title)`;

describe.skipIf(BROWSER === undefined)("the board", () => {
  test("has nothing cut off, fetched, complained of or hard to reach", async () => {
    const { page, requests, complaints } = await open(true);
    const looks: object[] = [];
    for (const width of [390, 1280])
      for (const colorScheme of ["light", "dark"] as const) {
        await page.setViewportSize({ width, height: 844 });
        await page.emulateMedia({ colorScheme });
        await page.evaluate(`globalThis.axe === undefined && (() => { ${AXE} })()`);
        const violations = await inPage<readonly string[]>(
          page,
          `axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html.slice(0, 200)))`,
        );
        looks.push({ width, colorScheme, overflow: await inPage(page, OVERFLOW), violations });
      }
    await page.setViewportSize({ width: 700, height: 844 });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const paper = await inPage<object>(
      page,
      `({ ink: getComputedStyle(document.body).color, tools: getComputedStyle(document.querySelector(".tools")).display, overflow: ${OVERFLOW} })`,
    );
    await page.context().close();
    expect(looks).toEqual(
      [390, 1280].flatMap((width) =>
        ["light", "dark"].map((colorScheme) => ({ width, colorScheme, overflow: 0, violations: [] })),
      ),
    );
    expect(paper).toEqual({ ink: "rgb(28, 31, 36)", tools: "none", overflow: 0 });
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
  }, 60_000);

  test("finds and sorts with its script", async () => {
    const { page } = await open(true);
    const all = await inPage<readonly string[]>(page, SHOWN);
    await page.fill("input[name=find]", "tom okafor");
    const found = await inPage<readonly string[]>(page, SHOWN);
    await page.fill("input[name=find]", "");
    await page.selectOption("select[name=sort]", "title");
    const sorted = await inPage<readonly string[]>(page, SHOWN);
    await page.selectOption("select[name=sort]", "spend");
    const bySpend = await inPage<readonly string[]>(page, SHOWN);
    await page.context().close();
    expect(found).toEqual(["Claims from photos", "Retrieval for the policy assistant", "Fraud signals in invoices"]);
    expect([...sorted].sort()).toEqual([...all].sort());
    // 2,750 USD are not more than 322 EUR where no rate says so.
    const spenders = bySpend.filter((title) => /^(Retrieval|Claims)/.test(title));
    expect(spenders).toEqual([
      "Retrieval for the policy assistant",
      "Retrieval for the policy assistant",
      "Claims from photos",
    ]);
    expect(sorted.slice(0, 2)).toEqual(["Log triage with a small model", "Voice bot for claims"]);
  }, 60_000);

  test("says everything without one, and offers nothing that would not work", async () => {
    const { page } = await open(false);
    const text = await page.innerText("body");
    const tools = await page.isVisible(".tools");
    await page.context().close();
    expect(text).toContain("Log triage with a small model");
    expect(text).toContain("14 days overdue");
    expect(tools).toBe(false);
  }, 60_000);
});
