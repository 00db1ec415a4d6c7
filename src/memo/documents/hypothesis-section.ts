import type { AssumptionStanding } from "../../domain/standing/assumption-standing.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { neededLabel } from "../../wording/evals.ts";
import { beforeText } from "./before-after-section.ts";
import { openText } from "../text/one-line.ts";

/** One hypothesis and one metric that tests it. */
export interface HypothesisRow {
  /** What must be true; it is repeated for each metric that tests it. */
  readonly statement: string;
  readonly id: string;
  /** What tests it: `Wrong answers on safety questions (wrong-rate, primary)`. */
  readonly metric: string;
  /** What the metric is today. */
  readonly before: string;
  /** What it has to be. */
  readonly needed: string;
  /** Those with a person's answer, where no metric tests it. */
  readonly entries: readonly string[];
}

/** Each hypothesis with the metrics that test it. */
export interface HypothesisSection {
  readonly rows: readonly HypothesisRow[];
  /** Evals that test no hypothesis, with what they measure. */
  readonly apart: readonly string[];
}

export function hypothesisSection({ assumptions, evals }: Standing): HypothesisSection {
  const rows = assumptions.flatMap((standing): readonly HypothesisRow[] => {
    const { assumption } = standing;
    const statement = assumption.statement ?? assumption.id;
    const tests = evals.filter(({ eval: { id } }) => assumption.testedBy.includes(id));
    if (tests.length === 0)
      return [
        {
          id: assumption.id,
          statement,
          metric: untestedText(standing),
          before: "–",
          needed: "–",
          entries: [...new Set(standing.entries)],
        },
      ];
    return tests.map((item) => ({
      id: assumption.id,
      statement,
      metric: metricText(item),
      before: beforeText(item),
      needed: item.eval.target === undefined ? openText("no target") : neededLabel(item.eval, item.eval.target),
      entries: [],
    }));
  });
  const tested = new Set(assumptions.flatMap(({ assumption }) => assumption.testedBy));
  return {
    rows,
    apart: evals
      .filter(({ eval: { id } }) => !tested.has(id))
      .map(({ eval: { id, metric } }) => (metric === undefined ? id : `${metric} (${id})`)),
  };
}

function untestedText({ assumption, state, basis }: AssumptionStanding): string {
  if (assumption.statement === undefined) return openText("its statement is not written yet");
  if (basis === "person") return `no metric; a person says it ${state}`;
  return openText("no metric tests it");
}

/** `Wrong answers (wrong-rate, primary)`; an eval whose metric is not written yet is called by its id once. */
function metricText({ eval: { id, metric, primary } }: Standing["evals"][number]): string {
  const about = [...(metric === undefined ? [] : [id]), ...(primary ? ["primary"] : [])].join(", ");
  return about === "" ? (metric ?? id) : `${metric ?? id} (${about})`;
}
