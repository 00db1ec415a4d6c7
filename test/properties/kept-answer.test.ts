import * as fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runs } from "../support/properties.ts";
import type { Disk } from "../support/memory-files.ts";
import { portfolioDisk, PORTFOLIO } from "../support/portfolio.ts";
import { answerStoreIn, linesKept, logStoreIn, run, world, type World } from "../support/run.ts";

/** What is kept of an answer says what the command would say: whatever was edited, at whatever time, for whomever. */

const CORPUS = join(import.meta.dirname, "../corpus");
const FOLDER = "/work/poc";

/** Every folder of the corpora, as the only PoC of a disk. */
const FOLDERS = ["ok", "bad"].flatMap((corpus) =>
  readdirSync(join(CORPUS, corpus)).map((name): readonly [string, string] => [corpus, name]),
);

function diskOf([corpus, name]: readonly [string, string]): Disk {
  const disk: Disk = new Map();
  const folder = join(CORPUS, corpus, name);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    disk.set(FOLDER + path.slice(folder.length), readFileSync(path, "utf8"));
  }
  return disk;
}

const LINES = [
  ["check"],
  ["check", "--all"],
  ["status"],
  ["status", "--short"],
  ["status", "--account"],
  ["show"],
  ["value"],
  ["next"],
  ["next", "--role", "owner"],
  ["gate"],
] as const;

async function said(line: readonly string[], within: Partial<World> & { readonly disk: Disk }) {
  const { exitCode, stdout, stderr } = await run(line, world({ cwd: FOLDER, zone: "Europe/Berlin", ...within }));
  return { exitCode, stdout, stderr };
}

/** The same on a disk of which nothing is kept. */
async function saidAnew(line: readonly string[], within: Partial<World> & { readonly disk: Disk }) {
  return said(line, { ...within, disk: new Map(within.disk) });
}

const moment = fc
  .integer({ min: Date.UTC(2026, 10, 1), max: Date.UTC(2026, 11, 31) })
  .map((ms) => new Date(ms).toISOString());

const HOUR_MS = 3_600_000;

