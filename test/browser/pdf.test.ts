import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packageRoot } from "../../src/platform/assets.ts";
import { BROWSER, REQUIRED } from "./installed.ts";

/** The built command and a real browser: the PDF that a sponsor gets. */

const POC = join(packageRoot(), "dist/poc.cjs");
const READER = spawnSync("pdftotext", ["-v"]).error === undefined;
const MISSING = BROWSER === undefined || !READER;

test("there is something to print with and to read it with", ({ skip }) => {
  if (MISSING && !REQUIRED) skip("no Chromium or no pdftotext on this machine: no PDF was made; apt-get install chromium poppler-utils");
  expect({ browser: BROWSER !== undefined, reader: READER }).toEqual({ browser: true, reader: true });
});

let folder: string;
const poc = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  spawnSync(process.execPath, [POC, ...args], { cwd: folder, encoding: "utf8", env: { PATH: process.env["PATH"], TMPDIR: join(folder, ".."), POC_NOW: "2026-11-20T10:05:00+01:00", NO_COLOR: "1", ...env } });
const pages = (file: string) => spawnSync("pdftotext", ["-layout", join(folder, file), "-"], { encoding: "utf8" }).stdout.split("\f").slice(0, -1);

beforeAll(() => {
  const work = mkdtempSync(join(tmpdir(), "poc-pdf-"));
  folder = join(work, "example");
  spawnSync(process.execPath, [POC, "init", "--example", folder], { env: { PATH: process.env["PATH"] } });
});

afterAll(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

test.skipIf(MISSING).each([["a4"], ["letter"]])("on %s the memo is one page, and the appendix begins on the second", (paper) => {
  const { status, stderr } = poc(["memo", "--format", "pdf", "--paper", paper, "-o", `${paper}.pdf`]);
  const [first = "", second = "", ...rest] = pages(`${paper}.pdf`);

  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  for (const words of ["Retrieval for the safety assistant", "Recommendation", "by Marta Weiss", "Evidence", "Kill criteria", "Time, money and value", "Open risks", "What did not go as planned", "Next step"]) expect(first).toContain(words);
  expect(first).not.toContain("Appendix");
  expect(second.trimStart()).toMatch(/^Appendix: how the evidence was judged/);
  expect(rest.length).toBeLessThan(8);
  expect(rest.join("")).toContain("Marta Weiss · decided go");
});

test.skipIf(MISSING)("it lies beside the page it was made from, and both are verified", { timeout: 60_000 }, () => {
  const made = poc(["memo", "--format", "pdf"]);
  const verified = poc(["memo", "--verify"]);
  expect(made.stdout).toContain("Wrote memos/decision-2026-11-20.pdf");
  expect(existsSync(join(folder, "memos/decision-2026-11-20.html"))).toBe(true);
  expect(verified.stdout).toContain("memos/decision-2026-11-20.html says what the records say");
  expect(verified.stdout).toContain("memos/decision-2026-11-20.pdf says what the records say");

  const path = join(folder, "memos/decision-2026-11-20.pdf");
  const signed = Buffer.concat([readFileSync(path), Buffer.from("% signed\n")]);
  writeFileSync(path, signed);
  const refused = poc(["memo", "--format", "pdf"]);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain("memos/decision-2026-11-20.pdf was edited by hand");
  expect(readFileSync(path)).toEqual(signed);
  expect(poc(["memo", "--verify"]).stdout).toContain("decision-2026-11-20.pdf was EDITED by hand");
  expect(poc(["memo", "--format", "pdf", "--force"]).status).toBe(0);
});

test.skipIf(MISSING)("nothing of the browser is left behind", () => {
  const left = spawnSync("find", [join(folder, ".."), "-name", "poc-print-*"], { encoding: "utf8" }).stdout;
  expect(left).toBe("");
});
