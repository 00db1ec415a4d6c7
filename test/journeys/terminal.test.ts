import { describe, expect, test } from "vitest";
import { displayWidth } from "../../src/output/terminal/display-width.ts";
import { safe } from "../../src/output/terminal/safe.ts";
import { diskWithPoc } from "../support/definitions.ts";
import { POC, run, world, type World } from "../support/run.ts";
import { transcript } from "../support/session.ts";

const golden = (name: string) => `./sessions/${name}.txt`;
const MONDAY = "2026-11-23T09:00:00+01:00";
const PLAIN = { NO_COLOR: "1", LANG: "en_GB.UTF-8" };
const SCREEN: Partial<World> = { terminal: true, env: PLAIN };

/** A folder as `poc init --yes` leaves it: nearly everything is still to be filled in. */
async function freshDraft(): Promise<World["disk"]> {
  const disk: World["disk"] = new Map();
  await run(["init", ".", "--yes"], world({ disk, now: MONDAY }));
  return disk;
}

describe("a fresh draft is a list to work down", () => {
  test.each([60, 80, 120])("in %i columns", async (columns) => {
    const disk = await freshDraft();
    const steps = [
      { type: "poc check", now: MONDAY },
      { type: "poc status --short" },
      { type: "poc status" },
      { type: "poc next --role owner" },
    ];
    await expect(await transcript(steps, { disk, columns, ...SCREEN })).toMatchFileSnapshot(
      golden(`terminal-draft-${columns}`),
    );
  });

  test("and each placeholder by itself with --all, and for programs", async () => {
    const disk = await freshDraft();
    const at = (text: string) => text.match(/^\S+\.yaml:\d+:\d+: \w+\[placeholder-left\]/gm) ?? [];
    const short = await run(["check"], world({ disk, now: MONDAY }));
    const all = await run(["check", "--all"], world({ disk, now: MONDAY }));
    const json = await run(["check", "--json"], world({ disk, now: MONDAY }));
    const told = JSON.parse(json.stdout) as { diagnostics: { code: string }[] };
    const each = told.diagnostics.filter(({ code }) => code === "placeholder-left").length;
    expect(at(all.stdout)).toHaveLength(each);
    expect(at(short.stdout).length).toBeLessThanOrEqual(7);
    expect(short.stdout.split("\n").length).toBeLessThan(25);
    expect({ short: short.exitCode, all: all.exitCode }).toEqual({ short: all.exitCode, all: json.exitCode });
  });
});

describe("a running PoC", () => {
  const days = [
    { type: "poc start", now: MONDAY },
    { type: 'poc log "Sandbox up" --spend 12.40 --hours 2', now: "2026-11-23T16:00:00+01:00" },
    {
      type: 'poc log "Reranker on, k=8" --eval wrong-rate=22/200 --arm reranker-k8 --spend 12.40 --hours 2',
      now: "2026-11-25T16:20:00+01:00",
    },
  ];

  test.each([60, 80, 120])("in %i columns", async (columns) => {
    const disk = diskWithPoc();
    await transcript(days, { disk });
    const steps = [
      { type: "poc status --short", now: "2026-11-27T12:00:00+01:00" },
      { type: "poc status" },
      { type: "poc check" },
      { type: "poc show" },
      { type: "poc replay" },
      { type: "poc next" },
      { type: 'poc log "Stand-up" --hours 1', now: "2026-12-03T12:00:00+01:00" },
    ];
    await expect(await transcript(steps, { disk, columns, ...SCREEN })).toMatchFileSnapshot(
      golden(`terminal-running-${columns}`),
    );
  });

  test("bare poc is short where the terminal is low, and nowhere else", async () => {
    const disk = diskWithPoc();
    const now = "2026-11-27T12:00:00+01:00";
    const lines = async (within: Partial<World>, ...argv: string[]) =>
      (await run(argv, world({ disk, now, ...within }))).stdout.trimEnd().split("\n").length;
    expect(await lines({ ...SCREEN, rows: 20 })).toBeLessThanOrEqual(6);
    expect(await lines({ ...SCREEN, rows: 20 }, "status")).toBeGreaterThan(6);
    expect(await lines({ ...SCREEN, rows: 40 })).toBeGreaterThan(6);
    expect(await lines({})).toBeGreaterThan(6);
  });

  test("a long log opens in the pager of a terminal, newest day first", async () => {
    const disk = diskWithPoc();
    await transcript(days, { disk });
    const show = async (within: Partial<World>, ...flags: string[]) => {
      const paged: string[] = [];
      const { stdout } = await run(
        ["show", ...flags],
        world({ disk, now: "2026-11-27T12:00:00+01:00", paged, ...within }),
      );
      return { paged: paged.join(""), stdout };
    };
    const low = await show({ ...SCREEN, rows: 6 });
    expect(low.stdout).toBe("");
    expect(low.paged.indexOf("Reranker on")).toBeLessThan(low.paged.indexOf("Sandbox up"));
    for (const [within, ...flags] of [
      [{ ...SCREEN, rows: 6 }, "--no-pager"],
      [{ ...SCREEN, rows: 60 }],
      [{ ...SCREEN, rows: undefined }],
      [{ rows: 6 }],
      [{ ...SCREEN, rows: 6, paged: undefined }],
      [{ ...SCREEN, rows: 6, env: { ...PLAIN, TERM: "dumb" } }],
    ] as const) {
      const { paged, stdout } = await show(within, ...flags);
      expect(paged).toBe("");
      expect(stdout).toContain("Reranker on");
    }
  });
});

