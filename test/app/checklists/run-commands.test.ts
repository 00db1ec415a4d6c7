import { describe, expect, test } from "vitest";
import type { CommandRequest } from "../../../src/app/ports/ports.ts";
import { diskWithPoc } from "../../support/definitions.ts";
import { POC, run, world, type World } from "../../support/run.ts";

const LIST = "templates/checklists/release.yaml";
const HEAD = "checklist: release\ntitle: Release\nitems:\n";
const TWO = `${HEAD}  - {id: tests, text: Tests pass, check: npm test}\n  - {id: lint, text: Lint passes, check: npm run lint, cwd: ../service}\n  - {id: plan, text: There is a plan}\n`;

function within(list: string, changes: Partial<World> = {}): World {
  return world({ disk: diskWithPoc({ [LIST]: list }), ran: [], ...changes });
}

const stored = (here: World, folder: string) => [...here.disk].filter(([path]) => path.startsWith(`${POC}/${folder}/`));
const lines = (here: World) => here.ran.map(({ line, folder }: CommandRequest) => `${folder}$ ${line}`);

describe("running", () => {
  test("each command once, as it stands in the file, in its folder and with its limits", async () => {
    const here = within(TWO);
    expect((await run(["checklist", "release", "--run"], here)).exitCode).toBe(0);
    expect(lines(here)).toEqual([`${POC}$ npm test`, "/work/service$ npm run lint"]);
    expect(here.ran.map(({ seconds, keep }) => [seconds, keep])).toEqual([
      [600, 65536],
      [600, 65536],
    ]);
    expect(stored(here, "log")).toHaveLength(1);
    expect(stored(here, "runs")).toEqual([]);
  });

  test("only with --run", async () => {
    const here = within(TWO);
    await run(["checklist", "release"], here);
    await run(["checklist"], here);
    await run(["next"], here);
    await run(["checklist", "release", "--yes", "--timeout", "5"], here);
    expect(here.ran).toEqual([]);
  });

  test("a failure is logged like a success, and is the exit code", async () => {
    const here = within(TWO, {
      commands: { "npm run lint": { ended: { how: "exit", code: 3 }, output: "src/a.ts\n2 problems\n" } },
    });
    const { exitCode, stdout } = await run(["checklist", "release", "--run"], here);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("FAILED with exit 3");
    const [[path, output]] = stored(here, "runs") as [[string, string]];
    expect(path).toMatch(/\/runs\/[a-z0-9]{7}-lint\.txt$/);
    expect(output).toBe("src/a.ts\n2 problems\n");
    const [[, entry]] = stored(here, "log") as [[string, string]];
    expect(entry).toContain('"exit": 3');
    expect(entry).toContain('"tail": "2 problems"');
    expect(entry).toMatch(/"output_sha256": "[0-9a-f]{64}"/);
  });

  test.each([
    ["time-limit", "STOPPED at the time limit"],
    ["signal", "ENDED by a signal"],
  ] as const)("%s is no pass", async (how, said) => {
    const here = within(TWO, { commands: { "npm test": { ended: { how }, seconds: 600 } } });
    const { exitCode, stdout } = await run(["checklist", "release", "--run", "--timeout", "600"], here);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(said);
    expect(stored(here, "log")[0]![1]).toContain(`"stopped": "${how}"`);
  });

  test("Ctrl-C: what had ended is logged, what had not is nowhere", async () => {
    const here = within(TWO, { commands: { "npm run lint": { ended: { how: "cancelled" }, output: "half a li" } } });
    expect((await run(["checklist", "release", "--run"], here)).exitCode).toBe(130);
    expect(stored(here, "log")[0]![1]).not.toContain("release.lint");
    expect(stored(here, "runs")).toEqual([]);
  });

  test("Ctrl-C in the first: nothing is written at all", async () => {
    const here = within(TWO, { commands: { "npm test": { ended: { how: "cancelled" } } } });
    const before = new Map(here.disk);
    expect((await run(["checklist", "release", "--run"], here)).exitCode).toBe(130);
    expect(here.disk).toEqual(before);
    expect(here.ran).toHaveLength(1);
  });
});

