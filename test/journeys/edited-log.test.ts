import { expect, test } from "vitest";
import type { CommittedFiles, Repository } from "../../src/app/ports/ports.ts";
import { diskWithPoc } from "../support/definitions.ts";
import { POC, run, world, type World } from "../support/run.ts";

/** A log that was edited: what the files of cases and the commits say of it. */

const EVALS = `- id: wrong-rate
  metric: Wrong answers
  better: lower
  primary: true
  baseline: 82/400
  target: reduction >= 40%
  arms: [today (baseline), next]
- id: latency
  metric: Time to the answer
  measure: percentile
  percentile: 90
  better: lower
  target: value <= 2 s
- id: cost
  metric: Cost of an answer
  measure: mean
  better: lower
  target: value <= 1 EUR
`;
const ROWS = Array.from({ length: 40 }, (_, k) => `c${k},${k < 9},${k < 5 ? 2500 : 900},${k % 7},${k < 12}`);
const TABLE = ["case,wrong,latency_ms,cost_eur,before", ...ROWS].join("\n");
const IMPORTS = [
  "--map before:true=wrong-rate --arm today",
  "--map wrong=wrong-rate --arm next",
  "--map latency_ms=latency",
  "--map cost_eur=cost",
];

/** A PoC with a result of each kind that was imported. */
async function imported(): Promise<World> {
  const here = world({ disk: diskWithPoc({ "evals.yaml": EVALS }), now: "2026-11-23T09:00:00+01:00" });
  await run(["start"], here);
  for (const [k, flags] of IMPORTS.entries()) {
    // Another row makes another file of cases, as another day would.
    here.disk.set(`${POC}/t${k}.csv`, `${TABLE}\n`);
    const { exitCode, stderr } = await run(["import", `t${k}.csv`, "--yes", ...flags.split(" ")], {
      ...here,
      now: "2026-11-25T16:20:00+01:00",
    });
    expect(exitCode, stderr).toBe(0);
  }
  return { ...here, now: "2026-11-25T17:00:00+01:00" };
}

const names = (here: World, part: string) => [...here.disk.keys()].filter((name) => name.includes(part)).sort();

function edit(here: World, file: string, from: RegExp, to: string): void {
  const text = here.disk.get(file)!;
  expect(text).toMatch(from);
  here.disk.set(file, text.replace(from, to));
}

test("what was imported and left alone agrees with its files of cases", async () => {
  const here = await imported();
  const { exitCode, stdout } = await run(["check", "--hash"], here);
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining("4 results as in the log")]);
  expect((await run(["cases", "wrong-rate"], here)).exitCode).toBe(0);
});

const EDITS: readonly (readonly [what: string, entry: string, from: RegExp, to: string, said: string])[] = [
  ["the count of a baseline", "before=", /"12\/40"/, '"31/40"', "says 12/40 where the entry says 31/40"],
  ["pairs", "wrong-rate", /"candidate": \d+/, '"candidate": 8', "where the entry says both"],
  ["runs within a limit", "latency", /"35\/40"/, '"40/40"', "says 35/40 where the entry says 40/40"],
  ["a mean", "cost", /"value": "[\d.]+ EUR"/, '"value": "0.5 EUR"', "where the entry says 0.5 EUR"],
  ["a standard deviation", "cost", /"sd": "?[\d.]+"?/, '"sd": 0.1', "where the entry says sd 0.1"],
  ["the number of cases", "cost", /"n": 40, "digest"/, '"n": 50, "digest"', "has 40 cases where the entry says 50"],
];

test.each(EDITS)("an entry that was edited: %s", async (_, eval_, from, to, said) => {
  const here = await imported();
  const file = names(here, "/log/").find((name) => from.test(here.disk.get(name)!))!;
  edit(here, file, from, to);
  const { exitCode, stdout } = await run(["check", "--hash"], here);
  expect([exitCode, stdout]).toEqual([1, expect.stringContaining(said)]);
  const id = eval_ === "before=" ? "wrong-rate" : eval_;
  expect((await run(["cases", id], here)).exitCode).toBe(1);
});

test("a file of cases that was changed, and one that is gone", async () => {
  const here = await imported();
  const [file] = names(here, "/cases/");
  edit(here, file!, /c0,/, "c00,");
  const changed = await run(["check", "--hash"], here);
  expect([changed.exitCode, changed.stdout]).toEqual([1, expect.stringContaining("which was changed since")]);
  for (const name of names(here, "/cases/")) here.disk.delete(name);
  const gone = await run(["check", "--hash"], here);
  expect([gone.exitCode, gone.stdout]).toEqual([1, expect.stringContaining("which is gone")]);
  const plain = await run(["check", "--all"], here);
  expect([plain.exitCode, plain.stdout.match(/warning\[cases-missing\]/g)?.length]).toEqual([4, 4]);
  expect((await run(["cases", "latency"], here)).exitCode).toBe(3);
  expect((await run(["cases", "latency", "--format", "json"], here)).exitCode).toBe(3);
});

test("an entry that was committed and is another one, or gone, in the folder or by a commit", async () => {
  const here = await imported();
  const log = names(here, "/log/").map((name) => name.slice(POC.length + 1));
  const bytes = (text: string) => new TextEncoder().encode(text);
  const as = (changes: Partial<CommittedFiles>): World => {
    const files = new Map(log.map((name) => [name, bytes(here.disk.get(`${POC}/${name}`)!)]));
    const known: CommittedFiles = { files, edited: [], removed: [], shallow: false, ...changes };
    const repository: Repository = {
      placeOf: () => "",
      filesAtBase: () => ({ found: false, why: { code: "no-repository", shallow: false } }),
      committed: () => known,
    };
    return { ...here, repository };
  };
  const [first, second] = log;
  const told = async (changes: Partial<CommittedFiles>) => {
    const { exitCode, stdout } = await run(["check", "--hash"], as(changes));
    return [exitCode, /^ {2}(log\/.*)$/m.exec(stdout)?.[1]];
  };
  expect(await told({})).toEqual([0, undefined]);
  const text = here.disk.get(`${POC}/${first}`)!;
  expect(await told({ files: new Map([[first!, bytes(text.replaceAll("\n", "\r\n"))]]) })).toEqual([0, undefined]);
  expect(await told({ files: new Map([[first!, bytes(`${text}#`)]]) })).toEqual([
    1,
    `${first} is committed with another text`,
  ]);
  const lost = new Map([["log/2026-11-24-0900-note-zzzzzzz.yaml", bytes("x")]]);
  expect(await told({ files: lost })).toEqual([1, "log/2026-11-24-0900-note-zzzzzzz.yaml is committed and gone"]);
  expect(await told({ removed: [second!] })).toEqual([1, `${second} was removed by a commit`]);
  expect(await told({ edited: [second!] })).toEqual([1, `${second} was edited by a commit`]);
  // What is no entry is nobody's log.
  expect(await told({ removed: ["log/.gitkeep", "log/notes.txt"] })).toEqual([0, undefined]);
});
