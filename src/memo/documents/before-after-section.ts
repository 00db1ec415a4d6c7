import { longDateLabel } from "../../domain/scalars/calendar.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import { quantityText } from "../../domain/scalars/quantity.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { evalWording, sampleLabel } from "../../wording/evals.ts";
import type { GateInput } from "./gate-document.ts";
import { ofLabel } from "../../domain/scalars/labels.ts";
import { openText } from "../text/one-line.ts";

/** A metric before and after. */
export interface BeforeAfterRow {
  readonly id: string;
  readonly metric: string;
  readonly primary: boolean;
  /** `93 of 300`. */
  readonly before: string;
  /** `36 of 300`. */
  readonly after: string;
  /** `61.3% fewer`; "" where the figures say it all. */
  readonly change: string;
  /** `47.9% to 71.4% fewer`; "" where there is none. */
  readonly range: string;
  /** How sure the range is, two-sided: `90%`. */
  readonly level: string;
  readonly needed: string;
  readonly verdict: string;
  /** Why there is no verdict, or no better one. */
  readonly why: string;
  /** The day of the result that is judged; "" where there is none. */
  readonly measuredOn: string;
  /** Whether the gate before this one was not passed by then: then it says nothing of what comes after. */
  readonly early: boolean;
  readonly entries: readonly string[];
}

/** Every metric before and after, those that decide first. */
export function beforeAfterSection(
  { evals }: Standing,
  input: Pick<GateInput, "gate" | "since">,
): readonly BeforeAfterRow[] {
  const rows = evals.map((standing) => beforeAfterRow(standing, input));
  return [...rows.filter(({ primary }) => primary), ...rows.filter(({ primary }) => !primary)];
}

function beforeAfterRow(standing: EvalStanding, { gate, since }: Pick<GateInput, "gate" | "since">): BeforeAfterRow {
  const { metric, result, range, level, needed, verdict, why } = evalWording(standing);
  const entry = standing.judged?.entry;
  return {
    id: standing.eval.id,
    metric,
    primary: standing.eval.primary,
    before: beforeText(standing),
    after: afterText(standing),
    change: result,
    range,
    level,
    needed: needed === "" ? openText("no target") : needed,
    verdict,
    why,
    measuredOn: entry === undefined ? "" : longDateLabel(entry.date),
    early:
      entry !== undefined &&
      (gate?.place === "ahead" || (since !== undefined && entry.at.epochMs <= since.entry.at.epochMs)),
    entries: entry === undefined ? [] : [entry.id],
  };
}

/** `93 of 300`, `0.09 EUR, mean of 50`, `20%, from the invoice of May`; visibly open where it is unknown. */
export function beforeText({ eval: item, judged }: EvalStanding): string {
  const { baseline } = item;
  const pairs = judged?.result.pairs;
  if (pairs !== undefined) return `${ofLabel(pairs.both + pairs.baseline, totalOf(pairs))}, the same cases`;
  if (baseline === undefined) return openText("no baseline");
  if (baseline.kind === "counted") return ofLabel(baseline.count.x, baseline.count.n);
  const { quantity, spread, source } = baseline;
  return [
    quantityText(quantity),
    spread === undefined ? "" : sampleLabel(item, spread.n),
    source === undefined ? "" : `from ${source}`,
  ]
    .filter((text) => text !== "")
    .join(", ");
}

function afterText(standing: EvalStanding): string {
  const { judged } = standing;
  if (judged === undefined) return openText("not measured");
  const { pairs } = judged.result;
  if (pairs !== undefined) return ofLabel(pairs.both + pairs.candidate, totalOf(pairs));
  const { baseline: _, ...item } = standing.eval;
  return evalWording({ ...standing, eval: item }).counts;
}

function totalOf({
  both,
  baseline,
  candidate,
  neither,
}: {
  readonly both: number;
  readonly baseline: number;
  readonly candidate: number;
  readonly neither: number;
}): number {
  return both + baseline + candidate + neither;
}
