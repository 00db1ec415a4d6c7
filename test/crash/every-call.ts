import { describe, test } from "vitest";
import { say } from "../platform/say.ts";
import { TIMEOUT } from "./budget.ts";
import type { TriedCommand } from "./commands.ts";
import { straceMissing } from "./strace.ts";
import { COMMAND, IS_BUILT } from "./subject.ts";
import { FAIL, KILL, tryAll, type Trial } from "./trials.ts";

/** These are tried whole or not at all. */
const UNHURRIED = { steps: [], seconds: 0 } as const;

/** Kills each command at the system calls that it makes in the folder, and makes each of them fail. */
export function tryEveryCallOf(commands: readonly TriedCommand[]): void {
  const missing = IS_BUILT ? straceMissing() : `there is no ${COMMAND}: npm run build`;
  if (missing !== undefined) say(`skipped: no system call was failed or killed (${missing})`);
  describe.runIf(missing === undefined)("the promise holds", () => {
    for (const trial of commands.flatMap(trialsOf))
      test(`when ${trial.title}`, { timeout: TIMEOUT }, () => tryAll(trial));
  });
}

function trialsOf({ name, newPoc, args, broken }: TriedCommand): readonly Trial[] {
  const tried = { newPoc, args, ...UNHURRIED };
  return [
    { ...tried, broken: broken(), title: `poc ${name} is killed at any system call`, faults: KILL },
    // Another one every night: each of the five for each command would take half an hour.
    { ...tried, broken: broken(), title: `any system call of poc ${name} fails`, faults: FAIL, faultsEach: 1 },
  ];
}
