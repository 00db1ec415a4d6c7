import { existsSync, mkdtempSync, rmSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RecordsFault, UsageFault } from "../../app/ports/faults.ts";
import type { Editor } from "../../app/ports/ports.ts";
import { readRegularFile } from "../disk/regular-file.ts";
import { systemFault } from "../disk/system-fault.ts";

const MAX_BYTES = 1_048_576;

/** The editor that `env` names, run without a shell: what it names is a program and its arguments, nothing more. */
export function systemEditor(env: Readonly<Record<string, string | undefined>>): Editor {
  return {
    edit(initial) {
      const command = commandOf(env);
      const folder = privateFolder();
      const path = join(folder, "entry.txt");
      writeFileSync(path, initial, { flag: "wx", mode: 0o600 });
      const problem = run(command, path, env);
      if (problem === undefined) {
        const text = readEdited(path);
        rmSync(folder, { recursive: true, force: true });
        return text;
      }
      throw discardUnlessEdited(folder, path, initial, problem);
    },
  };
}

/** Readable by its owner only, and new: nobody else can have put a link there. */
function privateFolder(): string {
  const parent = process.getBuiltinModule("node:os").tmpdir();
  try {
    return mkdtempSync(join(parent, "poc-"));
  } catch (error) {
    throw systemFault(error, parent, "write");
  }
}

/** The program and its arguments. Quotes and backslashes are read as a shell reads them, and nothing else is. */
function commandOf(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const [name, named] = [
    ["VISUAL", env["VISUAL"]],
    ["EDITOR", env["EDITOR"]],
  ].find(([, text]) => (text ?? "").trim() !== "") ?? ["EDITOR", process.platform === "win32" ? "notepad" : "vi"];
  const text = (named ?? "").trim();
  // A path with spaces that nobody quoted is a program all the same.
  if (text.includes(" ") && existsSync(text)) return [text];
  const words = wordsOf(text);
  if (words === undefined || words.length === 0)
    throw new UsageFault(
      `${name}: found ${text}, expected quotes that are closed`,
      `write ${name}="'/path with spaces/editor' --wait"`,
    );
  return words;
}

/** The words of a command line; undefined where a quote is left open. On Windows a backslash is part of a path. */
function wordsOf(text: string): readonly string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    const next = text[at + 1];
    const escapes = process.platform !== "win32" && char === "\\" && next !== undefined;
    if (escapes && (quote === "" || (quote === '"' && /["\\$`]/.test(next)))) {
      word = (word ?? "") + next;
      at++;
    } else if (char === quote) quote = "";
    else if (quote === "" && (char === '"' || char === "'")) {
      quote = char;
      word ??= "";
    } else if (quote === "" && /\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? "") + char;
  }
  if (word !== undefined) words.push(word);
  return quote === "" ? words : undefined;
}

function run(
  command: readonly string[],
  path: string,
  env: Readonly<Record<string, string | undefined>>,
): UsageFault | RecordsFault | undefined {
  const [program = "vi", ...rest] = command;
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const result = spawnSync(program, [...rest, path], { stdio: "inherit", env: { ...env }, shell: false });
  if (result.error !== undefined) {
    return new UsageFault(
      `cannot start the editor ${JSON.stringify(program)}: ${result.error.message}`,
      "set EDITOR to one that is installed, or give the text on the command line",
    );
  }
  if (result.signal !== null)
    return new RecordsFault(`the editor ${JSON.stringify(program)} was ended by ${result.signal}`);
  if (result.status !== 0)
    return new RecordsFault(`the editor ${JSON.stringify(program)} ended with status ${result.status}`);
  return undefined;
}

function readEdited(path: string): string {
  const bytes = readRegularFile(path, path, MAX_BYTES, "refuse-links");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new RecordsFault(`what the editor saved is not UTF-8 text`, `it is kept in ${path}`);
  }
}

/** What a person wrote is kept, and said where; what they did not touch is not worth keeping. */
function discardUnlessEdited(folder: string, path: string, initial: string, problem: UsageFault | RecordsFault): Error {
  let text: string | undefined;
  try {
    text = readEdited(path);
  } catch {
    text = undefined;
  }
  if (text === initial) {
    rmSync(path, { force: true });
    rmdirSync(folder);
    return problem;
  }
  const hint = `what you wrote is kept in ${path}`;
  return problem instanceof UsageFault
    ? new UsageFault(problem.message, hint)
    : new RecordsFault(problem.message, hint);
}
