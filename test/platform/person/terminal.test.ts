import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { compiledScript } from "../compiled-script.ts";
import { say } from "../say.ts";
import { temporaryFolder } from "../temporary-folder.ts";

async function sh(line: string, input?: string): Promise<{ status: number | null; out: string; err: string }> {
  const script = await compiledScript("terminal-command");
  const { status, stdout, stderr } = spawnSync(
    "bash",
    ["-c", `set -o pipefail; ${line}`, "bash", process.execPath, script],
    {
      encoding: "utf8",
      maxBuffer: 2 ** 26,
      ...(input === undefined ? { stdio: ["ignore", "pipe", "pipe"] as const } : { input }),
    },
  );
  return { status, out: stdout, err: stderr };
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on("close", resolve));
}

describe("writing", () => {
  test("a reader that is slow gets everything, though the pipe does not block", async () => {
    const script = await compiledScript("terminal-command");
    // A pipe from Node is a socket that does not block, the very case in which writes fail with EAGAIN.
    const child = spawn(process.execPath, [script, "out", "9900000"], { stdio: ["ignore", "pipe", "pipe"] });
    const texts = { out: "", err: "" };
    child.stderr.on("data", (data: Buffer) => (texts.err += data.toString()));
    await new Promise((resolve) => setTimeout(resolve, 300));
    child.stdout.setEncoding("utf8").on("data", (data: string) => (texts.out += data));
    expect(await ended(child)).toBe(0);
    expect(texts.err).toBe("done\n");
    expect(texts.out === `${"ä".repeat(49)}\n`.repeat(100_000)).toBe(true);
  });

  test("a pipe that another program made non-blocking loses nothing", async () => {
    const blocker = "python3 -c 'import os; os.set_blocking(1, False)'";
    if (spawnSync("python3", ["-c", ""]).status !== 0) {
      say("skipped: python3 is not installed");
      return expect(true).toBe(true);
    }
    const { status, out } = await sh(`( ${blocker}; exec "$1" "$2" out 9900000 ) | ( sleep 0.3; wc -c )`);
    expect([status, out.trim()]).toEqual([0, "9900000"]);
  });

  test("a reader that is gone is no fault", async () => {
    const { status, out, err } = await sh('"$1" "$2" out 9900000 | head -1');
    expect([status, out, err]).toEqual([0, `${"ä".repeat(49)}\n`, "done\n"]);
  });

  test("a full disk is a fault, told on standard error", async () => {
    const { status, err } = await sh('"$1" "$2" out 9900 > /dev/full');
    expect(status).toBe(3);
    expect(err).toContain("full: cannot write standard output: the disk is full");
  });

  test("streams that are closed are not written to, and nothing breaks", async () => {
    const { status } = await sh('"$1" "$2" out 9900 >/dev/null 2>&-');
    expect(status).toBe(0);
  });
});

describe("reading", () => {
  test.each([
    ["", '""'],
    ["grüße\n", '"grüße\\n"'],
    ["\ufeffmark", '"mark"'],
    ["x".repeat(200_000), JSON.stringify("x".repeat(200_000))],
  ])("everything on standard input (%#)", async (input, out) => {
    expect(await sh('"$1" "$2" in 1000000', input)).toEqual({ status: 0, out, err: "" });
  });

  test("arriving in pieces, through a pipe that does not block", async () => {
    const script = await compiledScript("terminal-command");
    const child = spawn(process.execPath, [script, "in", "1000"], { stdio: ["pipe", "pipe", "inherit"] });
    let out = "";
    child.stdout.on("data", (data: Buffer) => (out += data.toString()));
    for (const piece of ["gr", "üß", "e"]) {
      child.stdin.write(piece);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    child.stdin.end();
    expect([await ended(child), out]).toEqual([0, '"grüße"']);
  });

  test.each(["SIGINT", "SIGTERM"] as const)("%s ends the waiting at once, as the signal that it is", async (signal) => {
    const script = await compiledScript("terminal-command");
    const child = spawn(process.execPath, [script, "in", "10"], { stdio: ["pipe", "ignore", "ignore"] });
    setTimeout(() => child.kill(signal), 500);
    await ended(child);
    // No handler of ours: it would not run while a read waits. A shell makes 130 and 143 of these.
    expect([child.exitCode, child.signalCode]).toEqual([null, signal]);
  });

  test("no more than the limit", async () => {
    expect((await sh('"$1" "$2" in 10', "0123456789")).out).toBe('"0123456789"');
    expect(await sh('"$1" "$2" in 10', "0123456789X")).toMatchObject({
      status: 3,
      out: "",
      err: "too-large: standard input has more than 10 bytes\n",
    });
  });

  test("what never ends stops at the limit", async () => {
    expect(await sh('"$1" "$2" in 100000 < /dev/zero')).toMatchObject({ status: 3, out: "" });
  });

  test("only text, and only what can be read", async () => {
    const root = temporaryFolder();
    writeFileSync(join(root, "bytes"), Buffer.from([0x61, 0xff]));
    expect((await sh(`"$1" "$2" in 100 < ${root}/bytes`)).err).toBe("io: standard input is not UTF-8 text\n");
    expect((await sh(`"$1" "$2" in 100 < ${root}`)).err).toContain("not-a-file: ");
  });
});

describe("what is a terminal", () => {
  test("pipes, files, null devices and closed streams are not", async () => {
    const none = { inIsTerminal: false, outIsTerminal: false, errIsTerminal: false, columns: 80 };
    const root = temporaryFolder();
    for (const line of [
      '"$1" "$2" is </dev/null >/dev/null',
      `"$1" "$2" is <"$2" >${root}/out`,
      'true | "$1" "$2" is | cat',
      '"$1" "$2" is <&- >&-',
    ]) {
      expect(JSON.parse((await sh(line)).err)).toEqual(none);
    }
  });

  test("a terminal is, with its width", async () => {
    if (spawnSync("script", ["--version"]).status !== 0) {
      say("skipped: script is not installed");
      return expect(true).toBe(true);
    }
    const root = temporaryFolder();
    const script = await compiledScript("terminal-command");
    const run = `stty cols 63 2>/dev/null; ${process.execPath} ${script} is 2>${root}/err`;
    const fd = openSync("/dev/null", "r");
    onTestFinished(() => closeSync(fd));
    spawnSync("script", ["-qec", run, "/dev/null"], { stdio: [fd, "pipe", "pipe"] });
    expect(JSON.parse(readFileSync(join(root, "err"), "utf8"))).toEqual({
      inIsTerminal: true,
      outIsTerminal: true,
      errIsTerminal: false,
      columns: 63,
    });
  });
});
