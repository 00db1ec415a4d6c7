// What a disk or its rights can refuse. Root may do everything, so a child process without rights does the work.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, readFileSync, readdirSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, type TestContext } from "vitest";
import { compiledScript } from "../compiled-script.ts";
import { say } from "../say.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const NOBODY = 65_534;

interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly fault: { kind?: string; file?: string; message?: string };
  readonly err: string;
}

function outcomeOf({ status, stdout, stderr }: { status: number | null; stdout: string; stderr: string }): Outcome {
  const fault = stdout.startsWith('{"kind"') ? (JSON.parse(stdout) as Outcome["fault"]) : {};
  return { status, out: stdout, fault, err: stderr };
}

async function run(args: readonly string[], asNobody = false): Promise<Outcome> {
  const script = await compiledScript("folder-command");
  const command = [process.execPath, script, ...args];
  const drop = ["setpriv", `--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups"];
  const [program = "", ...rest] = asNobody && process.getuid?.() === 0 ? [...drop, ...command] : command;
  return outcomeOf(spawnSync(program, rest, { encoding: "utf8" }));
}

/** A folder that the child may enter, holding a file that is its own. */
function openFolder(): string {
  const root = temporaryFolder();
  chmodSync(root, 0o755);
  mkdirSync(join(root, "log"));
  writeFileSync(join(root, "poc.yaml"), "one");
  for (const path of ["", "log", "poc.yaml"]) if (process.getuid?.() === 0) chownSync(join(root, path), NOBODY, NOBODY);
  return root;
}

function needs(context: TestContext, program: string): void {
  if (spawnSync("sh", ["-c", `command -v ${program}`]).status === 0) return;
  say(`skipped: ${program} is not installed`);
  context.skip();
}

describe("rights", () => {
  test("a folder that may not be written to", async (context) => {
    needs(context, "setpriv");
    const root = openFolder();
    chmodSync(join(root, "log"), 0o555);
    chmodSync(root, 0o555);
    for (const args of [
      ["create", "log/x.yaml"],
      ["create", "memos/x.md"],
      ["replace", "poc.yaml"],
    ]) {
      const { status, fault } = await run([root, ...args, "two"], true);
      expect({ status, kind: fault.kind }).toEqual({ status: 3, kind: "denied" });
      expect(fault.message).toContain("permission");
    }
    expect((await run([root, "read", "poc.yaml"], true)).out).toBe("one\n");
    expect([readdirSync(root), readdirSync(join(root, "log"))]).toEqual([["log", "poc.yaml"], []]);
  });

  test("a file that may not be read, a file that may not be written", async (context) => {
    needs(context, "setpriv");
    const root = openFolder();
    chmodSync(join(root, "poc.yaml"), 0o000);
    expect((await run([root, "read", "poc.yaml"], true)).fault).toMatchObject({ kind: "denied", file: "poc.yaml" });
    chmodSync(join(root, "poc.yaml"), 0o444);
    expect((await run([root, "replace", "poc.yaml", "two"], true)).fault).toMatchObject({
      kind: "denied",
      file: "poc.yaml",
    });
    expect(readFileSync(join(root, "poc.yaml"), "utf8")).toBe("one");
    expect(readdirSync(root)).toEqual(["log", "poc.yaml"]);
  });

  test("a folder that may not be entered", async (context) => {
    needs(context, "setpriv");
    const root = openFolder();
    chmodSync(join(root, "log"), 0o000);
    for (const args of [
      ["list", "log"],
      ["read", "log/x.yaml"],
      ["create", "log/x.yaml"],
    ]) {
      expect((await run([root, ...args], true)).fault.kind).toBe("denied");
    }
  });
});

describe("disks", () => {
  /** A file system of its own, or a skipped test where there may be none. */
  function mounted(context: TestContext, options: string): string {
    const root = temporaryFolder();
    const { status, stderr } = spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", root], { encoding: "utf8" });
    if (status !== 0) {
      say(`skipped: cannot mount a file system (${stderr?.trim() ?? "no mount command"})`);
      context.skip();
    }
    onTestFinished(() => void spawnSync("umount", [root]));
    return root;
  }

  test("a full disk: the old text stays, no temporary file is left", async (context) => {
    const root = mounted(context, "size=512k");
    writeFileSync(join(root, "poc.yaml"), "one");
    mkdirSync(join(root, "log"));
    const { bavail, bsize } = statfsSync(root);
    writeFileSync(join(root, "filler"), Buffer.alloc(bavail * bsize));
    for (const args of [
      ["create", "log/x.yaml"],
      ["replace", "poc.yaml"],
    ]) {
      const { status, fault } = await run([root, ...args, "x".repeat(10_000)]);
      expect({ status, kind: fault.kind }).toEqual({ status: 3, kind: "full" });
      expect(fault.message).toContain("the disk is full");
    }
    expect(readFileSync(join(root, "poc.yaml"), "utf8")).toBe("one");
    expect([readdirSync(root).sort(), readdirSync(join(root, "log"))]).toEqual([["filler", "log", "poc.yaml"], []]);
  });

  test("no room for another file", async (context) => {
    const root = mounted(context, "size=512k,nr_inodes=3");
    writeFileSync(join(root, "poc.yaml"), "one");
    mkdirSync(join(root, "log"));
    for (const args of [
      ["create", "log/x.yaml"],
      ["create", "memos/x.md"],
      ["replace", "poc.yaml"],
    ]) {
      expect((await run([root, ...args, "two"])).fault.kind).toBe("full");
    }
    expect(readFileSync(join(root, "poc.yaml"), "utf8")).toBe("one");
  });

  test("a file system that became read-only", async (context) => {
    const root = mounted(context, "size=512k");
    writeFileSync(join(root, "poc.yaml"), "one");
    execFileSync("mount", ["-o", "remount,ro", root]);
    for (const args of [
      ["create", "log/x.yaml"],
      ["replace", "poc.yaml"],
    ]) {
      const { status, fault } = await run([root, ...args, "two"]);
      expect({ status, kind: fault.kind }).toEqual({ status: 3, kind: "read-only" });
    }
    expect((await run([root, "read", "poc.yaml"])).out).toBe("one\n");
  });
});

describe("many at once", () => {
  async function start(args: readonly string[]): Promise<Outcome> {
    const script = await compiledScript("folder-command");
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "pipe"] });
      const texts = { stdout: "", stderr: "" };
      child.stdout.on("data", (data: Buffer) => (texts.stdout += data.toString()));
      child.stderr.on("data", (data: Buffer) => (texts.stderr += data.toString()));
      child.on("close", (status) => resolve(outcomeOf({ status, ...texts })));
    });
  }

  test("fifty entries in a log that is not there yet", async () => {
    const root = temporaryFolder();
    const names = Array.from({ length: 50 }, (_, index) => `log/${index}.yaml`);
    const outcomes = await Promise.all(names.map((name) => start([root, "create", name, name])));
    expect(outcomes.filter(({ status }) => status !== 0)).toEqual([]);
    expect(readdirSync(join(root, "log"))).toHaveLength(50);
    for (const name of names) expect(readFileSync(join(root, name), "utf8")).toBe(name);
  });

  test("ten for one name: one gets it", async () => {
    const root = temporaryFolder();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) => start([root, "create", "log/x.yaml", `${index}`])),
    );
    const winners = outcomes.flatMap(({ status }, index) => (status === 0 ? [index] : []));
    expect(winners).toHaveLength(1);
    expect(readFileSync(join(root, "log/x.yaml"), "utf8")).toBe(String(winners[0]));
    expect(outcomes.filter(({ fault }) => fault.kind === "exists")).toHaveLength(9);
    expect(readdirSync(join(root, "log"))).toEqual(["x.yaml"]);
  });

  test("ten edits of one file: as many as say so took place", async () => {
    const root = temporaryFolder();
    writeFileSync(join(root, "n.yaml"), "0\n");
    for (let round = 0; round < 3; round++) {
      const before = Number(readFileSync(join(root, "n.yaml"), "utf8"));
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => start([root, "count", "n.yaml"])));
      const done = outcomes.filter(({ status }) => status === 0).length;
      expect(done).toBeGreaterThan(0);
      expect(Number(readFileSync(join(root, "n.yaml"), "utf8"))).toBe(before + done);
      for (const { status, fault } of outcomes) if (status !== 0) expect(["changed", "locked"]).toContain(fault.kind);
      expect(readdirSync(root)).toEqual(["n.yaml"]);
    }
  });
});
