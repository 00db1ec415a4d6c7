import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { packageRoot } from "../../src/platform/assets.ts";
import { fakeGitHub, type FakeGitHub } from "./github.ts";

/** The script of the action with the built command, in repositories on the disk, against a GitHub on localhost. */

const SCRIPT = join(packageRoot(), "ci/github-action.mjs");
const EXAMPLE = join(packageRoot(), "examples/retrieval-poc");
const TOKEN = "a-token-of-the-job";
const BOT = { login: "github-actions[bot]" };

let work: string;
let github: FakeGitHub;
beforeEach(async () => {
  work = mkdtempSync(join(tmpdir(), "poc-action-"));
  github = await fakeGitHub(TOKEN);
  git("init", "-b", "main");
});
afterEach(() => {
  github.close();
  rmSync(work, { recursive: true, force: true });
});

const repository = () => join(work, "repo");

function git(...args: readonly string[]): void {
  mkdirSync(repository(), { recursive: true });
  const who = ["-c", "user.name=Ana", "-c", "user.email=ana@example.com"];
  execFileSync("git", [...who, ...args], { cwd: repository(), stdio: "ignore" });
}

function poc(folder: string): string {
  const path = join(repository(), folder);
  cpSync(EXAMPLE, path, { recursive: true });
  return path;
}

/** `main` has what is there, and the branch what `change` makes of it. */
function branch(change: () => void): void {
  git("add", "-A");
  git("commit", "-m", "base");
  git("update-ref", "refs/remotes/origin/main", "HEAD");
  git("checkout", "-b", "feature");
  change();
  git("add", "-A");
  git("commit", "--allow-empty", "-m", "change");
}

interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

