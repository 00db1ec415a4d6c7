import { expect, test } from "vitest";
import { diskWithPoc } from "../support/definitions.ts";
import { POC, run, world } from "../support/run.ts";
import { transcript } from "../support/session.ts";

const golden = (name: string) => `./sessions/${name}.txt`;
const MONDAY = "2026-11-23T09:00:00+01:00";

const FLAGS =
  'poc init --yes --title "Retrieval: the policy assistant" --question "Does it help?" --unknown "Does retrieval lower the wrong-answer rate?" --sponsor "Marta Weiss <marta@example.com>" --cap "2000 EUR" --mvp-budget "120000 EUR" --motivation business-problem --stack "python 3.12" --production-stack "python 3.12" --metric "Wrong answers" --baseline 82/400 --target "reduction >= 40%" --min-n 400 --kill-when "wrong-answers > 18%" --kill-by "day 7" --payback "12 months"';

test("init with flags, into an empty folder", async () => {
  const steps = [
    { type: `${FLAGS} --dry-run`, now: MONDAY },
    { type: FLAGS },
    { type: FLAGS },
    { type: "poc check" },
    { type: "poc start" },
  ];
  const shown = [
    "poc.yaml",
    "assumptions.yaml",
    "evals.yaml",
    "kill-criteria.yaml",
    "costs.yaml",
    "value.yaml",
    "risks.yaml",
  ];
  await expect(await transcript(steps, {}, shown)).toMatchFileSnapshot(golden("init-flags"));
});

test("init completes a PoC file by file, and overwrites nothing", async () => {
  const disk = diskWithPoc();
  disk.delete(`${POC}/risks.yaml`);
  const before = new Map(disk);
  const { exitCode, stdout } = await run(["init", ".", "--yes"], world({ disk, now: MONDAY }));
  expect({ exitCode, written: /written\s+risks\.yaml/.test(stdout) }).toEqual({ exitCode: 0, written: true });
  expect([...before].filter(([path, text]) => disk.get(path) !== text)).toEqual([]);
  expect(disk.has(`${POC}/risks.yaml`)).toBe(true);
});

test("init refuses what is not its own, and what is no place for a PoC", async () => {
  const steps = [
    { type: "poc init mine --yes", now: MONDAY },
    { type: "poc init / --yes" },
    { type: "poc init .git/x --yes" },
    { type: "poc init sub/poc --yes" },
    { type: "poc init --yes --kind demo --motivation fun" },
    {
      type: 'poc init --yes --cap "12,40 EUR" --target "fewer" --baseline x --timezone Mars/Base --days 0 --owner "<" --kill-when "very bad" --kill-by friday --payback soon --start someday',
    },
  ];
  const disk = diskWithPoc();
  disk.set(`${POC}/mine/value.yaml`, "theirs: true\n");
  disk.delete(`${POC}/poc.yaml`);
  disk.set(`${POC}/sub/poc.yaml`, "version: 1\ntitle: Another\n");
  disk.set(`${POC}/sub/poc/keep`, "");
  const before = new Map(disk);
  const text = await transcript(steps, { disk });
  expect(disk).toEqual(before);
  await expect(text).toMatchFileSnapshot(golden("init-refused"));
});

test("a folder that is another PoC is refused, and one of the same title is completed", async () => {
  const disk = new Map([["/work/notes.txt", "x"]]);
  const here = world({ disk, cwd: "/work", now: MONDAY });
  const init = (...words: string[]) => run(["init", ...words, "--yes"], here);
  expect(await init("--title", "検索の品質")).toMatchObject({ exitCode: 0 });
  expect(disk.has("/work/検索の品質/poc.yaml")).toBe(true);
  const before = new Map(disk);
  for (const words of [
    ["検索の品質", "--title", "Another"],
    ["--title", "検索の品質?"],
  ])
    expect(await init(...words), words.join(" ")).toMatchObject({ exitCode: 2, stdout: "" });
  for (const words of [["--title", "検索の品質"], ["検索の品質"]]) {
    const again = await init(...words);
    expect({ exitCode: again.exitCode, wrote: again.stdout.includes("Wrote") }).toEqual({ exitCode: 0, wrote: false });
  }
  expect(disk).toEqual(before);
});

test("titles without letters have folders of their own", async () => {
  const disk = new Map([["/work/notes.txt", "x"]]);
  const here = world({ disk, cwd: "/work", now: MONDAY });
  for (const title of ["🚀", "🎯", "CON"]) await run(["init", "--yes", "--title", title], here);
  expect(["poc", "poc-2", "poc-con"].filter((name) => !disk.has(`/work/${name}/poc.yaml`))).toEqual([]);
});

test("the wizard asks for the triage first, and only for what flags left out", async () => {
  const answers = [
    "Policy answers", // title
    "Does retrieval lower the wrong-answer rate?",
    "", // no second unknown
    false, // the pattern is not known
    undefined, // the question: the unknown
    undefined, // the owner: from git
    "Marta Weiss <marta@example.com>",
    undefined, // ten working days
    "2000 EUR",
    "", // no budget
    "Wrong answers on safety-critical intents",
    "lower",
    "82/400",
    "reduction >= 40%",
    "400",
    "Has the vendor refused EU residency?",
    "", // two thirds into the timebox
    "12 months",
  ];
  const start = {
    cwd: "/home/ana",
    terminal: true,
    answers,
    now: MONDAY,
    env: { NO_COLOR: "1" },
    disk: new Map([["/home/ana/notes.txt", "x"]]),
  };
  const text = await transcript([{ type: "poc init" }], start);
  await expect(`${text}\n--- evals.yaml\n${start.disk.get("/home/ana/policy-answers/evals.yaml")}`).toMatchFileSnapshot(
    golden("init-wizard"),
  );
});

test("a known pattern with obvious value goes to an MVP; who goes on all the same has it recorded", async () => {
  const disk = new Map<string, string>();
  const declined = await run(
    ["init", "--title", "X"],
    world({ terminal: true, disk, answers: ["unknown", "", true, true, false] }),
  );
  expect({ code: declined.exitCode, files: disk.size }).toEqual({ code: 130, files: 0 });
  const forced = await run(["init", "--yes", "--title", "X", "--pattern-known", "--value-obvious"], world({ disk }));
  expect(forced.exitCode).toBe(0);
  expect(disk.get(`${POC}/poc.yaml`)).toMatch(/advice: mvp\n/);
});

test("Ctrl-C in the wizard writes nothing and says so", async () => {
  const disk = new Map<string, string>();
  const { exitCode, stderr } = await run(["init"], world({ terminal: true, disk, answers: ["X"] }));
  expect({ exitCode, files: disk.size, said: /nothing was written/.test(stderr) }).toEqual({
    exitCode: 130,
    files: 0,
    said: true,
  });
});

test("titles that YAML would read as something else survive", async () => {
  for (const title of [
    "a: b",
    "- x",
    "yes",
    "'",
    '"',
    "{{title}}",
    "#1",
    "1e3",
    "null",
    "ünï 漢字",
    "a\\b",
    "<!-- -->",
  ]) {
    const here = world();
    const init = await run(["init", "--yes", "--title", title], here);
    const status = await run(["status", "--format", "json"], { ...here, cwd: POC });
    const answer = JSON.parse(status.stdout) as { poc: { title: string | null } };
    expect({ title, code: init.exitCode, read: answer.poc.title }).toEqual({ title, code: 0, read: title });
  }
});
