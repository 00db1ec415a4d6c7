import { describe, expect, test } from "vitest";
import { withoutLinks } from "../../src/output/terminal/hyperlinks.ts";
import { diskWithPoc } from "../support/definitions.ts";
import { POC, run, world, type World } from "../support/run.ts";

const LINKING: Partial<World> = { terminal: true, env: { KITTY_WINDOW_ID: "1", TERM: "xterm-kitty" } };

const isEntry = (path: string) => path.startsWith(`${POC}/log/`);

const idOf = (path: string) => /(\w+)\.yaml$/.exec(path)![1]!;

/** What a person types in two days, the last of it with a file that has a fault. */
async function typed(within: Partial<World>) {
  const disk = diskWithPoc();
  disk.set(`${POC}/runs/a b.jsonl`, "{}\n");
  const outcomes: { readonly what: string; readonly text: string }[] = [];
  const type = async (now: string, ...argv: string[]) => {
    const { stdout, stderr } = await run(argv, world({ disk, now, ...within }));
    outcomes.push({ what: argv[0]!, text: stdout + stderr });
  };
  await type("2026-11-23T09:00:00+01:00", "start");
  const day = "2026-11-25T16:20:00+01:00";
  await type(day, "log", "Reranker; on\u001b\\", "--eval", "wrong-rate=22/200", "--evidence", "runs/a b.jsonl:3");
  await type(day, "log", "Again", "--eval", "wrong-rate=20/200", "--evidence", "https://example.com/runs/7");
  await type(day, "show");
  for (const path of [...disk.keys()].filter(isEntry)) await type(day, "show", idOf(path));
  await type(day, "undo", idOf([...disk.keys()].findLast(isEntry)!), "--yes");
  await type(day, "log", "--attest", "exit.committed=https://example.com/minutes/3", "--by", "Marta");
  for (const command of ["show", "status", "next", "replay", "gate", "value"]) await type(day, command);
  disk.set(`${POC}/evals.yaml`, "evals: [\n");
  await type(day, "check");
  return { outcomes, disk };
}

// oxlint-disable-next-line no-control-regex -- the escapes are what is looked for
const ADDRESS = /\x1b\]8;;([^\x1b]+)\x1b\\/g;

describe("links of a terminal", () => {
  test("lead from ids, places and evidence to the files, and change no other character", async () => {
    const { outcomes, disk } = await typed(LINKING);
    const addresses = (what: string) =>
      new Set(outcomes.filter((one) => one.what === what).flatMap(({ text }) => text.match(ADDRESS) ?? []));
    const linked = (what: string) => [...addresses(what)].map((found) => found.slice(5, -2));
    const entries = [...disk.keys()].filter(isEntry).map((path) => `file://ana-laptop${path}`);
    expect(entries).toHaveLength(5);
    expect(linked("start")).toEqual([entries[0]]);
    expect(linked("log")).toEqual(expect.arrayContaining(entries.slice(1, 3)));
    expect(linked("show").sort()).toEqual(
      [
        ...entries,
        `file://ana-laptop${POC}/runs/a%20b.jsonl#3`,
        "https://example.com/runs/7",
        "https://example.com/minutes/3",
      ].sort(),
    );
    expect(linked("undo").sort()).toEqual(entries.slice(2, 4).sort());
    expect(linked("check").filter((address) => /\/evals\.yaml#\d+$/.test(address))).not.toEqual([]);
    const plain = await typed({ ...LINKING, env: { ...LINKING.env, FORCE_HYPERLINK: "0" } });
    expect(outcomes.map(({ text }) => withoutLinks(text))).toEqual(plain.outcomes.map(({ text }) => text));
  });

  test.each<Partial<World>>([
    { ...LINKING, terminal: false },
    { terminal: true },
    { terminal: true, env: { ...LINKING.env, NO_COLOR: "1" } },
    { terminal: true, env: { ...LINKING.env, CI: "true" } },
    { terminal: true, env: { ...LINKING.env, TERM: "dumb" } },
    { terminal: true, env: { ...LINKING.env, CI: "true", FORCE_HYPERLINK: "1" } },
  ])("there are none with %j", async (within) => {
    const { outcomes } = await typed(within);
    for (const { what, text } of outcomes) expect(text, what).not.toContain("\u001b]");
  });

  test("nor in JSON, and nor in the pager", async () => {
    const { disk } = await typed({});
    disk.delete(`${POC}/evals.yaml`);
    const paged: string[] = [];
    const within = world({ disk, now: "2026-11-25T17:00:00+01:00", rows: 6, paged, ...LINKING });
    expect((await run(["show", "--json"], within)).stdout).not.toContain("\u001b");
    expect((await run(["show"], within)).stdout).toBe("");
    expect(paged.join("")).toContain("Again");
    expect(paged.join("")).not.toContain("\u001b]");
  });
});
