import type { Candidate, NameKind } from "../../app/completion/known-words.ts";
import { flagName, GLOBAL_FLAGS, type Command } from "../command.ts";
import type { Flag } from "../flag.ts";
import { VALUE_NAMES, type NamedValue } from "./value-names.ts";

/** The answer to a shell. */
export interface Completion {
  readonly candidates: readonly Candidate[];
  /** Whether a name of a file would do as well. */
  readonly files: boolean;
  /** Whether the word goes on behind what is put in. */
  readonly goesOn: boolean;
}

/** Names of a kind, of the PoC in a folder that `-C` names. */
export type NamesOf = (kind: NameKind, directory: string | undefined) => Promise<readonly Candidate[]>;

const HELP: Candidate = { word: "--help", about: "explain the command" };
const FILES = /<(?:file|path|dir|sha256|link)>/;

/**
 * What the end of a line can be completed to.
 *
 * @param words behind `poc`; the last one is being typed, and may be ""
 */
export async function completeLine(
  words: readonly string[],
  commands: readonly Command[],
  namesOf: NamesOf,
): Promise<Completion> {
  const typed = words.at(-1) ?? "";
  const { command, args, directory, open } = read(words.slice(0, -1), commands);
  const of = (value: NamedValue | undefined) => named(value, typed, directory, namesOf);
  if (open !== undefined) return valueOf(open, typed, of);
  const equals = typed.startsWith("--") ? typed.indexOf("=") : -1;
  if (equals > 0) {
    const flag = flagOf(typed.slice(0, equals), command);
    // Shells put the flag before what they are given.
    const rest = typed.slice(equals + 1);
    return flag === undefined ? nothing() : valueOf(flag, rest, (value) => named(value, rest, directory, namesOf));
  }
  if (typed.startsWith("-")) return begun(flagCandidates(command, typed), typed);
  if (command === undefined) {
    const help = { word: "help", about: "explain a command" };
    return begun([...commands.map(({ name, summary }) => ({ word: name, about: summary })), help], typed);
  }
  if (command === "help")
    return begun(
      commands.map(({ name, summary }) => ({ word: name, about: summary })),
      typed,
    );
  const key = Object.keys(command.args)[args];
  if (key === "dir") return { candidates: [], files: true, goesOn: false };
  const ownWords = key === undefined ? [] : (command.args[key]?.words ?? []).map((word) => ({ word, about: "" }));
  const names = await of(key === undefined ? undefined : VALUE_NAMES[`${command.name} ${key}`]);
  return { ...names, candidates: [...begun(ownWords, typed).candidates, ...names.candidates] };
}

interface OpenFlag {
  readonly key: string;
  readonly flag: Flag<unknown>;
  readonly command: Command | undefined;
}

interface ReadLine {
  readonly command: Command | "help" | undefined;
  /** How many arguments of the command were typed. */
  readonly args: number;
  readonly directory: string | undefined;
  /** The flag whose value comes next. */
  readonly open: OpenFlag | undefined;
}

function read(before: readonly string[], commands: readonly Command[]): ReadLine {
  let line: ReadLine = { command: undefined, args: 0, directory: undefined, open: undefined };
  for (const word of before) {
    const { open, command } = line;
    if (open !== undefined)
      line = { ...line, open: undefined, directory: open.key === "directory" ? word : line.directory };
    else if (word.startsWith("-")) {
      const [name = "", value] = word.startsWith("--") ? splitAt(word, "=") : [word, undefined];
      const flag = flagOf(name, command);
      if (flag === undefined || flag.flag.value === undefined) continue;
      line =
        value === undefined
          ? { ...line, open: flag }
          : { ...line, directory: flag.key === "directory" ? value : line.directory };
    } else if (command === undefined)
      line = { ...line, command: word === "help" ? "help" : commands.find(({ name }) => name === word) };
    else line = { ...line, args: line.args + 1 };
  }
  return line;
}

function splitAt(text: string, sign: string): readonly [string, string | undefined] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function flagsOf(command: ReadLine["command"]): readonly (readonly [string, Flag<unknown>])[] {
  return Object.entries({ ...(typeof command === "object" ? command.flags : {}), ...GLOBAL_FLAGS });
}

function flagOf(typed: string, command: ReadLine["command"]): OpenFlag | undefined {
  const found = flagsOf(command).find(([key, { short }]) => typed === flagName(key) || typed === `-${short ?? ""}`);
  return found && { key: found[0], flag: found[1], command: typeof command === "object" ? command : undefined };
}

function flagCandidates(command: ReadLine["command"], typed: string): readonly Candidate[] {
  const flags = flagsOf(command);
  const shorthands = flags.flatMap(([key, { shorthand }]) =>
    shorthand === undefined ? [] : [{ word: flagName(shorthand), about: `the same as ${flagName(key)} ${shorthand}` }],
  );
  const letters = flags.flatMap(([, { short, about }]) => (short === undefined ? [] : [{ word: `-${short}`, about }]));
  return [
    ...flags.map(([key, { about }]) => ({ word: flagName(key), about })),
    ...shorthands,
    HELP,
    ...(typed.startsWith("--") ? [] : letters),
  ];
}

async function valueOf(
  { key, flag, command }: OpenFlag,
  typed: string,
  of: (value: NamedValue | undefined) => Promise<Completion>,
): Promise<Completion> {
  if (flag.words !== undefined)
    return begun(
      flag.words.map((word) => ({ word, about: "" })),
      typed,
    );
  if (FILES.test(flag.value ?? "")) return { candidates: [], files: true, goesOn: false };
  return of(command === undefined ? undefined : VALUE_NAMES[`${command.name} ${flagName(key)}`]);
}

/** After `=` comes a figure or a word that nobody can guess. */
async function named(
  value: NamedValue | undefined,
  typed: string,
  directory: string | undefined,
  namesOf: NamesOf,
): Promise<Completion> {
  if (value === undefined || typed.includes("=")) return nothing();
  const names = await namesOf(value.kind, directory);
  const candidates = value.assigns ? names.map(({ word, about }) => ({ word: `${word}=`, about })) : names;
  return { ...begun(candidates, typed), goesOn: value.assigns };
}

function begun(candidates: readonly Candidate[], typed: string): Completion {
  return { candidates: candidates.filter(({ word }) => word.startsWith(typed)), files: false, goesOn: false };
}

function nothing(): Completion {
  return { candidates: [], files: false, goesOn: false };
}