describe("kept is fresh", () => {
  test("at any other moment: of the same day, of another, and of the past", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...FOLDERS),
        fc.constantFrom(...LINES),
        moment,
        fc.array(fc.integer({ min: -5 * HOUR_MS, max: 40 * HOUR_MS }), { minLength: 1, maxLength: 4 }),
        async (folder, line, first, shifts) => {
          const disk = diskOf(folder);
          await said(line, { disk, now: first });
          for (const shift of shifts) {
            const now = new Date(Date.parse(first) + shift).toISOString();
            expect(await said(line, { disk, now })).toEqual(await saidAnew(line, { disk, now }));
          }
        },
      ),
      { numRuns: runs(25) },
    );
  }, 120_000);

  test("after any edit of any file, and after one was added, renamed or removed", async () => {
    const disk = await portfolioDisk();
    const cwd = `${PORTFOLIO}/search/running`;
    disk.set(`${PORTFOLIO}/poc-org.yaml`, "currency: EUR\nhourly_rates: { default: 95 EUR }\n");
    const now = "2026-12-04T12:00:00+01:00";
    const names = [...disk.keys()].filter((name) => name.startsWith(cwd) || name.endsWith("poc-org.yaml"));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.nat(),
        fc.constantFrom("change", "remove", "rename", "copy", "add"),
        fc.constantFrom(...LINES),
        async (name, at, what, line) => {
          const edited: Disk = new Map(disk);
          const before = await said(line, { disk: edited, cwd, now });
          const text = edited.get(name)!;
          const place = at % Math.max(1, text.length);
          if (what === "change") edited.set(name, `${text.slice(0, place)}7${text.slice(place + 1)}`);
          else if (what === "copy") edited.set(name.replace(/\.yaml$/, "-2.yaml"), text);
          else if (what === "add") edited.set(`${cwd}/templates/gates/9-own.yaml`, "title: Own\n");
          else edited.delete(name);
          if (what === "rename") edited.set(name.replace(/\.yaml$/, "x.yaml"), text);
          expect(await said(line, { disk: edited, cwd, now })).toEqual(
            await saidAnew(line, { disk: edited, cwd, now }),
          );
          // And again as it was: nothing of the other state is left.
          edited.clear();
          for (const [path, content] of disk) edited.set(path, content);
          expect(await said(line, { disk: edited, cwd, now })).toEqual(before);
        },
      ),
      { numRuns: runs(12) },
    );
  }, 120_000);

  test("after edits of a log of a thousand entries, by all commands in turn, and as it was before", async () => {
    const disk = await portfolioDisk();
    const cwd = `${PORTFOLIO}/search/running`;
    const now = "2026-12-04T12:00:00+01:00";
    // More than an answer of its own could hold.
    for (let index = 0; index < 1000; index++) {
      const id = index.toString(36).padStart(7, "0");
      const at = `at: "2026-12-02T09:00:00+01:00"\nby: "Ana Ruiz <ana@example.com>"\n`;
      const text = `${at}note: "Run ${index} of the reranker, which says ${"more ".repeat(40)}"\ntime: [{"hours": 0.5}]\n`;
      disk.set(`${cwd}/log/2026-12-02-0900-run-${id}.yaml`, text);
    }
    const log = [...disk.keys()].filter((name) => name.startsWith(`${cwd}/log/`));
    const edit = fc.tuple(
      fc.constantFrom(...log),
      fc.nat(),
      fc.constantFrom("change", "grow", "shrink", "remove", "rename", "copy", "swap", "fold", "beside"),
      fc.constantFrom(...LINES),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
        const edited: Disk = new Map(disk);
        const before = new Map<readonly string[], unknown>();
        for (const [, , , line] of edits) before.set(line, await said(line, { disk: edited, cwd, now }));
        for (const [name, at, what, line] of edits) {
          const text = edited.get(name) ?? "";
          const place = at % Math.max(1, text.length);
          const next = log[(log.indexOf(name) + 1) % log.length]!;
          if (what === "change") edited.set(name, `${text.slice(0, place)}7${text.slice(place + 1)}`);
          else if (what === "grow") edited.set(name, `${text.slice(0, place)} ${text.slice(place)}`);
          else if (what === "shrink") edited.set(name, text.slice(0, place) + text.slice(place + 1));
          else if (what === "copy") edited.set(name.replace(/\.yaml$/, "2.yaml"), text);
          else if (what === "beside") edited.set(name.replace(/\.yaml$/, ".txt"), text);
          else if (what === "swap") edited.set(name, edited.get(next) ?? "").set(next, text);
          // The bytes of both are the same one after the other, and no longer in the same files.
          else if (what === "fold") edited.set(name, text + (edited.get(next) ?? "").slice(0, 5));
          else edited.delete(name);
          if (what === "fold") edited.set(next, (edited.get(next) ?? "").slice(5));
          if (what === "rename") edited.set(name.replace(/\.yaml$/, "x.yaml"), text);
          const anew = await saidAnew(line, { disk: edited, cwd, now });
          expect(await said(line, { disk: edited, cwd, now })).toEqual(anew);
          expect(await said(line, { disk: edited, cwd, now })).toEqual(anew);
        }
        edited.clear();
        for (const [path, content] of disk) edited.set(path, content);
        for (const [line, answer] of before) expect(await said(line, { disk: edited, cwd, now })).toEqual(answer);
      }),
      { numRuns: runs(3) },
    );
  }, 300_000);

  test("on another terminal, and in another environment", async () => {
    const disk = diskOf(["ok", "running"]);
    const changes: readonly Partial<World>[] = [
      {},
      { columns: 40 },
      { columns: 120 },
      { terminal: true },
      { terminal: true, env: { NO_COLOR: "1" } },
      { terminal: true, env: { TERM: "dumb" } },
      { terminal: true, rows: 10 },
      { env: { FORCE_COLOR: "1" } },
      { env: { LANG: "C" } },
      { env: { POC_TEMPLATES: "/org" } },
    ];
    const now = "2026-11-26T12:00:00+01:00";
    for (const line of [[], ["check"]])
      for (const change of [...changes, ...changes])
        expect(await said(line, { disk, now, ...change })).toEqual(await saidAnew(line, { disk, now, ...change }));
  });
});

