import { expect, test } from "vitest";
import { diskWithPoc } from "../support/definitions.ts";
import { POC, run, world } from "../support/run.ts";
import { transcript, wordsOf } from "../support/session.ts";

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

/** Everything that the wizard asks, answered as people answer. */
const ANSWERS: readonly (string | undefined)[] = [
  "Policy answers", // title
  "Does retrieval lower the wrong-answer rate?",
  "n", // a second unknown: that is a no
  undefined, // built before: no
  "?", // what kind? an example first
  undefined, // feasibility
  "1 exec", // a business problem, and pressure
  "Marta Weiss <marta@", // refused, and asked again
  "Marta Weiss <marta@example.com>",
  "2000 EUR",
  "<", // back to the cap
  "2500 EUR",
  "120k", // in the currency of the cap
  "python 3.12, kubernetes",
  "same",
  "Wrong answers on safety-critical intents",
  undefined, // wrong-answers
  "82 of 400",
  "not worse than 2%", // points, or a part of today's rate?
  "40% fewer",
  "two reviewers of the support team",
  "about 400", // asked again
  "400",
  "Ana Ruiz", // without the day, asked again
  "Ana Ruiz on 2026-12-02",
  "Has the vendor refused EU residency?",
  undefined, // vendor-eu-residency
  "1 year",
  "no", // data is pulled ad hoc
  "no", // nobody planned operations
];

const wizardWorld = () => ({
  cwd: "/home/ana",
  terminal: true,
  now: MONDAY,
  env: { NO_COLOR: "1" },
  disk: new Map([["/home/ana/notes.txt", "x"]]),
  drafts: new Map<string, string>(),
});

test("the wizard shows what is known, asks the rest, goes back, refuses what it cannot read, and sums up", async () => {
  // At the summary: another target, and then yes.
  const start = { ...wizardWorld(), answers: [...ANSWERS, "17", "halve it", "yes"] };
  const text = await transcript([{ type: "poc init" }], start);
  const files = ["poc.yaml", "evals.yaml", "kill-criteria.yaml"]
    .map((name) => `\n--- ${name}\n${dataOf(start.disk.get(`/home/ana/policy-answers/${name}`)!)}`)
    .join("");
  await expect(`${text}${files}\n`).toMatchFileSnapshot(golden("init-wizard"));
  expect(start.drafts.size).toBe(0);
  const started = await run(["start"], world({ ...start, cwd: "/home/ana/policy-answers" }));
  expect({ exitCode: started.exitCode, stderr: started.stderr }).toEqual({ exitCode: 0, stderr: "" });
});

test("a loss that is allowed is taken by the wizard, which asks for its reason and the good direction", async () => {
  const target = ANSWERS.indexOf("40% fewer");
  const answers = [
    ...ANSWERS.slice(0, target - 1),
    "at most 2 points worse",
    "Half the cost makes up for 3 more wrong answers a day",
    "lower",
    ...ANSWERS.slice(target + 1),
  ].map((answer) => (answer === "about 400" || answer === "400" ? "3000" : answer));
  const start = {
    ...wizardWorld(),
    answers: [...answers.filter((one, k) => one !== "3000" || answers[k - 1] !== one), "yes"],
  };
  const { exitCode, stderr } = await run(["init"], world(start));
  expect({ exitCode, stderr: exitCode === 0 ? "" : stderr }).toEqual({ exitCode: 0, stderr: "" });
  const evals = start.disk.get("/home/ana/policy-answers/evals.yaml")!;
  for (const line of ["better: lower", "target: not worse than 2pp", "why: Half the cost makes up for 3 more"])
    expect(evals).toContain(line);
  expect(await run(["start"], world({ ...start, cwd: "/home/ana/policy-answers" }))).toMatchObject({ exitCode: 0 });
});

/** What a file says, without its comments. */
function dataOf(text: string): string {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.trimStart().startsWith("#"))
    .join("\n");
}

test("Ctrl-C keeps what was answered, and --resume goes on with it", async () => {
  const start = wizardWorld();
  const first = await run(["init"], world({ ...start, answers: ANSWERS.slice(0, 11) }));
  expect({ exitCode: first.exitCode, files: start.disk.size }).toEqual({ exitCode: 130, files: 1 });
  expect(first.stderr).toContain("nothing was written; your answers are kept: poc init --resume");
  const second = await run(["init", "--resume"], world({ ...start, answers: [...ANSWERS.slice(11), undefined] }));
  expect(second).toMatchObject({ exitCode: 0 });
  expect(second.stderr).toContain("Going on after 7 answers.");
  expect(second.stderr).not.toContain("What is the title of the PoC?");
  const charter = start.disk.get("/home/ana/policy-answers/poc.yaml")!;
  for (const line of ["title: Policy answers", "spend_cap: 2500 EUR", "data_access: ad-hoc", "operations: none"])
    expect(charter).toContain(line);
  expect(await run(["init", "--resume"], world(start))).toMatchObject({ exitCode: 2 });
});

