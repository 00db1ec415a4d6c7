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
    const since = (day: string) =>
      exported(disk, ["--to", "/out", "--since", day], { now: "2026-12-20T12:00:00+01:00" });
    expect((await since("2026-12-10")).stdout).toContain("1 PoC in /out");
    const decide = ["decide", "no-go", "--why", "The vendor left", "--by", "Marta Weiss <marta@example.com>"];
    await run([...decide, "--override", "No other vendor"], world({ disk, now: "2026-11-26T10:00:00+01:00" }));
    expect((await since("2026-12-10")).stdout).toContain("1 PoC is decided and has not changed since");
    expect((await since("2026-11-26")).stdout).toContain("1 PoC in /out");
    expect((await exported(disk, ["--to", "/out", "--since", "soon"])).exitCode).toBe(2);
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
