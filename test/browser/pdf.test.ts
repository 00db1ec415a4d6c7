import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  if (MISSING && !REQUIRED)
    skip("no Chromium or no pdftotext on this machine: no PDF was made; apt-get install chromium poppler-utils");
  expect({ browser: BROWSER !== undefined, reader: READER }).toEqual({ browser: true, reader: true });
});

let folder: string;
const poc = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  spawnSync(process.execPath, [POC, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: {
      PATH: process.env["PATH"],
      TMPDIR: join(folder, ".."),
      POC_NOW: "2026-11-20T10:20:00+01:00",
      NO_COLOR: "1",
      ...env,
    },
  });
const pages = (file: string) =>
  spawnSync("pdftotext", ["-layout", join(folder, file), "-"], { encoding: "utf8" })
    .stdout.split("\f")
    .slice(0, -1);

beforeAll(() => {
  const work = mkdtempSync(join(tmpdir(), "poc-pdf-"));
  folder = join(work, "example");
  spawnSync(process.execPath, [POC, "init", "--example", folder], { env: { PATH: process.env["PATH"] } });
});

afterAll(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

function onePageAndAnAppendix(file: string): void {
  const [first = "", second = "", ...rest] = pages(file);
  for (const words of [
    "Retrieval for the safety assistant",
    "was decided by Marta Weiss",
    "Yes:",
    "Requested",
    "What speaks against it",
    "What was measured",
    "kill criteria",
    "Open risks",
    "What did not go as planned",
    "Next step",
    "Sign-off",
  ])
    expect(first).toContain(words);
  expect(first).not.toContain("Appendix");
  expect(second.trimStart()).toMatch(/^Appendix/);
  expect(rest.length).toBeLessThan(9);
  // The footer: the document, its day and its records.
  for (const page of [first, second, ...rest])
    expect(page).toMatch(/Retrieval for the safety assistant · Fri 20 Nov 2026 · [0-9a-f]{12}/);
  expect(rest.join("")).toContain("Marta Weiss · decided go");
}

test.skipIf(MISSING)("the memo is one page, the appendix begins on the second, and both forms are verified", () => {
  const { status, stdout, stderr } = poc(["memo", "--format", "pdf"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("Wrote memos/decision-2026-11-20.pdf");
  onePageAndAnAppendix("memos/decision-2026-11-20.pdf");
  const bytes = readFileSync(join(folder, "memos/decision-2026-11-20.pdf"));
  expect(bytes.length).toBeLessThan(300_000);
  // An attested link can be opened from the PDF, where evidence and log name it.
  const links = spawnSync("pdfinfo", ["-url", join(folder, "memos/decision-2026-11-20.pdf")], { encoding: "utf8" });
  expect(links.stdout).toContain("https://wiki.example.com/decisions/2026-118");

  const verified = poc(["memo", "--verify"]).stdout;
  expect(verified).toContain("memos/decision-2026-11-20.html is up to date with the records");
  expect(verified).toContain("memos/decision-2026-11-20.pdf is up to date with the records");

  const path = join(folder, "memos/decision-2026-11-20.pdf");
  const signed = Buffer.concat([readFileSync(path), Buffer.from("% signed\n")]);
  writeFileSync(path, signed);
  const refused = poc(["memo", "--format", "pdf"]);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain("memos/decision-2026-11-20.pdf was edited by hand");
  expect(readFileSync(path)).toEqual(signed);
  expect(poc(["memo", "--verify"]).stdout).toContain("decision-2026-11-20.pdf was edited by hand");
});

test.skipIf(MISSING)("so it is on the shorter paper of America, and nothing of the browser is left behind", () => {
  expect(poc(["memo", "--format", "pdf", "--paper", "letter", "-o", "letter.pdf"]).status).toBe(0);
  onePageAndAnAppendix("letter.pdf");
  expect(readdirSync(join(folder, "..")).filter((name) => name.startsWith("poc-print-"))).toEqual([]);
});
