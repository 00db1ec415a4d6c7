import { keptAnswer, noted } from "../app/answers/kept-answer.ts";
import type { Context } from "../app/ports/ports.ts";
import type { Call } from "./program.ts";

/**
 * The flags with which a command gives the same answer all day as long as nothing changes. In its other forms it names
 * the moment, or does more than answer.
 */
const ALIKE_ALL_DAY: Readonly<Record<string, readonly string[]>> = {
  check: ["all", "directory", "failOn"],
  gate: ["directory"],
  next: ["directory", "role"],
  show: ["by", "directory", "eval"],
  status: ["account", "directory", "failOn", "short"],
  value: ["directory", "set"],
};

/** Runs a command, or repeats its last answer if everything it depends on is the same. */
export async function runKept(context: Context, { command, typed }: Call): Promise<number> {
  const alike = ALIKE_ALL_DAY[command.name];
  const flags = [...typed.flags.keys()];
  if (alike === undefined || !flags.every((flag) => alike.includes(flag))) return command.run(context, typed);
  const line = JSON.stringify([context.cwd, command.name, [...typed.flags], [...typed.args]]);
  const store = context.answerStore(line);
  if (store === undefined) return command.run(context, typed);
  const kept = keptAnswer(context, line, store);
  if (kept !== undefined) {
    for (const [stream, text] of kept.said) context.terminal[stream](text);
    return kept.exitCode;
  }
  const { context: asked, keep } = noted(context);
  const exitCode = await command.run(asked, typed);
  keep(store, line, exitCode);
  return exitCode;
}
