import { countLabel, listLabel, numberLabel } from "../domain/scalars/labels.ts";
import type { EvalReason } from "../domain/evidence/eval-reason.ts";
import type { PlanReason } from "../domain/planning/plan.ts";
import type { Measure } from "../domain/records/eval.ts";

/** A clause without a full stop: `the target lies inside the plausible range, so it could be either`. */
export function evalReasonClause(reason: EvalReason): string {
  switch (reason.code) {
    case "nothing-logged":
      return "nothing was logged for it";
    case "no-way-to-measure":
      return "nothing was logged for it, and it does not say how it will be measured";
    case "definition-unread":
      return `${listLabel(reason.fields)} cannot be read, so nothing is judged by it`;
    case "limit-amended":
      return "its runs were counted within an earlier limit; count them again";
    case "measured-on-other-arm":
      return (
        `it was not measured on ${reason.arm}, the arm that was picked; ` +
        listLabel(reason.others.map(({ arm, found }) => `on ${arm} it was ${found}`))
      );
    case "target-missing":
      return "it has no target";
    case "tuned-on-cases":
      return (
        "prompts or settings were tuned on these very cases, so a good result on them shows nothing; " +
        "measure fresh ones"
      );
    case "labels-withdrawn":
      return "the labels of its judge were withdrawn; log others in their place";
    case "target-in-range":
      return "the target lies inside the plausible range, so it could be either";
    case "nothing-left":
      return (
        "the target lies inside the plausible range, and the agreed chance of a false verdict is used up: a further " +
        "run meets it only beyond any doubt"
      );
    case "rerun":
      return "its planned run was judged before; a rerun may use half of the remaining chance of a false verdict";
    case "too-early":
      return "too early to tell: this is a look before the planned end";
    case "missed-so-far":
      return "so far; a better arm may still meet it";
    case "fewer-than-agreed":
      return `it has ${reason.n} cases, and at least ${reason.agreed} were agreed`;
    case "too-many-errors":
      return (
        `${numberLabel(reason.errors)} of ${countLabel(reason.rows, "case")} broke before they could be scored, ` +
        `and at most ${reason.most} may; ` +
        "run those again"
      );
    case "too-few-groups":
      return `${reason.groups} groups are too few to meet a target; at least ${reason.least} are needed`;
    case "too-few-cases":
      return `${reason.n} cases are too few to meet a target; at least ${reason.least} are needed`;
    case "too-few-for-mean":
      return (
        `${reason.n} values are too few for a mean whose largest values are not known; at least ${reason.least} are ` +
        (reason.tail
          ? "needed, or a percentile or the share of cases within a limit as the target"
          : "needed, or declare what a value can be: range: [1, 5]")
      );
    case "count-missing":
      return "a rate without its count has no plausible range; log it as x/n";
    case "runs-not-counted":
      return "a percentile alone has no plausible range; log how many runs were within the limit, such as 190/200";
    case "one-group":
      return `one group does not show how much groups differ; at least ${reason.least} are needed`;
    case "too-few-values":
      return (
        `${reason.n} ${reason.n === 1 ? "value does" : "values do"} not show how much values vary; ` +
        `at least ${reason.least} are needed`
      );
    case "no-variation":
      return "all values are the same, which does not make the figure certain";
    case "baseline-missing":
      return "the eval has no baseline to compare with";
    case "baseline-zero":
      return "the baseline is zero, so no relative change can be stated; ask for a difference instead";
    case "judge-uninformative":
      return (
        "according to people's labels its judge may be no better than a coin; label more cases, or use another " +
        "judge"
      );
    case "baseline-unlabelled":
      return (
        "it depends on who counted the baseline, people or this judge; import its cases on an arm with " +
        "baseline: true, and have people label those too"
      );
    case "baseline-contradicted":
      return (
        `today's system was measured at ${reason.found}, and against that the target is not met; the agreed baseline ` +
        `is ${reason.agreed}`
      );
    case "group-is-no-count":
      return `group ${reason.group} is logged as ${reason.sum} of ${reason.n}, which is not a count`;
    case "groups-differ-from-count":
      return `its groups add up to ${reason.sum} of ${reason.cases}, its count is ${reason.x} of ${reason.n}`;
    case "groups-differ-from-n":
      return `its groups add up to ${reason.cases} cases, its n is ${reason.n}`;
    case "groups-differ-from-value":
      return `its groups have a mean of ${reason.mean}, its value is ${reason.value}`;
    case "pairs-differ-from-n":
      return `its pairs add up to ${reason.cases} cases, its n is ${reason.n}`;
    case "value-missing":
      return `${withArticle(reason.measure)} is logged as a value with its unit, not as a count`;
    case "share-impossible":
      return `the result is ${reason.found}, and a share of cases is between 0% and 100%`;
    case "negative-impossible":
      return `the result is ${reason.found}, and a figure in ${reason.unit} cannot be below zero`;
    case "figure-missing":
      return "the result contains no figure";
    case "spread-missing":
      return "a mean needs its spread: log sd and n with it";
    case "outside-range":
      return `the result is ${reason.found}, and values are declared to be from ${reason.range}`;
    case "spread-impossible":
      return `values from ${reason.range} with this mean cannot have a standard deviation of ${reason.sd}`;
    case "scores-differ":
      return `its values have ${reason.found}, and ${reason.said} was logged`;
    case "pairs-differ-from-groups":
      return `its groups add up to ${reason.found}, its pairs to ${reason.said}`;
    case "limit-not-asked":
      return "it counts runs within a limit, and only a percentile has one";
    case "limit-differs":
      return `its runs were counted within ${reason.counted}, and the limit is ${reason.agreed}; count them again`;
    case "result-unit-differs":
      return `the result is in ${unitText(reason.found)}, the target in ${unitText(reason.expected)}`;
    case "target-unit-differs":
      return `the target is in ${unitText(reason.target)}, the result is not`;
    case "baseline-unit-differs":
      return "the baseline and the result are in different units";
  }
}

function withArticle(measure: Measure): string {
  return `a ${measure}`;
}

function unitText(unit: string): string {
  return unit === "" ? "no unit" : unit;
}

/** Why no chance can be stated, as a clause without a full stop. */
export function planReasonClause(reason: PlanReason): string {
  switch (reason.code) {
    case "target-missing":
      return "it has no target";
    case "baseline-missing":
      return "it has no baseline to compare with";
    case "baseline-zero":
      return "the baseline is zero, so no relative change can be stated";
    case "units-differ":
      return "target and baseline are in units that do not compare";
    case "share-impossible":
      return "the target is not a share from 0% to 100%";
    case "cases-do-not-count":
      return "a total is compared as it stands, however many cases are behind it";
    case "spread-unknown":
      return "the spread of the values is not known yet";
    case "expected-unknown":
      return "no expected figure is given";
  }
}
