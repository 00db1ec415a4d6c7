import { flagName, GLOBAL_FLAGS, type Command, type Typed } from "./command.ts";
import type { Flag } from "./flag.ts";

/**
 * What was typed, where the line is written as plainly as nearly all lines are: `--flag value`, `--flag=value`, `-f
 * value`, words. It stands in for commander, which takes a tenth of a start to load and answers the same (a property
 * holds the two together); without this file everything goes through commander. undefined where only commander can
 * tell: help, short flags in one word, `--`, a value that begins with a dash, and everything that is wrong.
 *
 * @param argv all of the line but the name of the command
 */
export function plainLine({ args, flags }: Command, argv: readonly string[]): Typed | undefined {
  const spelled = spellings({ ...GLOBAL_FLAGS, ...flags });
  const found = new Map<string, string[]>();
  const words: string[] = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at]!;
    if (!isDashed(word)) {
      words.push(word);
      continue;
    }
    const equals = word.startsWith("--") ? word.indexOf("=") : -1;
    const flag = spelled.get(equals < 0 ? word : word.slice(0, equals));
    if (flag === undefined) return undefined;
    if (!flag.takesValue && equals >= 0) return undefined;
    const value = !flag.takesValue ? flag.preset : equals < 0 ? argv[++at] : word.slice(equals + 1);
    if (value === undefined || (flag.takesValue && isDashed(value))) return undefined;
    found.set(flag.key, [...(found.get(flag.key) ?? []), value]);
  }
  const named = shared(Object.entries(args), words);
  return named && { args: named, flags: found };
}

/** A dash alone is a word: standard input or output. */
function isDashed(word: string): boolean {
  return word.startsWith("-") && word !== "-";
}

interface Spelled {
  readonly key: string;
  readonly takesValue: boolean;
  /** What a flag without a value stands for. */
  readonly preset: string;
}

function spellings(flags: Readonly<Record<string, Flag<unknown>>>): ReadonlyMap<string, Spelled> {
  const spelled = new Map<string, Spelled>();
  for (const [key, { short, value, shorthand }] of Object.entries(flags)) {
    const flag = { key, takesValue: value !== undefined, preset: "" };
    spelled.set(flagName(key), flag);
    if (short !== undefined) spelled.set(`-${short}`, flag);
    if (shorthand !== undefined) spelled.set(flagName(shorthand), { key, takesValue: false, preset: shorthand });
  }
  return spelled;
}

/** The words among the arguments; undefined where there are too few of them or too many. */
function shared(args: readonly (readonly [string, Command["args"][string]])[], words: readonly string[]) {
  const named = new Map<string, readonly string[]>();
  let at = 0;
  for (const [key, { kind }] of args) {
    const taken = words.slice(at, kind === "rest" ? undefined : at + 1);
    if (kind === "required" && taken.length === 0) return undefined;
    named.set(key, taken);
    at += taken.length;
  }
  return at === words.length ? named : undefined;
}
