import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Disk } from "../support/memory-files.ts";
import { LIVES, PORTFOLIO, portfolioDisk, TODAY } from "../support/portfolio.ts";
import { runs } from "../support/properties.ts";
import { answerStoreIn, linesKept, run, world, type World } from "../support/run.ts";

/** A list that is kept says what a list says that is made anew: whatever was edited, on whatever day and terminal. */

const FEW = ["search/running", "claims/extended", "ops/zombie", "ops/go"];

function few(): Promise<Disk> {
  return portfolioDisk(undefined, Object.fromEntries(FEW.map((name) => [name, LIVES[name]!])));
}

async function listed(disk: Disk, flags: readonly string[], within: Partial<World> = {}) {
  const { exitCode, stdout, stderr } = await run(
    ["list", ...flags],
    world({ disk, cwd: PORTFOLIO, now: TODAY, ...within }),
  );
  expect(stderr).toBe("");
  return { exitCode, stdout };
}

const flags = fc.constantFrom(
  [],
  ["--sort", "spend"],
  ["--state", "overdue"],
  ["--owner", "tom"],
  ["--fail-on", "note"],
  ["--like", "Does retrieval cut wrong answers?"],
  ["ops", "search"],
);
const terminal = fc.record({
  terminal: fc.boolean(),
  columns: fc.constantFrom(60, 80, 120),
  env: fc.constantFrom({}, { LANG: "C" }, { FORCE_COLOR: "1" }),
});

test("kept is fresh: edited, on other days, with other flags, on another terminal", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom("none", "change", "remove", "copy")), { maxLength: 3 }),
      fc.array(fc.integer({ min: -3, max: 20 }), { minLength: 1, maxLength: 2 }),
      flags,
      terminal,
      async (edits, days, asked, shown) => {
        const disk: Disk = new Map(await few());
        for (const [file, at, what] of [[0, 0, "none"] as const, ...edits]) {
          const names = [...disk.keys()];
          const name = names[file % names.length]!;
          const text = disk.get(name)!;
          const place = at % Math.max(1, text.length);
          if (what === "change") disk.set(name, `${text.slice(0, place)}7${text.slice(place + 1)}`);
          else if (what === "copy") disk.set(name.replace(/\.yaml$/, "-2.yaml"), text);
          else if (what === "remove") disk.delete(name);
          for (const day of days) {
            const within = { ...shown, now: new Date(Date.parse(TODAY) + day * 86_400_000).toISOString() };
            const fresh = await listed(disk, [...asked, "--no-cache"], within);
            expect(await listed(disk, asked, within)).toEqual(fresh);
            expect(await listed(disk, asked, within)).toEqual(fresh);
          }
        }
      },
    ),
    { numRuns: runs(6) },
  );
}, 120_000);

const SHOWN = "Fraud signals in invoices";
const FORGED = "Somebody else wrote this";

/** Lists once, and replaces a title in what is kept of the text that was printed. */
async function forged(disk: Disk, spoil: (kept: string) => string = (kept) => kept): Promise<void> {
  await listed(disk, []);
  const store = answerStoreIn(disk, linesKept(disk).at(-1)!);
  const kept = new TextDecoder().decode(store.load());
  const at = kept.lastIndexOf(SHOWN);
  store.save(new TextEncoder().encode(spoil(kept.slice(0, at) + FORGED + kept.slice(at + SHOWN.length))));
}

describe("what is kept is not believed", () => {
  test.each<readonly [string, (kept: string) => string]>([
    ["half of it", (kept) => kept.slice(0, kept.length / 2)],
    ["of another build", (kept) => kept.replace('["test"', '["rest"')],
    ["of other PoCs", (kept) => kept.replace(`${PORTFOLIO}/ops/zombie`, `${PORTFOLIO}/ops/gone`)],
    ["of another day", (kept) => kept.replace('"date":"2026-12-04"', '"date":"2026-12-03"')],
    ["nothing of the kind", () => "#!/bin/sh\n"],
    ["empty", () => ""],
  ])("%s", async (_, spoil) => {
    const disk = await few();
    const fresh = await listed(disk, ["--no-cache"]);
    await forged(disk, spoil);
    expect(await listed(disk, [])).toEqual(fresh);
  });

  test("and believed where it is whole, or this would test nothing", async () => {
    const disk = await few();
    await forged(disk);
    expect((await listed(disk, [])).stdout).toContain(FORGED);
    for (const other of [["--no-cache"], ["--sort", "spend"], ["--as-of", "2026-12-04"], ["--json"]])
      expect((await listed(disk, other)).stdout, other.join(" ")).not.toContain(FORGED);
    for (const within of [{ columns: 79, terminal: true }, { env: { LANG: "C" } }, { env: { FORCE_COLOR: "1" } }])
      expect((await listed(disk, [], within)).stdout).not.toContain(FORGED);
  });
});

test("pages, files and lists of another day are made each time", async () => {
  const disk = await few();
  for (const other of [["--format", "csv"], ["--format", "html"], ["--as-of", "2026-12-01"], ["--no-cache"]])
    await listed(disk, other);
  await run(["list", "--out", "list.txt"], world({ disk, cwd: PORTFOLIO, now: TODAY }));
  expect(linesKept(disk)).toEqual([]);
});
