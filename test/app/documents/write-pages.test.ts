import { expect, test } from "vitest";
import { UsageFault } from "../../../src/app/ports/faults.ts";
import type { Browser } from "../../../src/app/ports/ports.ts";
import { committedFiles, onDisk } from "../../examples/committed.ts";
import { POC, run, world, type World } from "../../support/run.ts";

const NOW = "2026-11-20T10:20:00+01:00";
const HTML = `${POC}/memos/decision-2026-11-20.html`;
const PDF = `${POC}/memos/decision-2026-11-20.pdf`;

/** The example as it was on that day, without its rendered documents. */
function example(changes: Partial<World> = {}): World {
  const disk = new Map([...onDisk(committedFiles("retrieval-poc"), POC)].filter(([name]) => !name.includes("/memos/")));
  return world({ disk, now: NOW, ...changes });
}

/** A browser that prints a page by adding a word at the front. */
function printing(prints: string[]): Browser {
  return {
    find: (named) => named ?? "/usr/bin/chromium",
    open: () => false,
    print(path, html) {
      prints.push(`${path} ${/<style>(@page[^<]*)<\/style>/.exec(html)?.[1]}`);
      return new TextEncoder().encode(`%PDF-1.4\n${html}%%EOF\n`);
    },
  };
}

test("a page is written beside the Markdown, found unchanged, verified, and not overwritten once edited", async () => {
  const here = example();
  const written = await run(["memo", "--format", "html"], here);
  expect(written.stdout).toContain("Wrote memos/decision-2026-11-20.html");
  expect((await run(["memo", "--format", "html"], here)).stdout).toContain("Unchanged: memos/decision-2026-11-20.html");
  expect((await run(["memo", "--verify"], here)).stdout).toBe(
    "memos/decision-2026-11-20.html is up to date with the records.\n",
  );

  const text = here.disk.get(HTML)!;
  here.disk.set(HTML, text.replace("Customer chaos", "No risk at all"));
  const refused = await run(["memo", "--format", "html"], here);
  expect(refused).toMatchObject({ exitCode: 1, stdout: "" });
  expect(refused.stderr).toContain("memos/decision-2026-11-20.html was edited by hand");
  const verified = await run(["memo", "--verify"], here);
  expect(verified.exitCode).toBe(1);
  expect(verified.stdout).toContain("was edited by hand");
  expect(verified.stdout).toContain("Render it again with poc memo --format html --force");
  expect((await run(["memo", "--format", "html", "--force"], here)).exitCode).toBe(0);
  expect(here.disk.get(HTML)).toBe(text);
});

test("an entry that came later makes a page stale, and is named", async () => {
  const here = example();
  await run(["memo", "business-case", "--format", "html"], here);
  await run(["log", "One more thing"], { ...here, now: "2026-11-20T11:00:00+01:00" });
  const { exitCode, stdout } = await run(["memo", "--verify"], { ...here, now: "2026-11-20T12:00:00+01:00" });
  expect(exitCode).toBe(1);
  expect(stdout).toContain("business-case-2026-11-20.html is out of date");
});

test("checklists are pages too", async () => {
  const here = example();
  const before = new Map(here.disk);
  const looked = await run(["checklist", "exit", "--format", "html"], here);
  expect(looked.stdout).toContain("<title>PoC exit criteria: ");
  expect((await run(["checklist", "exit"], here)).exitCode).toBe(0);
  expect(here.disk).toEqual(before);
  expect((await run(["checklist", "exit", "--format", "pdf"], here)).exitCode).toBe(2);
  const { exitCode, stdout } = await run(["checklist", "exit", "--format", "html", "--write"], here);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("memos/checklist-exit-2026-11-20.html");
  expect(here.disk.get(`${POC}/memos/checklist-exit-2026-11-20.html`)).toContain("<title>PoC exit criteria: ");
});

test("a template of one's own gives pages as well, and a fault in it is told as ever", async () => {
  const here = example();
  here.disk.set(
    `${POC}/templates/memo/decision.md.hbs`,
    '# {{title}}\n\n{{badge recommendation.label}}\n\n{{chart "spend"}}\n',
  );
  expect((await run(["memo", "-o", "-"], here)).stdout).toContain(
    "**Go**\n\nSpent by working day 10 of 10: 1,943.41 EUR of a cap of 2,000.00 EUR (97%).",
  );
  expect((await run(["memo", "--format", "html", "-o", "-"], here)).stdout).toContain(
    '<strong class="badge good">Go</strong>',
  );
  here.disk.set(`${POC}/templates/memo/decision.md.hbs`, '# {{title}}\n\n{{chart "spent"}}\n');
  const { exitCode, stderr, stdout } = await run(["memo", "--format", "html"], here);
  expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
  expect(stderr).toMatch(
    /^templates\/memo\/decision\.md\.hbs:3:1: error\[invalid-template\]: there is no chart spent\n/,
  );
});

