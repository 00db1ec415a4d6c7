import { Cancelled, FileFault, RecordsFault, RuleFault, UsageFault } from "../../app/ports/faults.ts";
import { visibleText } from "../../domain/scalars/visible-text.ts";

/** What went wrong with the invocation or the machine, in one line each and what to do about it. */
export function faultText(fault: unknown, debug: boolean): string {
  const trace =
    debug && fault instanceof Error && fault.stack !== undefined
      ? `${visibleText(fault.stack, { lines: true })}\n`
      : "";
  return (
    lines(fault)
      .map((line) => `${line}\n`)
      .join("") + trace
  );
}

function lines(fault: unknown): readonly string[] {
  if (fault instanceof UsageFault) return fault.problems.flatMap((problem) => withHint(problem.message, problem.hint));
  if (fault instanceof RecordsFault || fault instanceof RuleFault) return withHint(fault.message, fault.hint);
  if (fault instanceof FileFault) return withHint(fault.message, undefined);
  if (fault instanceof Cancelled) return [visibleText(fault.message)];
  const message = fault instanceof Error ? fault.message : String(fault);
  return withHint(
    `poc failed in a way it should not have: ${message}`,
    "run it again with POC_DEBUG=1 and report what it prints",
  );
}

function withHint(message: string, hint: string | undefined): readonly string[] {
  const said = `error: ${visibleText(message)}`;
  return hint === undefined ? [said] : [said, `  hint: ${visibleText(hint)}`];
}