describe("consent", () => {
  test("on a terminal a person is asked, and may say no", async () => {
    const no = within(TWO, { terminal: true, answers: [false] });
    expect((await run(["checklist", "release", "--run"], no)).exitCode).toBe(130);
    expect(no.ran).toEqual([]);
    const yes = within(TWO, { terminal: true, answers: [true] });
    const { stderr } = await run(["checklist", "release", "--run"], yes);
    expect(yes.ran).toHaveLength(2);
    expect(stderr.indexOf("npm test")).toBeLessThan(stderr.indexOf("Run these 2 commands?"));
  });

  test("--yes has said it already", async () => {
    const here = within(TWO, { terminal: true });
    expect((await run(["checklist", "release", "--run", "--yes"], here)).exitCode).toBe(0);
  });
});

describe("what never reaches the shell", () => {
  test("a title, a text, an id, a charter, an environment: nothing is put into a command line", async () => {
    const list = `checklist: release\ntitle: "$(touch /tmp/title)"\npurpose: "\`touch /tmp/purpose\`"\nitems:\n  - {id: tests, text: "; rm -rf $(HOME) #", closed_by: "&& touch /tmp/closed", check: npm test}\n`;
    const here = within(list, { author: "$(id) <a@example.com>" });
    here.disk.set(
      `${POC}/poc.yaml`,
      here.disk
        .get(`${POC}/poc.yaml`)!
        .replace("title: Retrieval for the policy assistant", 'title: "$(touch /tmp/poc)"'),
    );
    await run(["checklist", "release", "--run"], here);
    expect(here.ran.map(({ line }) => line)).toEqual(["npm test"]);
  });

  test("a list that cannot be read in full", async () => {
    const here = within(`${TWO}  - {id: lint, text: Twice}\n`);
    expect((await run(["checklist", "release", "--run"], here)).exitCode).toBe(3);
    expect(here.ran).toEqual([]);
  });

  test("a list without a command, the exit criteria, and lists that ship", async () => {
    const here = within(`${HEAD}  - {id: plan, text: There is a plan}\n`);
    for (const name of ["release", "exit", "mvp"])
      expect((await run(["checklist", name, "--run"], here)).exitCode).toBe(2);
    expect((await run(["checklist", "--run"], here)).exitCode).toBe(2);
    expect(
      (await run(["checklist", "release", "--run", "--timeout", "2147484"], within(TWO, { ran: here.ran }))).exitCode,
    ).toBe(2);
    expect((await run(["checklist", "release", "--run", "--as-of", "yesterday"], here)).exitCode).toBe(2);
    expect(here.ran).toEqual([]);
  });

  test("a command line that holds a key", async () => {
    const here = within(
      `${HEAD}  - {id: call, text: It answers, check: "curl -H AKIAABCDEFGHIJKLMNOP https://example.com"}\n`,
    );
    const { exitCode, stderr } = await run(["checklist", "release", "--run"], here);
    expect([exitCode, here.ran.length, stderr.includes("AKIA")]).toEqual([1, 0, false]);
  });
});

