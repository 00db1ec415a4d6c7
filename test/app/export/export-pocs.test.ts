import { describe, expect, test } from "vitest";
import { DEFINITIONS, diskWithPoc } from "../../support/definitions.ts";
import type { Disk } from "../../support/memory-files.ts";
import { POC, run, world, type World } from "../../support/run.ts";

const KEY = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";

/** A disk with a PoC that has a day of work, and other folders beside it. */
async function worked(more: Readonly<Record<string, string>> = {}): Promise<Disk> {
  const disk = diskWithPoc(more);
  const at = (now: string) => world({ disk, now });
  for (const [now, ...argv] of [
    ["2026-11-23T09:00:00+01:00", "start"],
    ["2026-11-23T23:30:00-05:00", "log", "=HYPERLINK(1)", "--spend", "12.40:tokens", "--hours", "2"],
    ["2026-11-25T10:00:00+01:00", "log", `Key ${KEY}`, "--hours", "1.5", "--meeting", "30m×4", "--allow-secret"],
  ] as const)
    expect(await run([...argv], at(now))).toMatchObject({ exitCode: 0 });
  return disk;
}

function exported(disk: Disk, argv: readonly string[], more: Partial<World> = {}) {
  return run(["export", ...argv], world({ disk, now: "2026-11-25T12:00:00+01:00", ...more }));
}

const NIGHT = "2026-12-20T12:00:00+01:00";
const LEFT = "0 PoCs in /out: 0 files\n1 PoC is decided and has not changed since; its files were left\n";

function again(disk: Disk, argv: readonly string[], now = NIGHT) {
  return exported(disk, ["--to", "/out", "--format", "csv", ...argv], { now });
}

async function decideNoGo(disk: Disk): Promise<void> {
  const decide = ["decide", "no-go", "--why", "The vendor left", "--by", "Marta Weiss <marta@example.com>"];
  const decided = await run(
    [...decide, "--override", "No other vendor"],
    world({ disk, now: "2026-11-26T10:00:00+01:00" }),
  );
  expect(decided.exitCode, decided.stderr).toBe(0);
}

const LATE_BILL = "at: 2026-11-25T11:00:00+01:00\nby: Ana Ruiz <ana@example.com>\ndid: A late bill\n";

/** Path of the entry with that word in its name; of a new one, where there is none. */
function entryOf(disk: Disk, word: string): string {
  const path = [...disk.keys()].find((name) => name.startsWith(`${POC}/log/`) && name.includes(word));
  return path ?? `${POC}/log/2026-11-25-1100-${word}-k3x9a2b.yaml`;
}

function fileIn(disk: Disk, folder: string): string {
  return [...disk.keys()].find((name) => name.startsWith(folder))!;
}

function edit(disk: Disk, path: string, from: string, to: string): void {
  const text = disk.get(path)!;
  expect(text).toContain(from);
  disk.set(path, text.replace(from, to));
}

function renameAll(disk: Disk, folder: string, from: string | RegExp, to: string): void {
  for (const [name, text] of new Map(disk)) {
    if (!name.startsWith(folder)) continue;
    disk.delete(name);
    disk.set(name.replace(from, to), text);
  }
}

/** The lines of a table that has one file. */
function lines(disk: Disk, folder: string, table: string): readonly string[] {
  const names = [...disk.keys()].filter((name) => name.startsWith(`${folder}/${table}/`));
  expect(names, table).toHaveLength(1);
  return disk.get(names[0]!)!.trimEnd().split(/\r?\n/);
}

const rows = (disk: Disk, folder: string, table: string) =>
  lines(disk, folder, table).map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);

