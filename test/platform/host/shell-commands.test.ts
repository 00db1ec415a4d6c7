import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { RecordsFault } from "../../../src/app/ports/faults.ts";
import { shellCommands } from "../../../src/platform/host/shell-commands.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const PATH = process.env["PATH"];

interface Asked {
  readonly folder?: string;
  readonly seconds?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly wanted?: number;
}

function shell(line: string, { folder = temporaryFolder(), seconds = 300, env = {}, ...more }: Asked = {}) {
  return shellCommands({ PATH, ...env }).run({ line, folder, seconds, keep: 65_536, ...more });
}

const isAlive = (pid: number) =>
  existsSync(`/proc/${pid}/stat`) && !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));

/** Whether a process ends within a second: what is told to stop takes a moment to do so. */
async function ends(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 50 && isAlive(pid); tries++) await wait(20);
  return !isAlive(pid);
}

test("it tells how the command ended, what it printed on both streams, and how long it took", async () => {
  const passed = await shell("echo out; echo err >&2");
  expect(passed.ended).toEqual({ how: "exit", code: 0 });
  expect(passed.output.split("\n").sort()).toEqual(["", "err", "out"]);
  expect(passed.seconds).toBeGreaterThan(0);
  expect((await shell("exit 7")).ended).toEqual({ how: "exit", code: 7 });
  expect((await shell("no-such-command-here")).ended).toEqual({ how: "exit", code: 127 });
  expect((await shell("kill -KILL $$")).ended).toEqual({ how: "signal" });
});

test("the line is one argument of the shell, in its folder, with the environment of the start", async () => {
  const folder = temporaryFolder();
  const { output } = await shell(`printf '%s|' "$#" "$PWD" "$GREETING" 'a "b" $(c)'; touch here`, {
    folder,
    env: { GREETING: "hello $(touch there)" },
  });
  expect(output).toBe(`0|${folder}|hello $(touch there)|a "b" $(c)|`);
  expect(readdirSync(folder)).toEqual(["here"]);
});

test("it has no standard input to wait for, and no terminal to ask on", async () => {
  expect((await shell("cat; read answer < /dev/tty || echo nobody")).output).toContain("nobody");
});

test("it is stopped at its time limit, with all that it started", async () => {
  const folder = temporaryFolder();
  const outcome = await shell("sleep 60 & echo $! > child; echo begun; sleep 60; echo done", { folder, seconds: 0.5 });
  expect(outcome.ended).toEqual({ how: "time-limit" });
  expect(outcome.output).toBe("begun\n");
  expect(await ends(Number(readFileSync(join(folder, "child"), "utf8")))).toBe(true);
});

test("a command that will not be told is killed", async () => {
  const outcome = await shell("trap '' TERM; while :; do sleep 0.1; done", { seconds: 0.2 });
  expect(outcome.ended).toEqual({ how: "time-limit" });
});

test("what it left running is not waited for", async () => {
  const folder = temporaryFolder();
  const outcome = await shell("sleep 60 & echo $! > child; echo done", { folder });
  // This throws where the child has ended.
  process.kill(Number(readFileSync(join(folder, "child"), "utf8")));
  expect(outcome).toMatchObject({ ended: { how: "exit", code: 0 }, output: "done\n" });
});

test("Ctrl-C stops it, and leaves no handler behind", async () => {
  const folder = temporaryFolder();
  const before = process.listenerCount("SIGINT");
  const running = shell("echo $$ > self; sleep 60", { folder });
  while (!existsSync(join(folder, "self"))) await wait(10);
  process.emit("SIGINT");
  expect((await running).ended).toEqual({ how: "cancelled" });
  expect(process.listenerCount("SIGINT")).toBe(before);
});

test("of much output both ends are kept", async () => {
  const { output } = await shell("seq 1 100000");
  expect(output.length).toBeLessThan(66_000);
  expect(output).toMatch(/^1\n2\n[\s\S]*\[… \d+ bytes left out …\]\n[\s\S]*\n100000\n$/);
});

test("what it prints is had as it is, without what it says beside it", async () => {
  const { printed, output } = await shell("printf 'a\\0b'; echo beside >&2", { wanted: 1000 });
  expect(printed).toEqual(Buffer.from("a\0b"));
  expect(output).toContain("beside");
});

test("one that prints more than is wanted is stopped", async () => {
  expect((await shell("yes", { wanted: 100_000 })).ended).toEqual({ how: "too-much" });
});

test("a folder that is not there is a fault, and nothing is run", async () => {
  await expect(shell("true", { folder: "/no/such/folder" })).rejects.toThrow(RecordsFault);
});
