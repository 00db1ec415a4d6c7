import type { Parsed, TextProblem } from "../../../src/domain/scalars/parsed.ts";

/** The value of what must have been read. */
export function read<T>(result: Parsed<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.problem.code}, expected ${result.problem.expected}`);
  return result.value;
}

/** The problem of what must have been refused. */
export function refused(result: Parsed<unknown>): TextProblem {
  if (result.ok) throw new Error("read, although it should have been refused");
  return result.problem;
}
