import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BROWSER } from "./installed.ts";
import { memoCorpus } from "./memo-corpus.ts";

/** Page one of the decision memo, of PoCs that went well and of PoCs that did not: what a sponsor sees in two minutes. */

const READER = spawnSync("pdftotext", ["-v"]).error === undefined;
const MEMOS = await memoCorpus();

let browser: Browser;
let folder: string;

beforeAll(async () => {
  if (BROWSER === undefined) return;
  folder = mkdtempSync(join(tmpdir(), "poc-first-page-"));
  browser = await chromium.launch({ executablePath: BROWSER, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
});

afterAll(async () => {
  if (BROWSER === undefined) return;
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Seen {
  readonly label: string;
  readonly answer: string;
  /** Positions of the decision and of the answer, in pixels from the top. */
  readonly ends: readonly number[];
  readonly words: number;
  readonly front: string;
  /** Links to parts of the appendix, and whether the part is there. */
  readonly parts: readonly { readonly name: string; readonly found: boolean }[];
  readonly overflow: number;
}

const LOOK = `(() => {
  const front = document.querySelector("article.front");
  const box = document.querySelector(".decision");
  const answer = document.querySelector(".decision + p");
  const end = (part) => part.getBoundingClientRect().bottom;
  return {
    label: box.querySelector(".badge").innerText.trim(),
    answer: answer.innerText.trim(),
    ends: [end(box), end(answer)],
    words: front.innerText.split(/\\s+/).filter((word) => word !== "").length,
    front: front.innerText,
    parts: [...front.querySelectorAll('a[href^="#page.part-"]')].map((link) => ({
      name: link.innerText,
      found: document.getElementById(link.getAttribute("href").slice(1)) !== null,
    })),
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
})()`;

/** Line breaks inside a badge or a figure with its range, and chart texts that overlap. */
const TORN = `(() => {
  const lines = (node, from, to) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  };
  const words = [...document.querySelectorAll(".badge, .figures")].flatMap(({ firstChild: node }) =>
    node?.nodeType !== 3 ? [] : [...node.data.matchAll(/\\S+/g)].map(({ 0: word, index }) => [word, lines(node, index, index + word.length)]));
  const shown = (text) => text.getBoundingClientRect();
  const overlaps = [...document.querySelectorAll("svg.chart")].flatMap((chart) => {
    const texts = [...chart.querySelectorAll("text")];
    return texts.flatMap((one, k) => texts.slice(k + 1).filter((other) => {
      const [a, b] = [shown(one), shown(other)];
      return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
    }).map((other) => one.textContent + " | " + other.textContent));
  });
  const cut = [...document.querySelectorAll("svg.chart")].flatMap((chart) =>
    [...chart.querySelectorAll("text")].filter((text) => shown(text).right > shown(chart).right + 1 || shown(text).left < shown(chart).left - 1).map((text) => text.textContent));
  return [...words.filter(([, count]) => count > 1).map(([word]) => word), ...overlaps, ...cut];
})()`;

describe.skipIf(BROWSER === undefined).each(MEMOS)("$name", ({ name, html, label, answer }) => {
  test("decision and answer are on the first screen of a phone, in at most 450 words, without ids and commands", async () => {
    const file = join(folder, `${MEMOS.findIndex((memo) => memo.name === name)}.html`);
    writeFileSync(file, html);
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(pathToFileURL(file).href);
    const seen = (await page.evaluate(LOOK)) as Seen;
    const chartText = await page.evaluate(
      `[...document.querySelectorAll("svg.chart")].map((chart) => chart.getBoundingClientRect().width / chart.viewBox.baseVal.width)`,
    );
    const torn = [await page.evaluate(TORN)];
    await page.setViewportSize({ width: 1280, height: 844 });
    torn.push(await page.evaluate(TORN));
    await page.close();

    expect(torn).toEqual([[], []]);
    expect(seen.label).toContain(label);
    expect(seen.answer).toContain(answer);
    expect(Math.max(...seen.ends)).toBeLessThanOrEqual(844);
    expect(seen.words).toBeLessThanOrEqual(450);
    expect(seen.overflow).toBe(0);
    // Whatever was cut short is one click away.
    if (/\p{L} ?…/u.test(seen.front)) {
      expect(seen.front).toContain("is in the appendix in full");
      expect(seen.parts.length).toBeGreaterThan(0);
    }
    expect(seen.parts.filter(({ found }) => !found)).toEqual([]);
    expect(seen.front).not.toMatch(/\bpoc (log|check|start|decide|amend|memo|gate|init)\b/);
    expect(seen.front).not.toMatch(
      /\b(wrong-rate|spend\.share|no-residency|no-better-than-search|customer-chaos|risk-\d)\b/,
    );
    // One to one: letters of twelve units are twelve pixels high.
    for (const scale of chartText as readonly number[]) expect(Math.abs(scale - 1)).toBeLessThan(0.06);
  });

  test.skipIf(!READER).each(["A4", "letter"])("the next step is on the first sheet of %s, in 10 pt", async (format) => {
    const file = join(folder, `${MEMOS.findIndex((memo) => memo.name === name)}.html`);
    writeFileSync(file, html);
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.emulateMedia({ media: "print" });
    // As wide as what a sheet has room for.
    await page.setViewportSize({ width: 680, height: 900 });
    const torn = await page.evaluate(TORN);
    const size = await page.evaluate(`getComputedStyle(document.querySelector("article.front .led")).fontSize`);
    const pdf = join(folder, "page.pdf");
    await page.pdf({ path: pdf, format, preferCSSPageSize: false, pageRanges: "1" });
    await page.close();
    const [first = ""] = spawnSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" }).stdout.split("\f");

    expect(torn).toEqual([]);
    expect(size).toBe("13.3333px");
    expect(first).toContain("Next step");
  });
});
