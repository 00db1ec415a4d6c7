import * as fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Disk } from "../support/memory-files.ts";
import { LIVES, PORTFOLIO, portfolioDisk } from "../support/portfolio.ts";
import { runs } from "../support/properties.ts";
import { run, summaryStoreIn, world } from "../support/run.ts";

/** What is kept of a PoC says what reading and judging it anew says: on whatever day, after whatever was edited. */

const CORPUS = join(import.meta.dirname, "../corpus");

/** Every folder of the corpora as a PoC of one portfolio. */
function corpusDisk(): Disk {
  const disk: Disk = new Map();
  for (const corpus of ["ok", "bad"])
    for (const entry of readdirSync(join(CORPUS, corpus), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      disk.set(`${PORTFOLIO}${path.slice(CORPUS.length)}`, readFileSync(path, "utf8"));
    }
  return disk;
}

async function listed(disk: Disk, now: string, ...flags: readonly string[]): Promise<string> {
  const { stdout, stderr } = await run(["list", "--format", "json", ...flags], world({ disk, cwd: PORTFOLIO, now }));
  expect(stderr).toBe("");
  return stdout;
}

const moment = fc
  .integer({ min: Date.UTC(2026, 9, 1), max: Date.UTC(2027, 1, 20) })
  .map((ms) => new Date(ms).toISOString());

describe("kept is fresh", () => {
  test("on a later day, an earlier day, and another hour of the same day", async () => {
    const disk = corpusDisk();
    for (const [name, text] of await portfolioDisk()) disk.set(name, text);
    await fc.assert(
      fc.asyncProperty(
        moment,
        fc.array(fc.oneof(fc.nat(40), fc.double({ min: -1, max: 2, noNaN: true })), { maxLength: 3 }),
        async (first, days) => {
          await listed(disk, first);
          for (const day of days) {
            const now = new Date(Date.parse(first) + Math.round(day * 86_400_000)).toISOString();
            expect(await listed(disk, now)).toBe(await listed(disk, now, "--no-cache"));
          }
        },
      ),
      { numRuns: runs(3) },
    );
  }, 120_000);

  test("around the days on which somebody is asked what came true of a go", async () => {
    const disk = await portfolioDisk(undefined, { "ops/go": LIVES["ops/go"]! });
    const seen: (readonly [string, number | null, string | null])[] = [];
    // Decided on 20 November: asked two weeks before 20 February and 20 May, late from the day after on.
    for (const day of ["02-05", "02-06", "02-19", "02-20", "02-21", "05-05", "05-06", "05-20", "05-21", "07-01"]) {
      const now = `2027-${day}T12:00:00Z`;
      const kept = await listed(disk, now);
      expect(kept, now).toBe(await listed(disk, now, "--no-cache"));
      const [{ summary }] = JSON.parse(kept).data.pocs;
      seen.push([day, summary.follow_up.overdue_days, summary.next.code]);
    }
    expect(seen).toEqual([
      ["02-05", null, "go-on"],
      ["02-06", null, "follow-up"],
      ["02-19", null, "follow-up"],
      ["02-20", null, "follow-up"],
      ["02-21", 1, "follow-up"],
      ["05-05", 74, "follow-up"],
      ["05-06", 75, "follow-up"],
      ["05-20", 89, "follow-up"],
      ["05-21", 90, "follow-up"],
      ["07-01", 131, "follow-up"],
    ]);
  });

  test("from day to day, made anew only where something turns", async () => {
    const names = ["search/running", "claims/extended", "ops/zombie"];
    const disk = await portfolioDisk(undefined, Object.fromEntries(names.map((name) => [name, LIVES[name]!])));
    const last = new Map<string, Uint8Array | undefined>();
    const anew: string[] = [];
    for (let day = 4; day <= 21; day++) {
      const now = new Date(Date.UTC(2026, 11, day, 17)).toISOString();
      expect(await listed(disk, now), now).toBe(await listed(disk, now, "--no-cache"));
      for (const name of names) {
        const kept = summaryStoreIn(disk, `${PORTFOLIO}/${name}`).load();
        if (kept !== last.get(name)) anew.push(`${name} ${day}`);
        last.set(name, kept);
      }
    }
    expect(anew.sort()).toMatchInlineSnapshot(`
      [
        "claims/extended 11",
        "claims/extended 12",
        "claims/extended 4",
        "claims/extended 5",
        "claims/extended 7",
        "claims/extended 8",
        "claims/extended 9",
        "ops/zombie 20",
        "ops/zombie 21",
        "ops/zombie 4",
        "search/running 10",
        "search/running 11",
        "search/running 12",
        "search/running 4",
        "search/running 6",
        "search/running 7",
        "search/running 8",
        "search/running 9",
      ]
    `);
  }, 120_000);

  test("after a byte was changed, and after a file was added, renamed or removed", async () => {
    const disk = await portfolioDisk();
    disk.set(`${PORTFOLIO}/poc-org.yaml`, "currency: EUR\nhourly_rates: { default: 95 EUR }\n");
    const now = "2026-12-04T12:00:00+01:00";
    const act = fc.constantFrom("change", "remove", "rename", "copy");
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), act, async (file, at, what) => {
        const edited: Disk = new Map(disk);
        await listed(edited, now);
        const names = [...edited.keys()];
        const name = names[file % names.length]!;
        const text = edited.get(name)!;
        const place = at % Math.max(1, text.length);
        if (what === "change") edited.set(name, `${text.slice(0, place)}7${text.slice(place + 1)}`);
        else if (what === "copy") edited.set(name.replace(/\.yaml$/, "-2.yaml"), text);
        else edited.delete(name);
        if (what === "rename") edited.set(name.replace(/\.yaml$/, "x.yaml"), text);
        expect(await listed(edited, now)).toBe(await listed(edited, now, "--no-cache"));
      }),
      { numRuns: runs(8) },
    );
  }, 120_000);
});

