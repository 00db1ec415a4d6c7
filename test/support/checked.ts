import type { Check } from "../../src/checks/check.ts";
import { standing, type Poc } from "./records.ts";
import { told } from "./told.ts";

/** What a check says of a PoC at the end of a day, without its prose. */
export function checked(check: Check, poc: Poc, day: string): readonly string[] {
  const found = check.run(standing(poc, day));
  const undeclared = found.find(({ code }) => !check.codes.includes(code));
  if (undeclared !== undefined) throw new Error(`${check.name} does not declare ${undeclared.code}`);
  return found.map(told);
}

/** A row of a table: the case, the PoC, the day it is judged on, and what the check says. */
export type Row = readonly [name: string, poc: Poc, day: string, expected: readonly string[]];
