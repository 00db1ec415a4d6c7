import { startProblems } from "../../checks/start-checks.ts";
import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { spreadOf } from "../../domain/planning/assumed-truth.ts";
import { evalPlan, type EvalPlan } from "../../domain/planning/plan.ts";
import { termsOf } from "../../domain/records/terms.ts";
import { entryTime } from "../poc/entry-time.ts";
import { RuleFault } from "../ports/faults.ts";
import { asOf, judge, located } from "../poc/judge.ts";
import { openPoc } from "../poc/open-poc.ts";
import type { Context } from "../ports/ports.ts";
import type { Report } from "../poc/report.ts";
import { recordEntry } from "../log/record-entry.ts";
import { optional } from "../../domain/scalars/optional.ts";

export interface StartRequest {
  readonly directory: string | undefined;
  readonly by: string | undefined;
  readonly note: string | undefined;
  readonly date: string | undefined;
  readonly allowSecret: boolean;
}

export interface StartResult extends Report {
  /** The entry that froze the terms; undefined where starting was refused. */
  readonly entry: Entry | undefined;
  /** Every reason why the PoC cannot be judged, where it was refused. */
  readonly refusals: readonly LocatedDiagnostic[];
  /** What the agreed numbers of cases can show, by eval; none where starting was refused. */
  readonly plans: readonly EvalPlan[];
}

/**
 * Freezes the terms and starts the clock, or refuses with every reason at once and writes nothing.
 *
 * @throws RuleFault where it was started before
 */
export function startPoc(context: Context, request: StartRequest): StartResult {
  const poc = openPoc(context, request.directory);
  const report = judge(poc, asOf(poc.records, context.clock, undefined));
  const { started } = report.standing;
  if (started !== undefined) {
    throw new RuleFault(
      `the clock was started on ${started.date} by ${started.by.name}`,
      "to change a term, edit it and run poc amend",
    );
  }
  const problems = [...poc.diagnostics, ...startProblems(report.standing)];
  if (problems.length > 0) return { ...report, entry: undefined, refusals: located(poc, problems), plans: [] };
  const at = entryTime(poc.records.zone, context.clock.now(), request.date, undefined);
  const { by, note, allowSecret } = request;
  const facts = { ...optional("note", note), start: { terms: termsOf(poc.records.definitions) } };
  const answered = recordEntry(context, poc, facts, { by, at, allowSecret });
  const { definitions, evals } = answered.standing;
  const confidence = definitions.charter?.confidence ?? 0.95;
  return {
    ...answered,
    refusals: [],
    plans: definitions.evals.map((item) => evalPlan(item, confidence, spreadOf(evals, item))),
  };
}