test("the terms of the organisation are part of it: there, edited, nearer, gone", async () => {
  const life = LIVES["ops/zombie"]!;
  const disk = await portfolioDisk(undefined, {
    "ops/zombie": { ...life, files: { "costs.yaml": "currency: EUR\n" } },
    "ops/other": { ...life, files: { "costs.yaml": "currency: EUR\n" } },
  });
  const now = "2026-12-04T12:00:00+01:00";
  const rate = (euros: number) => `hourly_rates: { default: ${euros} EUR }\n`;
  const told: string[] = [];
  for (const [name, text] of [
    ["poc-org.yaml", rate(100)],
    ["poc-org.yaml", rate(200)],
    ["ops/poc-org.yaml", rate(300)],
    ["ops/zombie/poc-org.yaml", rate(400)],
    ["ops/poc-org.yaml", undefined],
  ] as const) {
    if (text === undefined) disk.delete(`${PORTFOLIO}/${name}`);
    else disk.set(`${PORTFOLIO}/${name}`, text);
    const kept = await listed(disk, now);
    expect(kept).toBe(await listed(disk, now, "--no-cache"));
    told.push(...[...kept.matchAll(/"with_time": "(\d+)/g)].map(([, money]) => money!));
  }
  expect(told).toEqual(["1120", "1120", "1820", "1820", "2520", "2520", "2520", "3220", "1820", "3220"]);
});

describe("what is kept is not believed", () => {
  const NOW = "2026-12-04T12:00:00+01:00";
  const FOLDER = `${PORTFOLIO}/search/running`;
  const spoils: readonly (readonly [string, (kept: Uint8Array) => Uint8Array])[] = [
    ["half of it", (kept) => kept.slice(0, kept.length / 2)],
    ["without its last byte", (kept) => kept.slice(0, -1)],
    ["with a byte more", (kept) => new Uint8Array([...kept, 10])],
    ["of another build", (kept) => replaced(kept, '"build":"test"', '"build":"rest"')],
    ["nothing of the kind", () => new TextEncoder().encode("#!/bin/sh\n")],
    ["empty", () => new Uint8Array()],
  ];

  const replaced = (kept: Uint8Array, from: string, to: string) =>
    new TextEncoder().encode(new TextDecoder().decode(kept).replace(from, to));

  test.each(spoils)("%s", async (_, spoil) => {
    const disk = await portfolioDisk(undefined, { "search/running": LIVES["search/running"]! });
    const fresh = await listed(disk, NOW);
    const store = summaryStoreIn(disk, FOLDER);
    const title = (kept: Uint8Array) =>
      replaced(kept, "Retrieval for the policy assistant", "Somebody else wrote this here now");
    store.save(spoil(title(store.load()!)));
    expect(await listed(disk, NOW)).toBe(fresh);
  });

  test("and believed where it is whole, or this would test nothing", async () => {
    const disk = await portfolioDisk(undefined, { "search/running": LIVES["search/running"]! });
    await listed(disk, NOW);
    const store = summaryStoreIn(disk, FOLDER);
    store.save(replaced(store.load()!, "Retrieval for the policy assistant", "Somebody else wrote this here now"));
    expect(await listed(disk, NOW)).toContain("Somebody else wrote this here now");
    expect(await listed(disk, NOW, "--no-cache")).not.toContain("Somebody else");
  });
});
