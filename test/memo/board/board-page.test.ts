import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { portfolioFigures } from "../../../src/domain/portfolio/portfolio-figures.ts";
import { boardPage } from "../../../src/memo/board/board-page.ts";
import { boardView } from "../../../src/memo/board/board-view.ts";
import { LIVES, PORTFOLIO, portfolioDisk, TODAY } from "../../support/portfolio.ts";
import { run, world, type World } from "../../support/run.ts";

/** The page of `poc list`: what a title holds stays text, links lead to memos, and it stays small. */

const HOSTILE = `</script><script>alert(1)</script>" onload="alert(1)"><img src=x onerror=alert(1)> {{title}} \u202e שלום`;
const made = portfolioDisk("title: Ours & theirs\nwip_cap: 4\n");

async function board(within: Partial<World> = {}, ...more: readonly string[]) {
  const disk = within.disk ?? new Map(await made);
  return run(["list", "--format", "html", ...more], world({ cwd: PORTFOLIO, now: TODAY, ...within, disk }));
}

describe("the page", () => {
  test("has a column for each state that there is, and a card for each PoC", async () => {
    const { stdout } = await board();
    const states = [...stdout.matchAll(/id="state\.([a-z-]+)"/g)].map(([, state]) => state);
    expect(states).toEqual([
      "decision-due",
      "dead",
      "draft",
      "running",
      "extended",
      "go",
      "conditional",
      "no-go",
      "unreadable",
    ]);
    expect(stdout.match(/<li class="card"/g)).toHaveLength(Object.keys(LIVES).length);
    expect(stdout).toContain("<h1>Ours &amp; theirs</h1>");
  });

  test("shows a hostile title as its letters, in every place", async () => {
    const disk = await portfolioDisk(`title: ${JSON.stringify(HOSTILE)}\n`, {
      "a<b>": { title: HOSTILE, owner: "Ana <ana@example.com>", start: "2026-11-30", says: ["2026-11-30 poc start"] },
    });
    const { stdout } = await board({ disk });
    expect(stdout.match(/<script/g)).toHaveLength(1);
    expect(stdout).not.toMatch(/<img| onload="|\u202e/);
    expect(stdout).toContain("&lt;/script&gt;&lt;script&gt;alert(1)");
    expect(stdout).toContain("{{title}}");
  });

  test("lets nothing run but its own script, and fetches nothing", async () => {
    const { stdout } = await board();
    expect(stdout).toMatch(/default-src 'none'.*script-src 'sha256-[A-Za-z0-9+/]{43}='/);
    expect(stdout.match(/(?:src|href)="(?!#|\.)[^"]*"/g)).toBeNull();
  });

  test.each([
    ["board.html", "./legal/no-go/memos/decision-2026-11-19.md"],
    ["pages/all/board.html", "../../legal/no-go/memos/decision-2026-11-19.md"],
    ["legal/board.html", "./no-go/memos/decision-2026-11-19.md"],
  ])("as %s links to memos from where it lies", async (out, address) => {
    const { files } = await board({}, "--out", out);
    expect(files.get(`${PORTFOLIO}/${out}`)).toContain(`href="${address}"`);
  });

  test("has addresses without a scheme, whatever a folder is called", async () => {
    const life = LIVES["legal/no-go"]!;
    const disk = await portfolioDisk(undefined, { "javascript:x/50% #1?": life });
    const { stdout } = await board({ disk });
    expect(stdout).toContain('href="./javascript%3Ax/50%25%20%231%3F/memos/decision-2026-11-19.md"');
  });

  test("of 200 PoCs has less than a megabyte", async () => {
    const disk = new Map(await made);
    for (const [name, text] of await made)
      if (name.startsWith(`${PORTFOLIO}/search/running/`))
        for (let copy = 0; copy < 200; copy++) disk.set(name.replace("search/running", `many/${copy}`), text);
    const { stdout } = await board({ disk }, "many");
    expect(stdout.match(/<li class="card"/g)).toHaveLength(200);
    expect(Buffer.byteLength(stdout)).toBeLessThan(1_000_000);
  }, 60_000);

  test("of too many PoCs is none, which is no fault of the tool", () => {
    const rows = Array.from({ length: 30_000 }, (_, k) => ({ path: `/pocs/${k}`, fault: "poc.yaml is missing" }));
    const figures = portfolioFigures(rows, { exchange: [] });
    const view = boardView({
      portfolio: { title: "Ours", exchange: [] },
      found: rows.length,
      selection: { states: [], owners: [], teams: [] },
      rows,
      figures,
      closed: [],
      from: (path) => path,
    });
    const template = readFileSync(join(import.meta.dirname, "../../../templates/board/board.html.hbs"), "utf8");
    const parts = { template, style: "", script: "", scriptSha256: "", toolVersion: "1" };
    expect(boardPage(view, parts)).toBeUndefined();
    expect(boardPage({ ...view, columns: [] }, parts)).toContain("<h1>Ours</h1>");
  });

  test("is made anew over a page of its own, and over nothing else", async () => {
    const disk = new Map(await made);
    disk.set(`${PORTFOLIO}/notes.html`, "mine");
    expect((await board({ disk }, "--out", "board.html")).exitCode).toBe(0);
    expect((await board({ disk }, "--out", "board.html")).exitCode).toBe(0);
    expect((await board({ disk }, "--out", "notes.html")).exitCode).toBe(2);
    expect(disk.get(`${PORTFOLIO}/notes.html`)).toBe("mine");
    expect((await board({ disk }, "--out", "legal/no-go/poc.yaml", "--force")).exitCode).toBe(2);
    expect((await board({ disk }, "--out", "notes.html", "--force")).exitCode).toBe(0);
    expect(disk.get(`${PORTFOLIO}/notes.html`)).toContain("<h1>");
  });
});
