import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { expect, test } from "vitest";
import { NOW, OTHERS, portfolio, ROOT, TEN } from "../support/followed-pocs.ts";
import { run, world } from "../support/run.ts";
import { BROWSER } from "./installed.ts";

/** The page of `poc followup --report` in a real browser: on a phone and a desk, by day and night, and on paper. */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
const VIOLATIONS =
  'axe.run({ resultTypes: ["violations"] }).then(({ violations }) => ' +
  'violations.map(({ id, nodes }) => id + ": " + nodes[0].html.slice(0, 200)))';

test.skipIf(BROWSER === undefined)(
  "the report has nothing cut off, fetched or hard to reach",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "poc-forecasts-"));
    const disk = portfolio([...TEN, ...OTHERS]);
    const { stdout } = await run(["followup", "--report", "--format", "html"], world({ disk, cwd: ROOT, now: NOW }));
    writeFileSync(join(folder, "forecasts.html"), stdout);
    const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const browser = await chromium.launch({ executablePath: BROWSER!, args });
    try {
      const page = await browser.newPage();
      const address = pathToFileURL(join(folder, "forecasts.html")).href;
      const requests: string[] = [];
      page.on("request", (request) => void (request.url() === address ? undefined : requests.push(request.url())));
      await page.goto(address);
      const looks: object[] = [];
      for (const width of [390, 1280])
        for (const colorScheme of ["light", "dark"] as const) {
          await page.setViewportSize({ width, height: 844 });
          await page.emulateMedia({ colorScheme });
          await page.evaluate(`globalThis.axe === undefined && (() => { ${AXE} })()`);
          const overflow: unknown = await page.evaluate(OVERFLOW);
          looks.push({ width, colorScheme, overflow, violations: await page.evaluate(VIOLATIONS) });
        }
      await page.setViewportSize({ width: 700, height: 844 });
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      const ink: unknown = await page.evaluate("getComputedStyle(document.body).color");
      expect(looks).toEqual(
        [390, 1280].flatMap((width) =>
          ["light", "dark"].map((colorScheme) => ({ width, colorScheme, overflow: 0, violations: [] })),
        ),
      );
      expect({ ink, requests }).toEqual({ ink: "rgb(28, 31, 36)", requests: [] });
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000,
);
