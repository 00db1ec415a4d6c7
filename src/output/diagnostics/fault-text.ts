import { Cancelled, FileFault, RecordsFault, RuleFault, UsageFault } from "../../app/ports/faults.ts";
import { visibleText } from "../../domain/scalars/visible-text.ts";
import { displayWidth, wrap } from "../terminal/display-width.ts";
import { line, safe, trimStartSafe, type Safe } from "../terminal/safe.ts";

/**
 * What went wrong with the invocation or the machine, in one line each and what to do about it.
 *
 * @param columns width of the terminal on which a person reads it, where lines break between words; in a pipe each
 *   message keeps its one line
 */
export function faultText(fault: unknown, debug: boolean, columns?: number): string {
  const trace =
    debug && fault instanceof Error && fault.stack !== undefined
      ? `${visibleText(fault.stack, { lines: true })}\n`
      : "";
  const shown = lines(fault).flatMap((text) => (columns === undefined ? [text] : broken(text, columns)));
  return shown.map((text) => `${text}\n`).join("") + trace;
}

function lines(fault: unknown): readonly Safe[] {
  if (fault instanceof UsageFault) return fault.problems.flatMap((problem) => withHint(problem.message, problem.hint));
  if (fault instanceof RecordsFault || fault instanceof RuleFault) return withHint(fault.message, fault.hint);
  if (fault instanceof FileFault) return withHint(fault.message, undefined);
  if (fault instanceof Cancelled) return [safe(fault.message)];
  const message = fault instanceof Error ? fault.message : String(fault);
  return withHint(`poc failed unexpectedly: ${message}`, "run it again with POC_DEBUG=1 and report what it prints");
}

function withHint(message: string, hint: string | undefined): readonly Safe[] {
  const said = line`error: ${safe(message)}`;
  return hint === undefined ? [said] : [said, line`  hint: ${safe(hint)}`];
}

const [NARROWEST, INDENT] = [40, 4];

/** What does not fit into the first line goes below it, a little indented. */
function broken(text: Safe, columns: number): readonly Safe[] {
  const room = Math.max(NARROWEST, columns);
  if (displayWidth(text) <= room) return [text];
  const [margin = ""] = /^ */.exec(text) ?? [];
  const [first = safe(""), ...rest] = wrap(trimStartSafe(text), room - INDENT - margin.length);
  return [line`${safe(margin)}${first}`, ...rest.map((part) => line`${safe(margin)}    ${part}`)];
}
