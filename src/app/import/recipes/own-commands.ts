import { Cancelled, UsageFault } from "../../ports/faults.ts";
import type { CommandOutcome, Context } from "../../ports/ports.ts";

const LONGEST_TIMEOUT = 86_400;

/** @throws UsageFault where a command would get more than a day */
export function refuseLongTimeout(seconds: number): void {
  if (seconds > LONGEST_TIMEOUT)
    throw new UsageFault(`--timeout: found ${seconds}, expected at most ${LONGEST_TIMEOUT} seconds, a day`);
}

/** On a terminal a person is asked; elsewhere typing the command is the consent. */
export async function agreeToRun({ terminal, prompter }: Context, yes: boolean, count: number): Promise<void> {
  if (yes || !terminal.inIsTerminal || !terminal.errIsTerminal) return;
  const agreed = await (await prompter()).confirm(count === 1 ? "Run it?" : `Run these ${count} commands?`, true);
  if (!agreed) throw new Cancelled("cancelled; no command was run");
}

/** What a command said last, as a hint. */
export function lastLineOf({ output }: CommandOutcome): string | undefined {
  const line = output.split("\n").findLast((one) => one.trim() !== "");
  return line === undefined ? undefined : `its last line: ${line.trim().slice(0, 200)}`;
}
