import { findSecret } from "../domain/scalars/secret.ts";
import type { ImportProblem } from "./import-problem.ts";

const LONGEST_NAME = 200;
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;

/**
 * What is wrong with a name that a file brings along; undefined where nothing is. Names go into a table that people
 * open in a spreadsheet, and onto a terminal.
 *
 * @param what the name of what: `id of a case`
 */
export function nameFault(what: string, name: string): ImportProblem | undefined {
  if (name.length > LONGEST_NAME)
    return { message: `found ${what} of ${name.length} characters, expected at most ${LONGEST_NAME}` };
  if (CONTROL.test(name)) return { message: `found a control character in the ${what}` };
  if (/^[=@]|^[+-](?!\d)/.test(name))
    return {
      message: `found "${name.slice(0, 40)}" as the ${what}, which a spreadsheet takes for a formula`,
      hint: "give it a name that begins with a letter or a digit",
    };
  if (/^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(name))
    return {
      message: `found an e-mail address as the ${what}, which is not imported`,
      hint: "name another column, or write a name instead of the address",
    };
  const secret = findSecret(name);
  return secret === undefined ? undefined : { message: `the ${what} seems to contain ${secret}` };
}
