import { Compared, keptAnswer } from "../app/answers/kept-answer.ts";
import type { AnswerStore, Context } from "../app/ports/ports.ts";
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
  const compared = new Compared(context.files);
  try {
    const kept = keptAnswer(context, line, store, compared);
    if (kept === undefined) return await runNoted(context, { command, typed }, line, store, compared);
    for (const [stream, text] of kept.said) context.terminal[stream](text);
    return kept.exitCode;
  } finally {
    compared.close();
  }
}

async function runNoted(
  context: Context,
  { command, typed }: Call,
  line: string,
  store: AnswerStore,
  compared: Compared,
): Promise<number> {
  // Loaded only here: `log` keeps no answer, and one that is kept is given again without it.
  const { noted } = await import("../app/answers/noted-context.ts");
  const { context: asked, keep, drop } = noted(context, compared);
  try {
    const exitCode = await command.run(asked, typed);
    keep(store, line, exitCode);
    return exitCode;
  } catch (fault) {
    drop();
    throw fault;
  }
}