describe("what a command prints", () => {
  const printed = async (output: string) => {
    const here = within(TWO, { commands: { "npm test": { ended: { how: "exit", code: 1 }, output } } });
    const outcome = await run(["checklist", "release", "--run"], here);
    return { ...outcome, here, kept: stored(here, "runs")[0]?.[1] ?? "", entry: stored(here, "log")[0]![1] };
  };

  test("colours go, and whatever else acts on a terminal is made visible, in the file as on the screen", async () => {
    const { stdout, kept, entry } = await printed("\x1b[31mred\x1b[0m\tx\n\x1b]0;title\x07\x1b[2J\u202egnp\n");
    expect(kept).toBe("red\tx\n\\x1b]0;title\\x07\\x1b[2J\\u202egnp\n");
    // oxlint-disable-next-line no-control-regex -- they are what must not be there
    expect(stdout + entry).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
  });

  test("a line with a secret is not stored, and that is said", async () => {
    const { stdout, kept, entry } = await printed("before\ntoken AKIAABCDEFGHIJKLMNOP\n");
    expect(stdout + kept + entry).not.toContain("AKIA");
    expect(kept).toBe("before\n[a line that seemed to contain an AWS access key was not stored]\n");
    expect(stdout).toContain("an AWS access key");
  });

  test("Markdown, HTML and templates stay text in the printable list", async () => {
    const { here } = await printed("<script>alert(1)</script> {{title}} [x](javascript:1)");
    const memo = (await run(["checklist", "release", "--format", "md"], here)).stdout;
    expect(memo).toContain("alert");
    expect(memo.replaceAll('<a id="aaaaaa8"></a>', "")).not.toMatch(/<[a-z]|[^\\]\]\(/i);
  });

  test("a very long last line is cut in the entry and kept in the file", async () => {
    const { kept, entry } = await printed("x".repeat(5000));
    expect(kept).toHaveLength(5001);
    expect(entry.length).toBeLessThan(1000);
  });
});

describe("whose list it is", () => {
  const org = "/org/templates";
  const orgList = (text: string) =>
    `checklist: mvp\ntitle: ${text}\nitems:\n  - {id: sso, text: Single sign-on, check: ./sso.sh}\n`;

  test("the PoC's own goes before the organisation's, and that before the one that ships", async () => {
    const disk = diskWithPoc({});
    disk.set(`${org}/checklists/mvp.yaml`, orgList("Ours"));
    const here = world({ disk, env: { POC_TEMPLATES: org }, ran: [] });
    expect((await run(["checklist", "mvp"], here)).stdout).toMatch(/^Ours /);
    expect((await run(["checklist", "mvp", "--run"], here)).exitCode).toBe(0);
    expect(lines(here)).toEqual([`${POC}$ ./sso.sh`]);
    disk.set(`${POC}/templates/checklists/mvp.yaml`, orgList("Mine"));
    expect((await run(["checklist", "mvp"], here)).stdout).toMatch(/^Mine /);
    expect((await run(["checklist", "mvp"], world({ disk: diskWithPoc() }))).stdout).toMatch(/^MVP readiness /);
  });

  test("a file of the exit criteria softens nothing and is told", async () => {
    const disk = diskWithPoc({
      "templates/checklists/exit.yaml": "checklist: exit\ntitle: Easy\nitems:\n  - {id: fine, text: All is well}\n",
    });
    const { exitCode, stdout, stderr } = await run(["checklist", "exit"], world({ disk }));
    expect(exitCode).toBe(3);
    expect(stdout).toContain("PoC exit criteria");
    expect(stderr).toMatch(/^templates\/checklists\/exit\.yaml:1:12: error\[value-not-allowed\]/);
    expect((await run(["status", "--format", "json"], world({ disk }))).stdout).not.toContain("All is well");
  });
});

describe("poc log --attest", () => {
  const log = async (item: string, here = within(TWO)) => ({
    ...(await run(["log", "--attest", `${item}=https://example.com/1`], here)),
    entries: stored(here, "log").length,
  });

  test.each(["exit.committed", "mvp.guardrails", "release.plan", "customer-facing.audit-path"])(
    "%s is known",
    async (item) => {
      expect(await log(item)).toMatchObject({ exitCode: 0, entries: 1 });
    },
  );

  test.each([
    ["release.plam", "did you mean release.plan?"],
    ["exit.feasibility", "the records answer it"],
    ["release.tests", "its command answers it"],
    ["teardown.data-deletd", "did you mean teardown.data-deleted?"],
    ["teardown.everything-else", "known: teardown.keys-revoked, teardown.data-deleted"],
    ["elsewhere.everything", "poc checklist and poc gate show them"],
  ])("%s stores nothing: %s", async (item, said) => {
    const { exitCode, stderr, entries } = await log(item);
    expect([exitCode, entries]).toEqual([2, 0]);
    expect(stderr).toContain(said);
  });
});