test("a PDF is printed from the page beside it, on the paper that was asked for, and is made anew each time", async () => {
  const prints: string[] = [];
  const here = example({ browser: printing(prints) });
  const { exitCode, stdout } = await run(["memo", "--format", "pdf"], here);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("Wrote memos/decision-2026-11-20.pdf");
  expect(here.disk.has(HTML)).toBe(true);
  expect(here.disk.get(PDF)).toMatch(
    /^%PDF-1\.4\n[\s\S]*%%EOF\n\n% poc:decision as-of=\S+ records=\S+ text=\S+ version=\S+\n$/,
  );
  expect((await run(["memo", "--format", "pdf", "--paper", "letter", "--browser", "/opt/chrome"], here)).exitCode).toBe(
    0,
  );
  expect(prints).toEqual(["/usr/bin/chromium @page { size: A4 }", "/opt/chrome @page { size: letter }"]);
  expect((await run(["memo", "--verify"], here)).stdout).toBe(
    "memos/decision-2026-11-20.html is up to date with the records.\nmemos/decision-2026-11-20.pdf is up to date with the records.\n",
  );
});

test("a PDF that somebody signed is not overwritten, and nothing is printed for it", async () => {
  const prints: string[] = [];
  const here = example({ browser: printing(prints) });
  await run(["memo", "--format", "pdf"], here);
  here.disk.set(PDF, `${here.disk.get(PDF)}% signed\n`);
  const refused = await run(["memo", "--format", "pdf"], here);
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toContain("memos/decision-2026-11-20.pdf was edited by hand");
  expect(prints).toHaveLength(1);
  expect((await run(["memo", "--format", "pdf", "--force"], here)).exitCode).toBe(0);
});

test("without a browser the page is written, and the message names it", async () => {
  const here = example();
  const { exitCode, stdout, stderr } = await run(["memo", "--format", "pdf"], here);
  expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
  expect(stderr).toBe(
    "error: no Chromium or Chrome was found, so no PDF was made; the page to print is memos/decision-2026-11-20.html\n" +
      "  hint: open it in any browser and print it to a PDF, or name one with --browser PATH or POC_BROWSER\n",
  );
  expect(here.disk.has(HTML)).toBe(true);
  expect(here.disk.has(PDF)).toBe(false);
});

test("into a file that was named: the PDF alone, and nothing without a browser", async () => {
  const here = example({ browser: printing([]) });
  expect((await run(["memo", "--format", "pdf", "-o", "/work/sent.pdf"], here)).exitCode).toBe(0);
  expect(here.disk.get("/work/sent.pdf")).toMatch(/^%PDF/);
  expect([...here.disk.keys()].filter((name) => name.includes("/memos/"))).toEqual([]);
  expect((await run(["memo", "--format", "pdf", "-o", "/work/sent.pdf"], here)).exitCode).toBe(3);

  const without = example();
  const { exitCode, stderr } = await run(["memo", "--format", "pdf", "-o", "/work/sent.pdf"], without);
  expect(exitCode).toBe(3);
  expect(stderr).toContain("nothing was written");
  expect([...without.disk.keys()].filter((name) => name.includes("/memos/") || name.endsWith(".pdf"))).toEqual([]);
});

test("a PDF does not go to standard output, and a browser that is none is a mistake", async () => {
  expect(await run(["memo", "--format", "pdf", "-o", "-"], example())).toMatchObject({ exitCode: 2, stdout: "" });
  const find = () => {
    throw new UsageFault("there is no browser");
  };
  const here = example({ browser: { find, open: () => false, print: () => new Uint8Array() } });
  expect((await run(["memo", "--format", "pdf", "--browser", "/nowhere"], here)).exitCode).toBe(2);
  expect(here.disk.has(HTML)).toBe(false);
});

test("--open renders the page and shows it, or says where it is", async () => {
  const shown: string[] = [];
  const open = (path: string) => shown.push(path) > 0;
  const here = example({ browser: { find: () => undefined, open, print: () => new Uint8Array() } });
  expect((await run(["memo", "--open"], here)).stdout).toContain("opened in the browser");
  expect(shown).toEqual([HTML]);
  const without = await run(["memo", "--open"], example());
  expect(without).toMatchObject({ exitCode: 0 });
  expect(without.stdout).toContain("memos/decision-2026-11-20.html");
  expect(without.stdout).toContain("no browser");
  expect(await run(["memo", "--open", "-o", "-"], example())).toMatchObject({ exitCode: 2, stdout: "" });
});

test("a memo for a sponsor has no list of commands, and is verified as what it is", async () => {
  const here = example({ now: "2026-11-10T10:00:00+01:00" });
  const all = await run(["memo", "-o", "-"], here);
  expect(all.stdout).toContain("## To close what is open");
  await run(["memo", "--for", "sponsor"], here);
  const text = here.disk.get(`${POC}/memos/decision-for-sponsor-2026-11-10.md`) ?? "";
  expect(text).toContain("## H. The log");
  expect(text).not.toContain("To close what is open");
  const decided = example();
  await run(["memo", "--for", "sponsor"], decided);
  expect((await run(["memo", "--verify"], decided)).stdout).toContain("is up to date with the records");
});