test("what is left open is written as such, and the end says what a start lacks", async () => {
  // Title, unknown, built before, kind, motivation … summary.
  const answers = ["Policy answers", "-", "no", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "yes"];
  const { exitCode, stdout } = await run(["init"], world({ ...wizardWorld(), answers }));
  expect(exitCode).toBe(0);
  expect(stdout).toContain("poc start still needs");
  expect(stdout.match(/^ {2}\d\. .*/gm)).toHaveLength(5);
});

test("what the flags say is not asked again", async () => {
  const start = { ...wizardWorld(), answers: [undefined, undefined, undefined, undefined, "yes", "yes", undefined] };
  const line = FLAGS.replace(" --yes", " --judge reviewers --measured-by make");
  const { exitCode, stderr } = await run(wordsOf(line).slice(1), world(start));
  const asked = [...stderr.matchAll(/^\? \((\d+ of \d+)\)/gm)].map(([, place]) => place);
  expect({ exitCode, asked }).toEqual({
    exitCode: 0,
    asked: ["1 of 6", "2 of 6", "3 of 6", "4 of 6", "5 of 6", "6 of 6"],
  });
});

test.each(["n", "y", "no", "yes"])("%s is no short name, and is asked again", async (word) => {
  const start = { ...wizardWorld(), answers: [undefined, undefined, undefined, word, undefined, undefined, undefined] };
  const { stderr } = await run(
    wordsOf(FLAGS.replace(" --yes", " --judge reviewers --measured-by make")).slice(1),
    world(start),
  );
  expect([...stderr.matchAll(/^\? \((\d+ of \d+)\)/gm)].map(([, place]) => place).slice(0, 5)).toEqual([
    "1 of 6",
    "2 of 6",
    "3 of 6",
    "4 of 6",
    "4 of 6",
  ]);
});

test("what the organisation says is shown and not asked, and its days off are taken", async () => {
  const start = wizardWorld();
  start.disk.set(
    "/org/organisation.yaml",
    "defaults:\n  sponsor: Marta Weiss\n  working_days: 5\n  holidays: [2026-11-25, 2027-01-01]\n" +
      "  spend_cap: 2000 EUR\n  payback: 12 months\n  poc_stack: [node, kubernetes]\n  production_stack: [kubernetes]\n",
  );
  const env = { ...start.env, POC_TEMPLATES: "/org" };
  const { stderr } = await run(["init"], world({ ...start, env, answers: ["Policy answers", "Does it help?"] }));
  expect(stderr).toContain("Sponsor         Marta Weiss (organisation)");
  expect(stderr).toContain("(1 of 18)");
  const flags = await run(["init", "--yes", "--title", "X", "--cap", "500 EUR"], world({ ...start, env }));
  expect(flags.exitCode).toBe(0);
  const charter = start.disk.get("/home/ana/x/poc.yaml")!;
  for (const line of ["sponsor: Marta Weiss", "working_days: 5", "    - 2026-11-25", "spend_cap: 500 EUR", "  - node"])
    expect(charter).toContain(`${line}\n`);
  expect(charter).not.toContain("2027-01-01");
});

test("nobody is asked for what could not be used: the folder of the title is a PoC already", async () => {
  const start = wizardWorld();
  start.disk.set("/home/ana/policy-answers/poc.yaml", "version: 1\ntitle: Another\n");
  for (const line of ['poc init --title "Policy answers"', 'poc init policy-answers --title "Policy answers"']) {
    const { exitCode, stderr } = await run(wordsOf(line).slice(1), world({ ...start, answers: ["x", "y"] }));
    expect({ line, exitCode, asked: stderr.includes("?") }).toEqual({ line, exitCode: 2, asked: false });
  }
  start.disk.set("/home/ana/policy-answers/poc.yaml", "version: 1\ntitle: Policy answers\n");
  const line = 'poc init --title "Policy answers" --cap "5 EUR"';
  const { exitCode, stdout } = await run(wordsOf(line).slice(1), world({ ...start, answers: ["x", "y"] }));
  expect({ exitCode, unused: stdout.includes("was not used") }).toEqual({ exitCode: 0, unused: true });
});

