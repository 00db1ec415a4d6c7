import { isErrorWord, outcomeWord } from "../../../domain/evidence/columns/outcome-words.ts";
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

const ASKED = "a case without an answer still counts: write how it counts, or remove its line and say so";

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
        ? "numbers only; give the unit once: @file#column in s"
        : undefined;
    return found(cell, "a number", hint);
  });
}

export function isErrorCell({ text }: RawCell): boolean {
  return text !== undefined && isErrorWord(text);
}

export function isOutcome(text: string): boolean {
  return outcomeWord(text) !== undefined;
}

/** Whether a heading may itself be a case: it is a word of the kind that the first cell is. */
export function mayBeCase(heading: string, [first]: readonly RawCell[]): boolean {
  const kind = outcomeWord(heading)?.[0];
  return kind !== undefined && outcomeWord(first?.text ?? "")?.[0] === kind;
}

/** Whether any cell says only that something is there, and not whether that is good. */
export function saysOnlyWhether(cells: readonly RawCell[]): boolean {
  return cells.some(({ text }) => outcomeWord(text ?? "")?.[0] === "there");
}

/**
 * Whether each case counts. Words such as `pass` and `wrong` say how the case went, and count is what the eval counts:
 * failures where less of it is better. `true`, `1` and `yes` count where `whenTrue` says so, and `false` where it does
 * not: what the column is named after tells.
 */
export function readOutcomes(
  cells: readonly RawCell[],
  better: Eval["better"],
  whenTrue: boolean,
  column: string,
): Read<boolean> {
  let first: { readonly kind: string; readonly text: string } | undefined;
  return readAll(cells, (text, cell) => {
    const word = outcomeWord(text);
    const hint = oddHint(text, column);
    if (word === undefined) return found(cell, "true or false, 1 or 0, pass or fail", hint);
    const [kind, value] = word;
    first ??= { kind, text };
    if (kind !== first.kind) return found(cell, `words like the first one, "${first.text}"`);
    return value === (kind === "there" ? whenTrue : better === "higher");
  });
}

/** Cells that mean "no answer": none of them can be the word that counts. */
const NO_ANSWER = new Set(["", "-", "?", "n/a", "na", "nan", "nil", "none", "null", "skipped", "undefined", "unknown"]);

/** What to do about a cell that is no outcome. */
function oddHint(text: string, column: string): string {
  if (NO_ANSWER.has(text.toLowerCase())) return ASKED;
  if (NUMBER.test(text)) return "a score is not an outcome: measure it as a mean, or name a column of outcomes";
  return `or say which cells count: "@file#${column}=${text.slice(0, 40)}"`;
}

/** Whether each cell holds `counted`: `true` and `1` are the same, and so are `wrong` and `Wrong`. */
export function readCounted(cells: readonly RawCell[], counted: string): Read<boolean> {
  const wanted = outcomeWord(counted);
  return readAll(cells, (text, cell) => {
    if (text === "") return found(cell, "a value");
    const word = outcomeWord(text);
    return wanted !== undefined && word !== undefined
      ? wanted[0] === word[0] && wanted[1] === word[1]
      : text.toLowerCase() === counted.toLowerCase();
  });
}

/** The names of groups, which are text. */
export function readGroups(cells: readonly RawCell[]): Read<string> {
  return readAll(cells, (text, cell) =>
    text === ""
      ? found(cell, "the name of a group", "a case without a group is a group of its own: give it a name")
      : text,
  );
}