describe("text in other scripts", () => {
  const texts = ["قياس جودة poc للمساعد بنسبة 40%", "מערכת אחזור לצוות התמיכה", "社内規程の検索アシスタント"];

  test.each(texts)("%s keeps its line within the width", async (title) => {
    const disk = diskWithPoc();
    const charter = disk.get(`${POC}/poc.yaml`)!;
    disk.set(`${POC}/poc.yaml`, charter.replace(/^title: .*$/m, `title: ${title}`));
    await run(["start"], world({ disk, now: MONDAY }));
    await run(["log", title, "--hours", "2"], world({ disk, now: MONDAY }));
    for (const argv of [["status"], ["status", "--short"], ["show"], ["check"], ["next"]]) {
      for (const columns of [60, 80, 120]) {
        const { stdout } = await run(argv, world({ disk, now: MONDAY, columns, ...SCREEN }));
        for (const line of stdout.split("\n"))
          expect(displayWidth(safe(line.replace(/[\u2068\u2069]/g, ""))), line).toBeLessThanOrEqual(columns);
      }
    }
  });

  test("right-to-left text is isolated for a person and not for a program", async () => {
    const disk = diskWithPoc();
    await run(["start"], world({ disk, now: MONDAY }));
    const [note = ""] = texts;
    const { stdout } = await run(["log", note, "--hours", "2"], world({ disk, now: MONDAY, columns: 120, ...SCREEN }));
    expect(stdout).toContain(`"\u2068${note}\u2069"`);
    const json = await run(["show", "--json"], world({ disk, now: MONDAY, ...SCREEN }));
    expect(json.stdout).toContain(note);
    expect(json.stdout).not.toMatch(/[\u2066-\u2069]/);
  });

  test.each([{ LANG: "C" }, { LC_ALL: "POSIX", LANG: "en_GB.UTF-8" }, { TERM: "dumb", LANG: "en_GB.UTF-8" }])(
    "only ASCII reaches a terminal with %j",
    async (env) => {
      const disk = diskWithPoc();
      await run(["start"], world({ disk, now: MONDAY }));
      await run(["log", "Größe → 漢字", "--hours", "2"], world({ disk, now: MONDAY }));
      for (const argv of [["status"], ["status", "--short"], ["check"], ["show"], ["replay"], ["next"], ["value"]]) {
        const { stdout } = await run(
          argv,
          world({ disk, now: MONDAY, terminal: true, env: { NO_COLOR: "1", ...env } }),
        );
        expect(stdout, argv[0]).toMatch(/^[\x20-\x7e\n]*$/);
      }
    },
  );
});
