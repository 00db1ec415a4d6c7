import type * as z from "zod/mini";
import type { TextProblem } from "../../domain/scalars/parsed.ts";
import { nearest } from "../../domain/scalars/nearest.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { keyAt, valueAt, type Path } from "../../diagnostics/place.ts";
import { writtenAt } from "../yaml/written-at.ts";
import { isWrittenMap, type Written } from "../yaml/written.ts";

/** What zod says about a value, in our words. */
export interface SchemaIssue {
  /** The path of the faulty value, or of the missing field. */
  readonly path: Path;
  readonly missing: boolean;
  /** Whether only the key is faulty, so that the rest can stay. */
  readonly stray: boolean;
  readonly diagnostic: Diagnostic;
}

type Issue = z.core.$ZodIssue;

/** One issue of zod may speak of several keys. */
export function schemaIssues(issue: Issue, root: Written, file: string, at: Path = []): readonly SchemaIssue[] {
  const path = [...at, ...(issue.path as Path)];
  const written = writtenAt(root, path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => strayKey(file, [...path, key], issue.message.split(", ")));
    case "invalid_key": {
      const problem = issue.issues[0] === undefined ? undefined : problemOf(issue.issues[0]);
      return [badKey(file, path, problem ?? { code: "invalid-value", expected: "another key" })];
    }
    case "invalid_union": {
      // Every union of ours is a leaf or a collection: what was written says which of the two was meant.
      const errors = issue.errors.map((branch) => branch.flatMap((inner) => schemaIssues(inner, root, file, path)));
      const branch = (typeof written === "object" && written !== null ? errors[1] : undefined) ?? errors[0] ?? [];
      return branch;
    }
    case "invalid_type": {
      const expected = issue.expected === "array" ? "a list" : "a map of fields";
      return [
        valueIssue(
          file,
          path,
          { code: written === undefined ? "missing-field" : "wrong-type", expected, ...listHint(expected, written) },
          written,
        ),
      ];
    }
    default: {
      const problem = problemOf(issue) ?? { code: "invalid-value", expected: "another value" };
      return [valueIssue(file, path, withId(problem, path, root), written)];
    }
  }
}

/** A command in a hint names the item in which the problem is. */
function withId(problem: TextProblem, [item]: Path, root: Written): TextProblem {
  const id = item === undefined ? undefined : writtenAt(root, [item, "id"]);
  if (problem.hint === undefined || (typeof id !== "string" && typeof id !== "number")) return problem;
  return { ...problem, hint: problem.hint.replace("--eval ID ", `--eval ${id} `) };
}

function problemOf(issue: Issue): TextProblem | undefined {
  if (issue.code !== "custom") return undefined;
  return issue.params?.["problem"] as TextProblem | undefined;
}

function listHint(expected: string, written: Written): { hint?: string } {
  return expected === "a list" && isWrittenMap(written)
    ? { hint: "begin each item of the list with a hyphen: - " }
    : {};
}

function valueIssue(file: string, path: Path, problem: TextProblem, written: Written): SchemaIssue {
  const place = { ...valueAt(file, ...path), ...(problem.within === undefined ? {} : { within: problem.within }) };
  // A problem of a whole map, such as "neither count nor value", is raised with the map at hand.
  const missing = problem.code === "missing-field" && written === undefined;
  const name = missing ? path.at(-1) : undefined;
  const message =
    problem.code !== "missing-field"
      ? problemMessage(problem, written)
      : typeof name === "string"
        ? `found no "${name}", expected ${problem.expected}`
        : `found ${problem.found ?? "none of them"}, expected ${problem.expected}`;
  const diagnostic = {
    code: problem.code,
    message,
    place,
    ...(problem.hint === undefined ? {} : { hint: problem.hint }),
  };
  return { path, missing, stray: problem.alone === true, diagnostic };
}

function strayKey(file: string, path: Path, known: readonly string[]): SchemaIssue {
  const key = String(path.at(-1));
  const close = nearest(key, known);
  const diagnostic = {
    code: "unknown-key" as const,
    message: `found the key ${shown(key)}, expected ${known.length === 1 ? "" : "one of "}${known.join(", ")}`,
    place: keyAt(file, ...path),
    ...(close === undefined ? {} : { hint: `did you mean ${close}?` }),
  };
  return { path, missing: false, stray: true, diagnostic };
}

function badKey(file: string, path: Path, problem: TextProblem): SchemaIssue {
  const diagnostic = {
    code: problem.code,
    message: problemMessage(problem, String(path.at(-1))),
    place: keyAt(file, ...path),
    ...(problem.hint === undefined ? {} : { hint: problem.hint }),
  };
  return { path, missing: false, stray: true, diagnostic };
}

/** `found "2026-02-30" (there is no 2026-02-30), expected a date that exists` */
function problemMessage(problem: TextProblem, written: unknown): string {
  if (written === undefined) return `found nothing, expected ${problem.expected}`;
  // A map has no short text of its own: where more can be said of it, that is all there is to say.
  if (problem.found !== undefined && typeof written === "object" && written !== null)
    return `found ${problem.found}, expected ${problem.expected}`;
  const more = problem.found === undefined ? "" : ` (${problem.found})`;
  return `found ${shown(written)}${more}, expected ${problem.expected}`;
}

/** A value of a file in a message: `"12,40 EUR"`, `the number 5`, `a list`, `nothing`. */
export function shown(written: unknown): string {
  if (written === undefined || written === null) return "nothing";
  if (typeof written === "string") return `"${written.length > 60 ? `${written.slice(0, 60)}…` : written}"`;
  if (typeof written === "number") return `the number ${written}`;
  if (typeof written === "boolean") return `the truth value ${written}`;
  return Array.isArray(written) ? "a list" : "a map of fields";
}
