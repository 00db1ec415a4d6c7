import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { say } from "../platform/say.ts";

/** The scripts in the shells themselves, as far as these are installed. */

const COMMAND = join(import.meta.dirname, "../../dist/poc.cjs");
let env: NodeJS.ProcessEnv = {};
let cwd = "";
const root = mkdtempSync(join(tmpdir(), "poc-shells-"));

afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeAll(() => {
  const bin = join(root, "bin");
  cwd = join(root, "work");
  mkdirSync(bin);
  mkdirSync(cwd);
  writeFileSync(join(bin, "poc"), `#!/bin/sh\nexec "${process.execPath}" "${COMMAND}" "$@"\n`);
  chmodSync(join(bin, "poc"), 0o755);
  env = { PATH: `${bin}:${process.env["PATH"]}`, HOME: root, TERM: "dumb", POC_AUTHOR: "Ana <ana@example.com>" };
  spawnSync("poc", ["init", "--example", "."], { cwd, env });
});

function shell(name: string, ...args: readonly string[]) {
  const { stdout, stderr } = spawnSync(name, args, { cwd, env, encoding: "utf8" });
  return { lines: stdout.trimEnd().split("\n"), stderr };
}

const installed = (name: string) => {
  const there = spawnSync(name, ["-c", "true"]).status === 0;
  if (!there) say(`skipped: ${name} is not installed`);
  return there;
};

describe.runIf(installed("bash"))("bash", () => {
  const completed = (line: string) =>
    shell(
      "bash",
      "--norc",
      "-c",
      'source <(poc completion bash); source <(poc completion bash); COMP_LINE=$1; COMP_POINT=${#1}; _poc_complete; printf "%s\\n" "${COMPREPLY[@]}"',
      "bash",
      line,
    );

  test.each([
    ["poc lo", ["log"]],
    ["poc log --eval wr", ["wrong-rate="]],
    ["poc log --eval=wr", ["wrong-rate="]],
    ["poc explain kill-criterion-ov", ["kill-criterion-overdue"]],
    ["poc explain kill-criterion-out", ["kill-criterion-out-of-reach", "kill-criterion-outside-timebox"]],
    ["poc amend --set timebox.s", ["timebox.start="]],
    ['poc log "$(touch pwned)" --eval wr', ["wrong-rate="]],
  ])("%s", (line, lines) => {
    const { lines: found, stderr } = completed(line);
    expect({ lines: found.sort(), stderr }).toEqual({ lines, stderr: "" });
    expect(shell("ls").lines).not.toContain("pwned");
  });
});

describe.runIf(installed("fish"))("fish", () => {
  const completed = (line: string) => shell("fish", "-c", `poc completion fish | source; complete -C '${line}'`);

  test.each([
    ["poc log --eval wr", ["wrong-rate="]],
    ["poc log --eval=wr", ["--eval=wrong-rate="]],
    ["poc explain kill-criterion-ov", ["kill-criterion-overdue"]],
    ["poc log --evidence eva", ["evals.yaml"]],
  ])("%s", (line, words) => {
    const { lines, stderr } = completed(line);
    expect({ words: lines.map((one) => one.split("\t")[0]), stderr }).toEqual({ words, stderr: "" });
  });
});

describe.runIf(installed("zsh"))("zsh", () => {
  /** zsh completes only on a terminal: it makes one for another zsh, and reads what that shows. */
  const SCRIPT = `
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z 'PS1="> "; autoload -U compinit; compinit -u; source <(poc completion zsh); echo rea''dy'
zpty -r -m z line '*ready*'
zpty -w -n z "$1"$'\\t'
out=
for ((k = 0; k < 100; k++)); do
  while zpty -r -t z line; do out+=$line; done
  [[ $out == *"$2"* ]] && break
  sleep 0.1
done
print -rn -- "$out"
zpty -d z
`;

  test.each([
    ["poc log --eval wr", "poc log --eval wrong-rate="],
    ["poc log --eval=wr", "poc log --eval=wrong-rate="],
    ["poc explain kill-criterion-overd", "poc explain kill-criterion-overdue"],
    ["poc amend --set timebox.sta", "poc amend --set timebox.start="],
  ])("%s", (line, completed) => {
    const { lines } = shell("zsh", "-f", "-c", SCRIPT, "zsh", line, completed.slice(line.length));
    // Only what the tab put in: the terminal shows the line itself with codes between its letters.
    expect(lines.join("\n")).toContain(completed.slice(line.length));
  });
});
