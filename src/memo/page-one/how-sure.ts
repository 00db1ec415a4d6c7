import { brokenCases } from "../../domain/evidence/broken-cases.ts";
import { evalDeviations } from "../../domain/evidence/eval-deviations.ts";
import { baselineContradiction } from "../../domain/evidence/measured-baseline.ts";
import { isEarlyLook, type EvalStanding } from "../../domain/evidence/eval-standing.ts";
import { isManyEmpty } from "../../domain/evidence/judges/empty-labels.ts";
import { withdrawnLabelsIn } from "../../domain/evidence/judges/result-labels.ts";
import { figureEvidence } from "../../domain/evidence/result-evidence.ts";
import { termWay } from "../../domain/history/term-way.ts";
import type { TermChange } from "../../domain/records/entry.ts";
import { isUnvalidated } from "../../domain/evidence/judges/unvalidated.ts";
import { changesOf } from "../../domain/standing/first-terms.ts";
import type { Standing } from "../../domain/standing/standing.ts";

/** How far a result can be trusted beyond its range, which covers chance only; and every reason to trust it less. */
export interface HowSure {
  /** `High`, `Moderate` or `Low`; "–" where there is no verdict to be sure of. */
  readonly level: string;
  /** Sentences for the footnotes of the table. */
  readonly because: readonly string[];
}

type Seen = Pick<Standing, "log" | "amendments" | "kill">;

/** One level down for each reason, as in Cochrane's summary of findings; two levels is as low as it goes. */
export function howSure(standing: EvalStanding, all: Seen): HowSure {
  if (standing.verdict === "unmeasured" || standing.verdict === "invalid") return { level: "–", because: [] };
  const because = REASONS.filter(({ applies }) => applies(standing, all)).map(({ text }) => text);
  // An unsettled target is nothing to be sure about, whatever else there is to say.
  if (standing.verdict === "unsettled") return { level: "–", because };
  return { level: because.length === 0 ? "High" : because.length === 1 ? "Moderate" : "Low", because };
}

interface Reason {
  readonly text: string;
  readonly applies: (standing: EvalStanding, all: Seen) => boolean;
}

/** Changes after results, except those that made a verdict harder. */
function changedLate(...names: readonly string[]): Reason["applies"] {
  return ({ eval: { id } }, { amendments }) =>
    changesOf(`evals.${id}`, amendments).some(
      (change) => isEasing(change) && names.some((name) => change.term === `evals.${id}.${name}`),
    );
}

function isEasing({ term, from, to, resultsSeen }: TermChange): boolean {
  return resultsSeen > 0 && termWay(term, from, to) !== "tightened";
}

/** Only this many of the latest runs are compared. */
const MOST_RUNS = 50;

function contradictingRuns({ eval: item, judged, results, confidence }: EvalStanding): boolean {
  const runs = results.filter(({ result }) => result.arm === judged?.result.arm).slice(-MOST_RUNS);
  const ranges = runs.flatMap(({ result }) => {
    const figure = figureEvidence(item, result, confidence);
    return figure.kind === "interval" ? [figure.interval] : [];
  });
  return Math.max(...ranges.map(({ low }) => low)) > Math.min(...ranges.map(({ high }) => high));
}

const REASONS: readonly Reason[] = [
  {
    text: "Prompts or settings were tuned on these cases.",
    applies: ({ eval: item }) => item.tunedOnTheseItems === true,
  },
  {
    text: "The best of several variants, without a fresh run.",
    applies: ({ arms, confirmed, armPickedBy }) => arms.length > 1 && !confirmed && armPickedBy === undefined,
  },
  {
    text: "The target was changed after results were seen.",
    applies: changedLate("target"),
  },
  {
    text: "The baseline was changed after results were seen.",
    applies: changedLate("baseline"),
  },
  {
    text: "The planned number of cases was changed after results were seen.",
    applies: changedLate("min_n", "extended_n"),
  },
  {
    text: "The confidence was lowered after results were seen.",
    applies: (_, { amendments }) =>
      amendments.some(({ amendment: { changes } }) =>
        changes.some((change) => change.term === "confidence" && isEasing(change)),
      ),
  },
  {
    text: "How many cases may break was changed after results were seen.",
    applies: changedLate("max_errors"),
  },
  {
    text: "How it is measured was changed after results were seen.",
    applies: changedLate("measure", "better", "percentile", "k", "range", "tuned_on_these_items"),
  },
  {
    text: "Measured on other cases than agreed.",
    applies: (standing, { log }) => evalDeviations(standing, log).some(({ kind }) => kind === "dataset-changed"),
  },
  {
    text: "Judged by a model; nobody compared its verdicts with those of people.",
    applies: isUnvalidated,
  },
  {
    text: "According to people's labels, the judge may be no better than a coin.",
    applies: ({ why }) => why?.code === "judge-uninformative",
  },
  {
    text: "Many of the cases that people were to label were left empty.",
    applies: ({ judged }) => judged?.result.labels !== undefined && isManyEmpty(judged.result.labels.labelling),
  },
  {
    text: "The same sheet was labelled twice, with other labels; the worse ones decide.",
    applies: ({ judged }) => judged?.result.labels?.relabelled === true,
  },
  {
    text: "Cases that broke are not counted; they are many, or could change the verdict.",
    applies: (standing, { kill }) => brokenCases(standing, kill) !== undefined,
  },
  {
    text: "Today's system, as measured, differs from the agreed baseline.",
    applies: (standing) => standing.eval.target?.form !== "value" && baselineContradiction(standing) !== undefined,
  },
  {
    text: "Runs of the same variant contradict each other: their ranges do not overlap.",
    applies: contradictingRuns,
  },
  {
    text: "Results or labels that had been seen were withdrawn.",
    applies: ({ eval: item, account }, { log }) =>
      account.spendings.some(({ run }) => run?.withdrawn !== undefined) || withdrawnLabelsIn(item, log).length > 0,
  },
  { text: "An early look; the planned number of cases is not reached.", applies: isEarlyLook },
];