test("--resume asks, and says so where nobody can be asked", async () => {
  const start = wizardWorld();
  await run(["init"], world({ ...start, answers: ANSWERS.slice(0, 3) }));
  for (const changes of [{ terminal: false }, {}]) {
    const words = "terminal" in changes ? ["init", "--resume"] : ["init", "--resume", "--yes"];
    expect(await run(words, world({ ...start, ...changes }))).toMatchObject({ exitCode: 2, stdout: "" });
  }
  expect(start.drafts.size).toBe(1);
});

test("a draft that cannot be read is none", async () => {
  for (const text of ["", "{", "[]", '{"version":2,"answers":{}}', '{"version":1}']) {
    const drafts = new Map([["/home/ana", text]]);
    expect(await run(["init", "--resume"], world({ ...wizardWorld(), drafts }))).toMatchObject({ exitCode: 2 });
  }
});

test("an answer that looks like a key is asked again, and is kept nowhere", async () => {
  const start = wizardWorld();
  const key = ["ghp", "aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5"].join("_");
  const { stderr } = await run(["init"], world({ ...start, answers: ["Policy answers", `Does ${key} work?`, "no"] }));
  expect(stderr).toContain("must not be in a file");
  expect([...start.drafts.values()].filter((text) => text.includes(key))).toEqual([]);
});

test("a title whose folder is another PoC is asked again", async () => {
  const start = wizardWorld();
  start.disk.set("/home/ana/policy-answers/poc.yaml", "version: 1\ntitle: Policy answers\n");
  const { stderr } = await run(["init"], world({ ...start, answers: ["Policy answers", "Another"] }));
  expect(stderr).toContain("there is a PoC in policy-answers already");
});

test("a known pattern with obvious value goes to an MVP; who goes on all the same has it recorded", async () => {
  const disk = new Map<string, string>();
  const drafts = new Map<string, string>();
  const declined = await run(
    ["init", "--title", "X"],
    world({ terminal: true, disk, drafts, answers: ["unknown", "", "yes", "no"] }),
  );
  expect({ code: declined.exitCode, files: disk.size, kept: drafts.size }).toEqual({ code: 130, files: 0, kept: 0 });
  const forced = await run(["init", "--yes", "--title", "X", "--pattern-known", "--value-obvious"], world({ disk }));
  expect(forced.exitCode).toBe(0);
  expect(disk.get(`${POC}/poc.yaml`)).toMatch(/advice: mvp\n/);
});

test("init --from takes over the terms of another PoC, and nothing that it found out", async () => {
  const disk = new Map([["/work/notes.txt", "x"]]);
  const here = { disk, cwd: "/work", now: MONDAY };
  await run(["init", "first", "--example"], world(here));
  const steps = [
    { type: "poc init --from first" },
    { type: 'poc init --from nowhere --title "Second try"' },
    { type: 'poc init --from first --title "Second try" --metric "Wrong answers" --min-n 3' },
    { type: 'poc init --from first --title "Second try" --start 2027-01-11 --cap "500 EUR"' },
    { type: 'poc init --from first --title "Second try"' },
  ];
  const text = await transcript(steps, here);
  await expect(text).toMatchFileSnapshot(golden("init-from"));
  const of = (name: string) => disk.get(`/work/second-try/${name}`)!;
  for (const line of ["title: Second try", "start: 2027-01-11", "spend_cap: 500 EUR"])
    expect(of("poc.yaml")).toContain(line);
  expect([...disk.keys()].filter((path) => /second-try\/(?:log|memos|cases)\//.test(path))).toEqual([]);
  // Comments and layout are those of the first.
  const changed = (name: string) => {
    const before = disk.get(`/work/first/${name}`)!.split("\n");
    return of(name)
      .split("\n")
      .filter((line, index) => line !== before[index]);
  };
  expect(changed("evals.yaml")).toEqual([]);
  expect(changed("kill-criteria.yaml").every((line) => /^ {2}by: 2027-01-/.test(line))).toBe(true);
  expect(changed("risks.yaml").every((line) => line.includes("level: unknown"))).toBe(true);
  const started = await run(["-C", "second-try", "start"], world({ ...here, now: "2027-01-11T09:00:00+01:00" }));
  expect({ exitCode: started.exitCode, stderr: started.stderr }).toEqual({ exitCode: 0, stderr: "" });
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
