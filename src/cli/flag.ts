import { FAIL_ON, type FailOn } from "../app/ports/exit.ts";
import { UsageFault } from "../app/ports/faults.ts";
import { PAPERS, type Paper } from "../app/ports/paper.ts";
import type { Input } from "./command.ts";

/** The flags of an input by their types. commander hands them over as unknowns. */

export function text(input: Input, name: string): string | undefined {
  const value = input.flags[name];
  return typeof value === "string" ? value : undefined;
}

export function texts(input: Input, name: string): readonly string[] {
  const value = input.flags[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

export function flag(input: Input, name: string): boolean {
  return input.flags[name] === true;
}

/** A whole number of at least 1. */
export function wholeNumber(input: Input, name: string, written: string): number | undefined {
  const value = text(input, name);
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(value))
    throw new UsageFault(`${written}: found "${value.slice(0, 60)}", expected a whole number of at least 1`);
  return Number(value);
}

/** The first argument, where it is a single one. */
export function argument(input: Input, index: number): string | undefined {
  const value = input.args[index];
  return typeof value === "string" ? value : undefined;
}

/** A variadic argument joined as it would be read aloud; undefined where nothing was typed. */
export function words(input: Input, index: number): string | undefined {
  const value = input.args[index];
  if (typeof value === "string") return value;
  return value === undefined || value.length === 0 ? undefined : value.join(" ");
}

/** The arguments of the shell that `words` joins, one by one. */
export function pieces(input: Input, index: number): readonly string[] {
  const value = input.args[index];
  return typeof value === "string" ? [value] : (value ?? []);
}

/** commander has refused anything else by now. */
export function paper(input: Input): Paper {
  return PAPERS.find((size) => size === text(input, "paper")) ?? "a4";
}

/** commander has refused anything else by now. */
export function failOn(input: Input): FailOn {
  return FAIL_ON.find((severity) => severity === text(input, "failOn")) ?? "error";
}
