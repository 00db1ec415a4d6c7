import { dateLabel } from "../domain/scalars/calendar.ts";
import { shortDecimalText } from "../domain/scalars/decimal.ts";
import { countLabel, listLabel } from "../domain/scalars/labels.ts";
import type { ItemReason, OpenEval, RunOutcome } from "../domain/standing/item-reason.ts";
import { inputLabel } from "./input-words.ts";
import { faultClause, missClause } from "./value-clauses.ts";
import { commitmentClause, NO_THRESHOLD, outgrownClause, stackClause, valueGapClause } from "./charter.ts";
import { riskClause } from "./risk-causes.ts";
import { namedAs } from "./people.ts";

/** What shows an item of a checklist, or what is missing, as a clause: `value.yaml lacks users`. */
export function itemClause(because: ItemReason): string {
  switch (because.code) {
    case "value-incomplete":
      return valueGapClause(because);
    case "value-contradictory":
      return listLabel(because.faults.map(faultClause));
    case "no-threshold":
      return NO_THRESHOLD;
    case "threshold-missed":
      return because.missed.map(missClause).join("; ");
    case "inputs-asserted":
      return (
        `the business case meets its threshold, but there is no source for ` + listLabel(because.inputs.map(inputLabel))
      );
    case "value-proven":
      return "the business case meets its threshold, and every input has a source";
    case "met-on-estimates":
      return `the business case meets its threshold, with estimates for ${listLabel(because.inputs.map(inputLabel))}`;
    case "no-primary-eval":
      return "evals.yaml has no primary eval";
    case "target-missed":
      return `${listLabel(because.evals)} missed ${because.evals.length === 1 ? "its target" : "their targets"}`;
    case "kill-tripped":
      return because.criteria.length === 1
        ? `kill criterion ${because.criteria[0]} is tripped`
        : `kill criteria ${listLabel(because.criteria)} are tripped`;
    case "not-settled":
      return listLabel([
        ...because.evals.map(openEvalClause),
        ...because.criteria.map(({ criterion, verdict }) => `${criterion} is ${verdict}`),
      ]);
    case "feasible":
      return "all primary targets are met, and all kill criteria cleared";
    case "risks-undocumented":
      return undocumentedClause(because);
    case "risks-assessed":
      return `${countLabel(because.risks, "risk")} rated, ${because.open} open`;
    case "commitment-incomplete":
      return commitmentClause(because.missing);
    case "commitment-unattested":
      return "owner, sponsor and budget are named; their commitment is not attested yet";
    case "commitment-outgrown":
      return outgrownClause(because);
    case "no-memo":
      return "there is no decision memo in memos/ yet";
    case "memo-undecided":
      return "the memo is rendered, but there is no decision yet";
    case "memo-and-decision":
      return "memo rendered and decision recorded";
    case "no-stack":
      return (
        `poc.yaml does not say what ${listLabel(because.missing.map((one) => STACKS[one]))} ` +
        `${because.missing.length === 1 ? "runs" : "run"} on`
      );
    case "same-stack":
      return `both run on ${listLabel(because.stack)}`;
    case "stack-differs":
      return stackClause(because.foreign);
    case "alerts-unattested":
      return "the cost model is in value.yaml; the alerts are not attested yet";
    case "not-attested":
      return "not attested yet";
    case "attested":
      return `${namedAs(because.by, because)}: ${because.note === undefined ? "" : `${because.note}, `}${because.link}`;
    case "not-run":
      return `${because.command} has not been run`;
    case "command-changed":
      return `the command was changed since it ran on ${dateLabel(because.on)}; it was ${because.ran}`;
    case "run-passed":
      return `${runText(because.run)}, on ${dateLabel(because.on)}`;
    case "run-failed":
      return (
        `${runText(because.run)}, on ${dateLabel(because.on)}` + (because.tail === undefined ? "" : `: ${because.tail}`)
      );
    case "run-outdated":
      return (
        `${because.command} passed on ${dateLabel(because.on)}, ${countLabel(because.days, "day")} ago; ` +
        `a pass counts for ${because.countsForDays} days`
      );
  }
}

const STACKS: Readonly<Record<"poc" | "production", string>> = { poc: "the PoC", production: "production" };

/** `wrong-rate is not measured yet`, `wrong-rate is not met so far`. */
export function openEvalClause({ eval: id, verdict, interim }: OpenEval): string {
  const clause =
    verdict === "unmeasured"
      ? "is not measured yet"
      : verdict === "unsettled"
        ? "is not settled"
        : verdict === "invalid"
          ? "cannot be judged"
          : `is ${verdict}`;
  return `${id} ${clause}${interim ? " so far" : ""}`;
}

function undocumentedClause({
  registerEmpty,
  unassessed,
  unwatched,
  raised,
}: Extract<ItemReason, { code: "risks-undocumented" }>): string {
  const [only] = raised;
  // One is told with what the records say; of several the list of risks says why.
  const shown =
    raised.length === 1 && only !== undefined
      ? `${only.risk}: ${riskClause(only.because)}`
      : listLabel(raised.map(({ risk }) => risk));
  return [
    ...(registerEmpty ? ["the risk register is empty"] : []),
    ...(unassessed.length > 0 ? [`not rated: ${listLabel(unassessed)}`] : []),
    ...(unwatched.length > 0 ? [`high, without owner or mitigation: ${listLabel(unwatched)}`] : []),
    ...(raised.length > 0 ? [`the records raise ${shown}`] : []),
  ].join("; ");
}

/** `npm test, exit 0`, `npm test, stopped after 600 s`. */
export function runText(run: RunOutcome): string {
  if (run.exit !== undefined) return `${run.command}, exit ${run.exit}`;
  return run.stopped === "time-limit"
    ? `${run.command}, stopped after ${shortDecimalText(run.seconds)} s`
    : `${run.command}, ended by a signal`;
}
