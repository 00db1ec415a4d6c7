import type { Standing } from "../domain/standing.ts";
import { assumptionLabel, neededLabel } from "../domain/wording.ts";
import { beforeText } from "./before-after-section.ts";
import { openText } from "./open-text.ts";

/** One hypothesis and one metric that tests it. */
export interface HypothesisRow {
  /** What must be true; "" where it is that of the row above. */
  readonly statement: string;
  readonly id: string;
  /** What tests it: `Wrong answers on safety questions (wrong-rate, primary)`. */
  readonly metric: string;
  /** What the metric is today. */
  readonly before: string;
  /** What it has to be. */
  readonly needed: string;
  /** `Holds`, `Fails` or `Open`. */
  readonly state: string;
  readonly entries: readonly string[];
}

/** Each hypothesis with the metrics that test it. */
export interface HypothesisSection {
  readonly rows: readonly HypothesisRow[];
  /** Evals that test no hypothesis, with what they measure. */
  readonly apart: readonly string[];
}

export function hypothesisSection({ assumptions, evals }: Standing): HypothesisSection {
  const rows = assumptions.flatMap(({ assumption, state, entries }): readonly HypothesisRow[] => {
    const told = { id: assumption.id, state: assumptionLabel(state), entries: [...new Set(entries)] };
    const statement = assumption.statement ?? assumption.id;
    const tests = evals.filter(({ eval: { id } }) => assumption.testedBy.includes(id));
    if (tests.length === 0) return [{ ...told, statement, metric: openText("no metric tests it; name one in tested_by, or answer it with poc log --assume"), before: "–", needed: "–" }];
    return tests.map((item, index) => ({
      ...told,
      statement: index === 0 ? statement : "",
      metric: `${item.eval.metric ?? item.eval.id} (${item.eval.id}${item.eval.primary ? ", primary" : ""})`,
      before: beforeText(item),
      needed: item.eval.target === undefined ? openText("no target") : neededLabel(item.eval, item.eval.target),
    }));
  });
  const tested = new Set(assumptions.flatMap(({ assumption }) => assumption.testedBy));
  return { rows, apart: evals.filter(({ eval: { id } }) => !tested.has(id)).map(({ eval: { id, metric } }) => (metric === undefined ? id : `${metric} (${id})`)) };
}
