import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** script(1) makes a terminal for a command; it is part of every Debian. */
export const HAS_SCRIPT = spawnSync("script", ["--version"]).status === 0;
if (!HAS_SCRIPT) process.stdout.write("skipped: script, which makes a terminal for the prompts, is not installed\n");

/** Whenever the terminal shows `prompt` anew, `keys` are typed; "" closes it. */
export type Step = readonly [prompt: string, keys: string];

export interface Dialogue {
  readonly status: number | null;
  /** What went to standard output, which is not the terminal. */
  readonly out: string;
  /** What the terminal showed. */
  readonly shown: string;
}

/** Runs a command line on a terminal of its own, 80 × 24, and types. */
export async function dialogueWith(
  command: string,
  steps: readonly Step[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Dialogue> {
  const folder = mkdtempSync(join(tmpdir(), "poc-dialogue-"));
  const out = join(folder, "out");
  const line = `stty cols 80 rows 24; ${command} >${out}; echo "status $? $(stty -a | grep -o ' -*icanon')"`;
  const child = spawn("script", ["-qec", line, "/dev/null"], { stdio: ["pipe", "pipe", "inherit"], ...options });
  let shown = "";
  let seen = 0;
  const waiting = [...steps];
  child.stdout.on("data", (data: Buffer) => {
    shown += data.toString();
    const [prompt, keys] = waiting[0] ?? [];
    if (prompt === undefined || keys === undefined || !shown.slice(seen).includes(prompt)) return;
    seen = shown.length;
    waiting.shift();
    // The prompt listens a moment after it shows.
    setTimeout(() => (keys === "" ? child.stdin.end() : child.stdin.write(keys)), 60);
  });
  await new Promise((resolve) => child.on("close", resolve));
  const status = Number(/status (\d+)/.exec(shown)?.[1]);
  const text = readFileSync(out, "utf8");
  rmSync(folder, { recursive: true, force: true });
  return { status, out: text, shown };
}