describe("an answer", () => {
  const NOW = "2026-11-26T12:00:00+01:00";
  const disk = () => diskOf(["ok", "running"]);
  const line = JSON.stringify([FOLDER, "status", [], []]);
  const replaced = (kept: Uint8Array, from: string, to: string) =>
    new TextEncoder().encode(new TextDecoder().decode(kept).replace(from, to));
  const told = (kept: Uint8Array) => replaced(kept, '"said":[["out","', '"said":[["out","Somebody else wrote this. ');

  test("is given again without reading anything anew, or these tests would test nothing", async () => {
    const one = disk();
    await said(["status"], { disk: one, now: NOW });
    const store = answerStoreIn(one, line);
    store.save(told(store.load()!));
    expect((await said(["status"], { disk: one, now: NOW })).stdout).toContain("Somebody else wrote this.");
    expect((await said(["status"], { disk: one, now: "2026-11-26T23:59:59+01:00" })).stdout).toContain("Somebody");
    expect((await said(["status"], { disk: one, now: "2026-11-27T00:00:00+01:00" })).stdout).not.toContain("Somebody");
  });

  test.each([["check"], ["status"], ["show"], ["value"], ["next"], ["gate"]])("of poc %s is kept", async (command) => {
    const one = disk();
    await said([command], { disk: one, now: NOW });
    expect(linesKept(one)).toHaveLength(1);
  });

  test("of another command refers to the same log, and to none that was kept again", async () => {
    const one = disk();
    await said(["status"], { disk: one, now: NOW });
    const store = answerStoreIn(one, line);
    store.save(told(store.load()!));
    const { id } = logStoreIn(one, FOLDER).read()!;
    await said(["check"], { disk: one, now: NOW });
    expect(logStoreIn(one, FOLDER).read()!.id).toBe(id);
    expect((await said(["status"], { disk: one, now: NOW })).stdout).toContain("Somebody");
    // Another log is kept, and then one of the same bytes.
    const [last] = [...one.keys()].filter((name) => name.includes("/log/")).slice(-1);
    const text = one.get(last!)!;
    for (const content of [`${text}# edited\n`, text]) {
      one.set(last!, content);
      await said(["check"], { disk: one, now: NOW });
    }
    expect(logStoreIn(one, FOLDER).read()!.id).not.toBe(id);
    expect((await said(["status"], { disk: one, now: NOW })).stdout).not.toContain("Somebody");
  });

  test("of a long log is given again", async () => {
    const one = disk();
    for (let index = 0; index < 5000; index++) {
      const id = index.toString(36).padStart(7, "0");
      one.set(
        `${FOLDER}/log/2026-11-24-1000-run-${id}.yaml`,
        `at: "2026-11-24T10:00:00+01:00"\nby: "Ana Ruiz <ana@example.com>"\nnote: "Run ${index} of the reranker"\n`,
      );
    }
    const fresh = await said(["status"], { disk: one, now: NOW });
    expect(await said(["status"], { disk: one, now: NOW })).toEqual(fresh);
    const store = answerStoreIn(one, line);
    expect(store.load()!.length).toBeLessThan(20_000);
    store.save(told(store.load()!));
    expect((await said(["status"], { disk: one, now: NOW })).stdout).toContain("Somebody");
  }, 60_000);

  test.each<readonly [string, (kept: Uint8Array) => Uint8Array]>([
    ["half of it", (kept) => kept.slice(0, kept.length / 2)],
    ["without its last byte", (kept) => kept.slice(0, -1)],
    ["with a byte more", (kept) => new Uint8Array([...kept, 10])],
    ["of another build", (kept) => replaced(kept, '"build":"test"', '"build":"rest"')],
    ["of another line", (kept) => replaced(kept, '\\"status\\"', '\\"check\\"')],
    ["nothing of the kind", () => new TextEncoder().encode("#!/bin/sh\n")],
    ["empty", () => new Uint8Array()],
  ])("is not believed: %s", async (_, spoil) => {
    const one = disk();
    const fresh = await said(["status"], { disk: one, now: NOW });
    const store = answerStoreIn(one, line);
    store.save(spoil(told(store.load()!)));
    expect(await said(["status"], { disk: one, now: NOW })).toEqual(fresh);
  });

  test.each([
    ["names the moment", ["status", "--json"]],
    ["is of another moment", ["status", "--as-of", "2026-11-25"]],
    ["writes a file", ["check", "--report", "junit=out.xml"]],
    ["changes the records", ["log", "A word"]],
    ["renders a document", ["memo", "-o", "-"]],
  ])("is not kept where the command %s", async (_, words) => {
    const one = disk();
    await said(words, { disk: one, now: NOW });
    expect(linesKept(one)).toEqual([]);
  });

  test("is not kept where an entry lies ahead, whose time comes on the same day", async () => {
    const one = disk();
    await said(["log", "Later", "--at", "15:00"], { disk: one, now: "2026-11-26T15:00:00+01:00" });
    await said(["status"], { disk: one, now: NOW });
    expect(linesKept(one)).toEqual([]);
  });
});