describe("poc export", () => {
  test("writes every table, with instants in UTC beside the day of the charter", async () => {
    const disk = await worked();
    const { exitCode, stdout } = await exported(disk, ["--to", "/out", "--format", "jsonl"]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "1 PoC in /out: 10 files\n" });
    expect(rows(disk, "/out", "poc")).toMatchObject([
      { poc: "retrieval-poc", schema_version: 1, phase: "running", spend: "12.40", hours: "5.5", currency: "EUR" },
    ]);
    expect(rows(disk, "/out", "spend")).toMatchObject([
      { at: "2026-11-24T04:30:00.000Z", day: "2026-11-24", amount: "12.40", counted: "12.40", withdrawn: false },
    ]);
    const schema = JSON.parse(disk.get("/out/schema.json")!) as { readonly tables: readonly { name: string }[] };
    expect(schema.tables.map(({ name }) => name)).toContain("verdict");
  });

  test("tokens that were written to the cache, of long requests and of batches have columns", async () => {
    const disk = await worked({
      "costs.yaml":
        "exchange: { USD: { rate: 1 } }\nmodels:\n  claude-opus-5:\n    input: 3 USD\n    cached_input: 0.3 USD\n" +
        "    cache_write: 3.75 USD\n    cache_write_1h: 6 USD\n    output: 15 USD\n" +
        "    above:\n      200k: { input: 6 USD, output: 22.5 USD }\n",
    });
    const tokens = "claude-opus-5=1M/100k cached 100k written 20k written-1h 800k above 200k";
    const logged = await run(["log", "--tokens", tokens], world({ disk, now: "2026-11-25T11:00:00+01:00" }));
    expect(logged.exitCode, logged.stderr).toBe(0);
    await exported(disk, ["--to", "/out", "--format", "jsonl"]);
    expect(rows(disk, "/out", "spend").at(-1)).toMatchObject({
      model: "claude-opus-5",
      tokens_input: 1_000_000,
      tokens_cached: 100_000,
      tokens_cache_write: 20_000,
      tokens_cache_write_1h: 800_000,
      tokens_above: 200_000,
      tokens_batch: false,
    });
  });

  test("in CSV nothing is a formula, and no key leaves", async () => {
    const disk = await worked();
    await exported(disk, ["--to", "/out", "--format", "csv"]);
    const entries = lines(disk, "/out", "entry");
    expect(entries.some((line) => line.includes(`"'=HYPERLINK(1)"`))).toBe(true);
    expect([...disk].filter(([name, text]) => name.startsWith("/out/") && text.includes(KEY))).toEqual([]);
  });

  test("hours are those of the team, unless the charter shows them by person", async () => {
    const team = await worked();
    await exported(team, ["--to", "/out", "--format", "jsonl"]);
    expect(rows(team, "/out", "time")).toMatchObject([
      { day: "2026-11-24", line: 1, kind: "work", hours: "2", by: null },
      { day: "2026-11-25", line: 1, kind: "work", hours: "1.5", by: null },
      { day: "2026-11-25", line: 2, kind: "meeting", hours: "2.0", by: null },
    ]);
    const shown = await worked({ "poc.yaml": `${DEFINITIONS["poc.yaml"]!}hours_shown: person\n` });
    await exported(shown, ["--to", "/out", "--format", "jsonl"]);
    expect(rows(shown, "/out", "time")[0]).toMatchObject({ by: "Ana Ruiz <ana@example.com>" });
  });

  test("the key is the repository and the place in it, or what --source says", async () => {
    const disk = await worked();
    const repository = { ...world().repository, placeOf: () => "retrieval-poc" };
    await exported(disk, ["--to", "/a", "--format", "jsonl"], { repository });
    await exported(disk, ["--to", "/b", "--format", "jsonl", "--source", "acme/claims"], { repository });
    expect(rows(disk, "/a", "poc")).toMatchObject([{ poc: "work/retrieval-poc", source: "work" }]);
    expect(rows(disk, "/b", "poc")).toMatchObject([{ poc: "acme/claims/retrieval-poc", place: "retrieval-poc" }]);
  });

  test("two PoCs of one name are refused before anything is written", async () => {
    const disk = await worked();
    for (const [name, text] of new Map(disk)) disk.set(name.replace("/work/", "/other/"), text);
    const { exitCode, stderr } = await exported(disk, [POC, "/other/retrieval-poc", "--to", "/out"]);
    expect(exitCode).toBe(3);
    expect(stderr).toContain("--source");
    expect([...disk.keys()].filter((name) => name.startsWith("/out"))).toEqual([]);
  });

  test("what is there already is not written again", async () => {
    const disk = await worked();
    await exported(disk, ["--to", "/out", "--format", "csv"]);
    const { stdout } = await exported(disk, ["--to", "/out", "--format", "csv"]);
    expect(stdout).toBe("1 PoC in /out: 10 files, 0 of them new or changed\n");
  });

  test("--since leaves a PoC that is decided and unchanged, and no other", async () => {
    const disk = await worked();
    const since = (day: string) => again(disk, ["--since", day]);
    expect((await since("2026-12-10")).stdout).toContain("1 PoC in /out");
    expect((await since("2026-12-10")).stdout, "it is not decided").toContain("1 PoC in /out");
    await decideNoGo(disk);
    expect((await since("2026-12-10")).stdout, "the tables are older").toContain("1 PoC in /out");
    expect((await since("2026-12-10")).stdout).toBe(LEFT);
    expect((await since("2026-11-26")).stdout, "it was decided on that day").toContain("1 PoC in /out");
    expect((await since("yesterday")).stdout).toBe(LEFT);
    expect(await since("soon")).toMatchObject({ exitCode: 2, stdout: "" });
  });

  test.each<readonly [what: string, change: (disk: Disk) => unknown]>([
    ["an entry that was back-dated and arrived with a merge", (disk) => disk.set(entryOf(disk, "copy"), LATE_BILL)],
    ["an entry that was removed", (disk) => disk.delete(entryOf(disk, "key"))],
    ["a definition that was edited", (disk) => edit(disk, `${POC}/poc.yaml`, "2000 EUR", "3000 EUR")],
    ["a definition that was removed", (disk) => disk.delete(`${POC}/risks.yaml`)],
    ["a file of the organisation that was edited", (disk) => edit(disk, "/work/poc-org.yaml", "95", "110")],
    ["a file of the organisation that is gone", (disk) => disk.delete("/work/poc-org.yaml")],
    ["a table that is gone", (disk) => disk.delete(fileIn(disk, "/out/spend/"))],
    ["a table that is another", (disk) => disk.set(fileIn(disk, "/out/spend/"), "poc\n")],
    ["what the tables were made of is gone", (disk) => disk.delete(fileIn(disk, "/out/made-of/"))],
    ["what the tables were made of is cut off", (disk) => disk.set(fileIn(disk, "/out/made-of/"), "{")],
    ["tables of another format", (disk) => renameAll(disk, "/out/", ".csv", ".jsonl")],
  ])("--since exports again after %s, whatever git and the dates say", async (_what, change) => {
    const disk = await worked();
    disk.set("/work/poc-org.yaml", "hourly_rates:\n  data-scientist: 95 EUR\n");
    await decideNoGo(disk);
    const since = () => again(disk, ["--since", "2026-12-15"]);
    await since();
    expect((await since()).stdout).toBe(LEFT);
    change(disk);
    expect((await since()).stdout).toMatch(/^1 PoC in \/out: 10 files/);
  });

  test.each([
    ["a day on which something may turn", "2026-11-27T12:00:00+01:00", ["--since", "2026-11-27"]],
    ["an earlier moment than that of the tables", "2026-12-19T12:00:00+01:00", ["--since", "2026-12-15"]],
    ["an earlier day that is asked for", NIGHT, ["--since", "2026-12-15", "--as-of", "2026-11-25"]],
    ["more than a year later", "2028-02-01T12:00:00+01:00", ["--since", "2026-12-15"]],
  ])("--since exports again for %s", async (_what, now, argv) => {
    const disk = await worked();
    await decideNoGo(disk);
    const first = now < "2026-12" ? "2026-11-26T20:00:00+01:00" : NIGHT;
    await again(disk, ["--since", "2026-12-15"], first);
    expect((await again(disk, argv, now)).stdout).toMatch(/^1 PoC in \/out: 10 files/);
  });

  test("tables of an earlier day are never taken for those of today", async () => {
    const disk = await worked();
    await decideNoGo(disk);
    await again(disk, ["--as-of", "2026-11-25"]);
    expect((await again(disk, ["--since", "2026-12-15"])).stdout).toContain("1 PoC in /out");
  });

  describe("two PoCs of one name, one export after the other", () => {
    const first = ["/work/retrieval-poc", "--to", "/out", "--format", "csv"];
    const second = ["/other/retrieval-poc", "--to", "/out", "--format", "csv"];

    test("are refused, and nothing is written", async () => {
      const disk = await worked();
      for (const [name, text] of new Map(disk)) disk.set(name.replace("/work/", "/other/"), text);
      expect((await exported(disk, first)).exitCode).toBe(0);
      const before = new Map(disk);
      const { exitCode, stderr } = await exported(disk, second);
      expect(exitCode).toBe(3);
      expect(stderr).toContain(". and /other/retrieval-poc would have the same key");
      expect(disk).toEqual(before);
      expect((await exported(disk, [...second, "--source", "acme/other"])).exitCode).toBe(0);
    });

    test("are one where a checkout has moved, and two where another entry started it", async () => {
      const disk = await worked();
      await exported(disk, first);
      renameAll(disk, "/work/", "/work/", "/other/");
      expect((await exported(disk, second)).exitCode).toBe(0);
      renameAll(disk, "/other/", "/other/", "/work/");
      renameAll(disk, `${POC}/log/`, /-start-\w+/, "-start-zzzzzz1");
      const { exitCode, stderr } = await exported(disk, first);
      expect(exitCode).toBe(3);
      expect(stderr).toContain("another PoC with the key");
    });
  });

  test("a PoC that can be read in part is exported as far as that goes, and said", async () => {
    const disk = await worked();
    disk.set(`${POC}/value.yaml`, "users: [\n");
    const { exitCode, stdout, stderr } = await exported(disk, ["--to", "/out", "--format", "jsonl"]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "1 PoC in /out: 10 files\n" });
    expect(stderr).toContain("poc check -C .");
    expect(rows(disk, "/out", "poc")).toMatchObject([{ readable: false }]);
  });

  test.each([
    [[], 2],
    [["--to", "log"], 2],
    [["--to", "/out", "--format", "xlsx"], 2],
  ])("%j is refused", async (argv, code) => {
    const disk = await worked();
    const before = disk.size;
    expect((await exported(disk, argv)).exitCode).toBe(code);
    expect(disk.size).toBe(before);
  });
});
