import { Chalk, type ChalkInstance, type ColorSupportLevel } from "chalk";
import type { Safe } from "./safe.ts";
import type { Paint, Role } from "./paint.ts";

/** Colours by role: few, from the sixteen that every theme sets itself, and bold and dim. */
export function chalkPaint(level: ColorSupportLevel): Paint {
  const chalk = new Chalk({ level });
  const roles: Readonly<Record<Role, ChalkInstance>> = {
    strong: chalk.bold,
    faint: chalk.dim,
    good: chalk.green,
    bad: chalk.red.bold,
    warn: chalk.yellow,
    name: chalk.cyan,
  };
  return (role, text) => roles[role](text) as Safe;
}
