import { projectedCosts } from "../../domain/spend/unit-economics.ts";
import { openPocAsOf } from "../poc/poc-as-of.ts";
import { type ValueStanding, valueStanding } from "../../domain/business-case/business-case.ts";
import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { BusinessCase } from "../../domain/records/value.ts";
import { FlagProblems } from "../log/facts/flag-problems.ts";
import { readValueChanges, type ValueChange } from "./read-value-changes.ts";
import { judge } from "../poc/judge.ts";
import type { Context } from "../ports/ports.ts";
import type { Report } from "../poc/report.ts";
import type { Standing } from "../../domain/standing/standing.ts";

/** What `poc value` was asked; `set` changes no file. */
export interface ValueRequest {
  readonly directory: string | undefined;
  readonly asOf: string | undefined;
  /** `users=600`, in the order of the command line. */
  readonly set: readonly string[];
}

export interface ValueResult extends Report {
  /** What is shown: the case as it stands, or with what was imagined. */
  readonly value: ValueStanding;
  /** What was imagined; empty where nothing was. The case as it stands is then `standing.value`. */
  readonly changes: readonly ValueChange[];
  /** Those that a person should see beside the case: what could not be read, and what concerns value.yaml. */
  readonly concerning: readonly LocatedDiagnostic[];
}

/**
 * The business case by the terms in force, or what it would be if.
 *
 * @throws UsageFault, RecordsFault
 */
export async function showValue(context: Context, request: ValueRequest): Promise<ValueResult> {
  const { poc, instant } = await openPocAsOf(context, request.directory, request.asOf);
  const report = judge(poc, instant);
  const { standing } = report;
  const problems = new FlagProblems();
  const changes = readValueChanges(request.set, standing, problems);
  problems.throwIfAny();
  const imagined = changes.reduce<BusinessCase>((value, change) => change.apply(value), standing.definitions.value);
  const value = changes.length === 0 ? standing.value : whatIf(standing, imagined);
  const { ofRecords } = report;
  const ofValue = report.diagnostics.filter(
    ({ code, location }) => location.file === DEFINITION_FILES.value && SAID_BESIDE.has(code),
  );
  return { ...report, value, changes, concerning: [...ofRecords, ...(changes.length === 0 ? ofValue : [])] };
}

/** What the case itself does not say in its own words. */
const SAID_BESIDE: ReadonlySet<string> = new Set([
  "value-incomplete",
  "exchange-rate-missing",
  "minutes-above-task",
  "minutes-above-day",
  "payback-threshold-missing",
  "value-source-missing",
  "value-entry-withdrawn",
]);

/** What another business case would come to in the same PoC: its currency and rates, its log, its projection. */
export function whatIf(
  { definitions, log, value, unit }: Pick<Standing, "definitions" | "log" | "value" | "unit">,
  imagined: BusinessCase,
): ValueStanding {
  return valueStanding(imagined, definitions.costs, value.currency, {
    counted: new Set(log.counted.map(({ id }) => id)),
    projected: projectedCosts(unit),
  });
}
