import type { Eval } from "../../../domain/records/eval.ts";
import type { RawCell } from "../../../document/raw/raw-table.ts";

/** A cell that says nothing one could count. */
export interface Refused {
  readonly line: number;
  readonly message: string;
  readonly hint?: string;
}

interface Read<T> {
  readonly ok: readonly T[];
  readonly refused: readonly Refused[];
}

function readAll<T>(cells: readonly RawCell[], read: (text: string, cell: RawCell) => T | Refused): Read<T> {
  const [ok, refused]: [T[], Refused[]] = [[], []];
  for (const cell of cells) {
    const value = read(cell.text?.trim() ?? "", cell);
    if (isRefused(value)) refused.push(value);
    else ok.push(value);
  }
  return { ok, refused };
}

function isRefused(value: unknown): value is Refused {
  return typeof value === "object" && value !== null && "message" in value;
}

const ASKED = "a case that gave no answer is a case: write what it counts as, or take its line out and say so";

function found({ line, text }: RawCell, expected: string, hint?: string): Refused {
  const what =
    text === undefined ? "no such field" : text.trim() === "" ? "an empty cell" : `"${text.trim().slice(0, 40)}"`;
  const help = hint ?? (text === undefined || text.trim() === "" ? ASKED : undefined);
  return { line, message: `found ${what}, expected ${expected}`, ...(help === undefined ? {} : { hint: help }) };
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/** Numbers as programs write them, exponents and all. */
export function readNumbers(cells: readonly RawCell[]): Read<number> {
  return readAll(cells, (text, cell) => {
    const value = NUMBER.test(text) ? Number(text) : NaN;
    if (Number.isFinite(value)) return value;
    const hint = /^-?\d+,\d+$/.test(text)
      ? `write ${text.replace(",", ".")}, with a point`
      : /^-?[\d.]+ ?[A-Za-z%]+$/.test(text)
        ? "numbers only; say once what they are in: @file#column in s"
        : undefined;
    return found(cell, "a number", hint);
  });
}

/** Words for an outcome: whether they say that it is there, or that the case went well. */
const WORDS: Readonly<Record<string, readonly [kind: "there" | "well", value: boolean]>> = {
  true: ["there", true],
  "1": ["there", true],
  "1.0": ["there", true],
  yes: ["there", true],
  false: ["there", false],
  "0": ["there", false],
  "0.0": ["there", false],
  no: ["there", false],
  pass: ["well", true],
  passed: ["well", true],
  fail: ["well", false],
  failed: ["well", false],
};

export function isOutcome(text: string): boolean {
  return Object.hasOwn(WORDS, text.trim().toLowerCase());
}

/**
 * Whether each case counts. `true`, `1` and `yes` count; `pass` and `fail` say how the case went, and count is what the
 * eval counts: failures where less of it is better.
 */
export function readOutcomes(cells: readonly RawCell[], better: Eval["better"]): Read<boolean> {
  let first: { readonly kind: string; readonly text: string } | undefined;
  return readAll(cells, (text, cell) => {
    const word = isOutcome(text) ? WORDS[text.toLowerCase()] : undefined;
    if (word === undefined) return found(cell, "true or false, 1 or 0, pass or fail");
    const [kind, value] = word;
    first ??= { kind, text };
    if (kind !== first.kind) return found(cell, `words of one kind: the column begins with "${first.text}"`);
    return kind === "there" ? value : value === (better === "higher");
  });
}

/** The names of groups, which are text. */
export function readGroups(cells: readonly RawCell[]): Read<string> {
  return readAll(cells, (text, cell) =>
    text === ""
      ? found(
          cell,
          "the name of a group",
          "a case that hangs together with no other is a group of its own: give it a name",
        )
      : text,
  );
}