async function action(inputs: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const [event, output, summary] = ["event.json", "output", "summary.md"].map((name) => join(work, name));
  writeFileSync(event!, JSON.stringify({ pull_request: { number: 7 } }));
  writeFileSync(output!, "");
  writeFileSync(summary!, "");
  const env = {
    PATH: process.env["PATH"],
    TMPDIR: work,
    GITHUB_WORKSPACE: repository(),
    GITHUB_REPOSITORY: "acme/pocs",
    GITHUB_BASE_REF: "main",
    GITHUB_API_URL: github.url,
    GITHUB_EVENT_PATH: event,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    POC_NOW: "2026-12-07T09:00:00+01:00",
    POC_ACTION_POC: `node ${join(packageRoot(), "dist/poc.cjs")}`,
    POC_ACTION_TOKEN: TOKEN,
    ...inputs,
  };
  const [exitCode, stdout] = await new Promise<readonly [number, string]>((resolve) => {
    const child = execFile(process.execPath, [SCRIPT], { cwd: work, env }, (_error, out, err) => {
      resolve([child.exitCode ?? -1, out + err]);
    });
  });
  const lines = readFileSync(output!, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  const outputs = Object.fromEntries(lines.map((line) => [line.split("=")[0], line.slice(line.indexOf("=") + 1)]));
  return { exitCode, stdout, outputs, summary: readFileSync(summary!, "utf8") };
}

test("one PoC: checked, commented, with its outputs", async () => {
  poc("pocs/a");
  branch(() => writeFileSync(join(repository(), "pocs/a/notes.md"), "x"));
  const { exitCode, stdout, outputs, summary } = await action();
  expect({ exitCode, outputs }).toEqual({
    exitCode: 0,
    outputs: { "exit-code": "0", outcome: "go", pocs: '[{"folder":"pocs/a","exit_code":0,"outcome":"go"}]' },
  });
  expect(stdout).toMatch(/^::warning file=pocs\/a\/assumptions\.yaml,line=/m);
  expect(github.comments.map(({ body }) => body.split("\n")[0])).toEqual(['<!-- poc:report id="pocs/a" -->']);
  expect(github.comments[0]?.body).toContain("**Since `origin/main`**");
  expect(summary).toContain('<!-- poc:report id="pocs/a" -->');
});

test("a second run edits the comment, and leaves it where nothing is new", async () => {
  poc("a");
  branch(() => undefined);
  await action({ POC_ACTION_FOLDER: "a" });
  await action({ POC_ACTION_FOLDER: "a" });
  expect(github.calls.filter((call) => !call.startsWith("GET"))).toEqual(["POST /repos/acme/pocs/issues/7/comments"]);
  await action({ POC_ACTION_FOLDER: "a", POC_NOW: "2026-11-05T09:00:00+01:00" });
  expect(github.calls.at(-1)).toBe("PATCH /repos/acme/pocs/issues/comments/1");
  expect(github.comments).toHaveLength(1);
});

test("comments of others, and those of another PoC, are never edited; all pages are read", async () => {
  poc("prod");
  branch(() => undefined);
  const others = Array.from({ length: 120 }, (_, id) => ({ id: id + 1, body: "looks good", user: { login: "marta" } }));
  const copied = { id: 500, body: '<!-- poc:report id="prod" -->\nmine', user: { login: "marta" } };
  const longer = { id: 501, body: '<!-- poc:report id="non-prod" -->\nx', user: BOT };
  const quoted = { id: 502, body: 'see <!-- poc:report id="prod" -->', user: BOT };
  const own = { id: 503, body: '<!-- poc:report id="prod" -->\r\nsomebody edited this', user: BOT };
  github.comments.push(...others, copied, longer, quoted, own);
  await action({ POC_ACTION_FOLDER: "prod" });
  expect(github.calls.filter((call) => !call.startsWith("GET"))).toEqual([
    "PATCH /repos/acme/pocs/issues/comments/503",
  ]);
  expect(own.body).toContain("### Retrieval");
  expect([copied.body, longer.body, quoted.body].join()).not.toContain("### Retrieval");
});

describe("a comment that cannot be written changes nothing of the check", () => {
  test.each([
    [403, "permissions: pull-requests: write"],
    [404, "permissions: pull-requests: write"],
    [500, "GitHub answered 500"],
  ])("GitHub answers %i", async (status, said) => {
    poc("a");
    branch(() => undefined);
    github.refuse(status);
    const { exitCode, stdout, summary } = await action();
    expect(exitCode).toBe(0);
    expect(stdout).toContain(said);
    expect(summary).toContain("### Retrieval");
  });

  test("a token that is none", async () => {
    poc("a");
    branch(() => undefined);
    const { exitCode, stdout } = await action({ POC_ACTION_TOKEN: "wrong" });
    expect([exitCode, stdout.includes("401")]).toEqual([0, true]);
    expect(stdout).not.toContain("wrong");
  });

  test("GitHub does not answer", async () => {
    poc("a");
    branch(() => undefined);
    const { exitCode, stdout } = await action({ GITHUB_API_URL: "http://127.0.0.1:9" });
    expect([exitCode, stdout.includes("GitHub did not answer")]).toEqual([0, true]);
  });

  test.each([
    ["no token", { POC_ACTION_TOKEN: "" }],
    ["not wanted", { POC_ACTION_COMMENT: "false" }],
    ["no pull request", { GITHUB_EVENT_PATH: "" }],
  ])("%s: nothing is asked", async (_name, inputs) => {
    poc("a");
    branch(() => undefined);
    expect((await action(inputs)).exitCode).toBe(0);
    expect(github.calls).toEqual([]);
  });
});

describe("several PoCs", () => {
  test("one that cannot be read does not keep the others back; the worst exit code counts", async () => {
    poc("pocs/a");
    poc("pocs/b");
    branch(() => {
      writeFileSync(join(repository(), "pocs/a/poc.yaml"), "title: [");
      writeFileSync(join(repository(), "pocs/b/notes.md"), "x");
    });
    const { exitCode, outputs, stdout } = await action({ POC_ACTION_FOLDER: "pocs/*" });
    expect(exitCode).toBe(3);
    expect(outputs["outcome"]).toBe("cannot-judge");
    expect(JSON.parse(outputs["pocs"] ?? "")).toMatchObject([
      { folder: "pocs/a", exit_code: 3, outcome: "cannot-judge" },
      { folder: "pocs/b", exit_code: 0, outcome: "go" },
    ]);
    expect(stdout).toMatch(/^::error file=pocs\/a\/poc\.yaml/m);
    expect(github.comments.map(({ body }) => body.split("\n")[0])).toEqual([
      '<!-- poc:report id="pocs/a" -->',
      '<!-- poc:report id="pocs/b" -->',
    ]);
  });

  test("only those that the branch touches get a comment, and none twice", async () => {
    for (const name of ["a", "b", "c"]) poc(`pocs/${name}`);
    branch(() => writeFileSync(join(repository(), "pocs/b/notes.md"), "x"));
    await action({ POC_ACTION_FOLDER: "**\npocs/b\npocs/*" });
    expect(github.comments.map(({ body }) => body.split("\n")[0])).toEqual(['<!-- poc:report id="pocs/b" -->']);
  });

  test("each has reports of its own, and GitHub's ten annotations hold for all of them", async () => {
    const folders = Array.from({ length: 12 }, (_, k) => `pocs/${k}`);
    const { stdout } = await action({ ...many(folders), POC_ACTION_REPORTS: "sarif=poc.sarif\njunit=out.d/poc.xml" });
    expect(readFileSync(join(work, "calls"), "utf8")).toContain(
      "-C pocs/7 check --format github --fail-on error --report=json=",
    );
    expect(readFileSync(join(work, "calls"), "utf8")).toContain(
      " --report=sarif=poc-pocs-7.sarif --report=junit=out.d/poc-pocs-7.xml",
    );
    expect(stdout.match(/^::warning /gm)).toHaveLength(10);
    // Each has two, of which one was left out already.
    expect(stdout).toContain("::warning title=poc::15 more of this kind");
    expect(stdout.match(/^- /gm)).toHaveLength(15);
  });

  test("60 PoCs: twenty comments, and the rest is named", async () => {
    const folders = Array.from({ length: 60 }, (_, k) => `pocs/${k}`);
    const { stdout, outputs, exitCode } = await action(many(folders));
    expect(github.comments).toHaveLength(20);
    expect(stdout).toContain("no comment for 40 more PoCs");
    expect(JSON.parse(outputs["pocs"] ?? "")).toHaveLength(60);
    expect(exitCode).toBe(4);
  });

  /** Folders with a PoC each, and a program in the place of poc that answers at once. */
  function many(folders: readonly string[]): Readonly<Record<string, string>> {
    for (const folder of folders) {
      mkdirSync(join(repository(), folder), { recursive: true });
      writeFileSync(join(repository(), folder, "poc.yaml"), "");
    }
    const program = join(work, "poc.mjs");
    writeFileSync(program, STAND_IN);
    return { POC_ACTION_POC: `node ${program}`, CALLS: join(work, "calls"), GITHUB_BASE_REF: "" };
  }
});

const STAND_IN = `
import { appendFileSync, writeFileSync } from "node:fs";
const [, folder, command, ...args] = process.argv.slice(2);
appendFileSync(process.env.CALLS, process.argv.slice(2).join(" ") + "\\n");
if (command === "comment") console.log('<!-- poc:report id="' + folder + '" -->\\n\\nx');
else {
  const file = args.find((arg) => arg.startsWith("--report=json=")).slice(14);
  writeFileSync(file, JSON.stringify({ data: { recommendation: "keep-going" } }));
  console.log("::warning file=" + folder + "/poc.yaml,line=1::x\\n- " + folder + "/poc.yaml:2:1: warning[log-silent]: x");
  process.exitCode = 4;
}
`;

describe("bad input", () => {
  test.each([
    ["no PoC at all", "**", 3],
    ["a pattern that matches none", "nothing/*", 3],
    ["a folder without a PoC", "docs", 3],
    ["a folder that is not there", "gone", 2],
    ["a folder outside", "../..", 3],
  ])("%s: its exit code, and an answer", async (_name, folder, code) => {
    mkdirSync(join(repository(), "docs"), { recursive: true });
    writeFileSync(join(repository(), "docs/readme"), "");
    branch(() => undefined);
    const { exitCode, stdout, outputs } = await action({ POC_ACTION_FOLDER: folder });
    expect([exitCode, outputs["exit-code"], outputs["outcome"]]).toEqual([code, String(code), "cannot-judge"]);
    expect(stdout).toMatch(/no (?:PoC|folder)/);
    expect(github.comments).toEqual([]);
  });

  test("poc is not installed", async () => {
    poc("a");
    branch(() => undefined);
    for (const command of ["node node_modules/poc/dist/poc.cjs", "no-such-program"]) {
      const { exitCode, stdout } = await action({ POC_ACTION_POC: command });
      expect([exitCode, stdout.includes("run npm ci first")]).toEqual([3, true]);
    }
  });

  test("a clone without the base: the comment says so, and the check counts", async () => {
    poc("a");
    branch(() => undefined);
    const { exitCode } = await action({ GITHUB_BASE_REF: "gone" });
    expect(exitCode).toBe(0);
    expect(github.comments[0]?.body).toContain("not known");
  });

  test("an input that looks like a command is text", async () => {
    poc("a");
    branch(() => undefined);
    await action({ POC_ACTION_FOLDER: "a; touch pwned", POC_ACTION_FAIL_ON: "$(touch pwned)" });
    expect(() => readFileSync(join(repository(), "pwned"))).toThrow("ENOENT");
  });
});

test("a breach is the exit code of the action", async () => {
  poc("a");
  branch(() => undefined);
  const { exitCode, outputs } = await action({ POC_ACTION_FAIL_ON: "warning" });
  expect([exitCode, outputs["exit-code"]]).toEqual([1, "1"]);
});
