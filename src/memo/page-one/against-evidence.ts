import { brokenCases, couldReverse } from "../../domain/evidence/broken-cases.ts";
import { evalDeviations } from "../../domain/evidence/eval-deviations.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import { baselineContradiction } from "../../domain/evidence/measured-baseline.ts";
import { uncountedNews } from "../../domain/evidence/uncounted-news.ts";
import { saying } from "../../domain/records/log.ts";
import type { AssumptionStanding } from "../../domain/standing/assumption-standing.ts";
import { isGuard } from "../../domain/standing/recommendation.ts";
import { correctedSlips } from "../../domain/standing/slips.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { TakenBack } from "../../domain/standing/taken-back.ts";
import { deviationSentence } from "../../wording/eval-deviations.ts";
import { evalWording } from "../../wording/evals.ts";
import { contradictedClause } from "../../wording/evidence/contradicted-assumption.ts";
import {
  baselineContradictionClause,
  brokenCasesClause,
  uncountedNewsClause,
} from "../../wording/evidence/figure-doubts.ts";
import { upperFirst } from "../../wording/first-letter.ts";
import { takenBackClause } from "../../wording/outcome/taken-back.ts";
import { criterionName } from "../../wording/terms/condition-words.ts";
import { quoted, type ConductNote } from "../sections/conduct-note.ts";
import type { WeighedNote } from "./against-weights.ts";
import { openGuards } from "./answer.ts";
import { shortDate } from "./short-date.ts";
import { clipped, sentenceOf } from "./words.ts";

/** Trips that would have ended the work, but were taken back on the same day. */
export function takenBack(
  trips: readonly TakenBack[],
  { definitions }: Standing,
  most: number,
): readonly WeighedNote[] {
  return trips.map((item) => {
    const name = criterionName(item.criterion, definitions.evals);
    const said = quoted(clipped(name, most), item.criterion.id);
    return {
      code: "kill-taken-back",
      text: `Kill criterion ${said} ${takenBackClause(item, (text) => clipped(text, most))}.`,
      entries: [...new Set([...item.entries, item.by.id])],
    };
  });
}

export function failedAssumptions({ assumptions }: Standing, most: number): readonly WeighedNote[] {
  return assumptions
    .filter(({ state }) => state === "fails")
    .map((item) => {
      const { statement, id } = item.assumption;
      return {
        code: "assumption-failed",
        text:
          `An assumption failed: ${sentenceOf(clipped(statement ?? id, most))}` +
          `${editedClause(item)}${againstEvals(item)}`,
        entries: item.entries,
      };
    });
}

/** The answer is about the statement of then, whatever the file says since. */
function editedClause({ edited }: AssumptionStanding): string {
  switch (edited) {
    case "removed":
      return " It was removed from assumptions.yaml after it was answered.";
    case "reworded":
      return " It was reworded in assumptions.yaml after it was answered.";
    case undefined:
      return "";
  }
}

/** Those that a person found to fail and a person says to hold now; where evals show it, nothing rests on a word. */
export function turnedAssumptions({ assumptions, log }: Standing, most: number): readonly WeighedNote[] {
  return assumptions.flatMap((item): readonly WeighedNote[] => {
    const { assumption, state, basis, said } = item;
    if (state === "fails" || basis !== "person" || said === undefined) return [];
    const failed = saying(log.counted, "assumptions").findLast(
      (entry) => entry.assumptions.get(assumption.id) === "fails",
    );
    if (failed === undefined) return [];
    const now = state === "holds" ? `only ${said.by.name} says that it holds` : `${said.by.name} calls it open`;
    return [
      {
        code: "assumption-turned",
        text:
          `An assumption failed on ${shortDate(failed.date)}. Since ${shortDate(said.date)} ${now}: ` +
          sentenceOf(clipped(assumption.statement ?? assumption.id, most)),
        entries: [failed.id, said.id],
      },
    ];
  });
}

/** Evals may say that what a person found to fail holds. Who found it is all that a reader can ask then. */
function againstEvals(item: AssumptionStanding): string {
  return item.contradicted && item.basis === "person" ? ` ${upperFirst(contradictedClause(item))}.` : "";
}

/** Worse results than the judged one that were taken back; the first of each eval, the rest is in the appendix. */
export function withdrawnResults(standing: Standing, trips: readonly TakenBack[]): readonly WeighedNote[] {
  const slips = new Set(correctedSlips(standing).map(({ entry }) => entry));
  const told = new Set(trips.map(({ by }) => by));
  return standing.evals.flatMap((item): readonly WeighedNote[] => {
    const worse = evalDeviations(item, standing.log).flatMap((one) =>
      one.kind === "result-withdrawn" &&
      one.than === "worse" &&
      !slips.has(one.withdrawn.entry) &&
      !told.has(one.correction)
        ? [one]
        : [],
    );
    return worse.slice(0, 1).map((one) => ({
      code: "result-withdrawn",
      text: deviationSentence(one, quoted(item.eval.metric, item.eval.id)),
      entries: [one.withdrawn.entry.id, one.correction.id],
    }));
  });
}

/** Newer figures that the verdict ignores, because their count was never logged. */
export function uncountedFigures({ evals, kill }: Standing): readonly WeighedNote[] {
  return evals.flatMap((item): readonly WeighedNote[] => {
    const news = uncountedNews(item, kill);
    if (news === undefined) return [];
    return [
      {
        code: "figures-uncounted",
        text: `${evalWording(item).metric}: ${uncountedNewsClause(news)}.`,
        entries: [news.logged.entry.id],
      },
    ];
  });
}

/** Cases that are in no figure, and could change a verdict if they had come out badly. */
export function casesThatBroke({ evals, kill }: Standing): readonly WeighedNote[] {
  return evals.flatMap((item): readonly WeighedNote[] => {
    const broken = brokenCases(item, kill);
    if (broken === undefined || !couldReverse(broken)) return [];
    return [{ code: "cases-broke", ...evalNote(`${evalWording(item).metric}: ${brokenCasesClause(broken)}.`, item) }];
  });
}

/** Baselines that a verdict depends on although today's system contradicts them or no person labelled them. */
export function doubtedBaselines({ evals }: Standing): readonly WeighedNote[] {
  return evals.flatMap((item): readonly WeighedNote[] => {
    const { metric, why } = evalWording(item);
    if (item.why?.code === "baseline-unlabelled")
      return [{ code: "baseline-doubted", ...evalNote(`${metric}: ${why}.`, item) }];
    const found = baselineContradiction(item);
    if (found === undefined) return [];
    return [
      {
        code: "baseline-doubted",
        text: `${metric}: ${baselineContradictionClause(found)}.`,
        entries: [found.today.entry.id],
      },
    ];
  });
}

/** Those that the answer does not tell, because there is time left. */
export function unsettledGuards(standing: Standing): readonly WeighedNote[] {
  const told = new Set(openGuards(standing));
  return standing.evals
    .filter((item) => isGuard(item.eval) && !told.has(item) && item.verdict !== "met")
    .map((item) => {
      const { metric, result, counts } = evalWording(item);
      const shown = result === "" ? counts : result;
      const text =
        item.verdict === "unmeasured"
          ? `${metric}, a guard, is not measured yet.`
          : `${metric}, a guard, is not settled${shown === "" ? "" : ` (${shown})`}.`;
      return { code: "guard-open", ...evalNote(text, item) };
    });
}

/** A note that cites the entry of the judged result. */
export function evalNote(text: string, { judged }: EvalStanding): ConductNote {
  return { text, entries: judged === undefined ? [] : [judged.entry.id] };
}
