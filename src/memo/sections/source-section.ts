import type { Standing } from "../../domain/standing/standing.ts";
import { conductSection } from "./conduct-section.ts";
import { unitSection } from "./unit-section.ts";
import type { MoneySection, TimeSection } from "./money-section.ts";
import { listLabel, moneyLabel } from "../../domain/scalars/labels.ts";
import { CITED_INLINE } from "../text/markdown-text.ts";

/** A figure with every entry that it was made from. */
export interface SourceRow {
  /** `Money spent`, `Hours`, `Spend on tokens`. */
  readonly figure: string;
  readonly value: string;
  readonly entries: readonly string[];
  /** `and 4,211 more`, in a memo of a long log; "" where all are named. */
  readonly more: string;
}

/** Figures that rest on more entries than fit beside them. */
export function sourceSection(standing: Standing, money: MoneySection, time: TimeSection): readonly SourceRow[] {
  const conduct = conductSection(standing);
  const rows: readonly Omit<SourceRow, "more">[] = [
    { figure: "Money spent", value: money.spent, entries: money.entries },
    ...money.categories.map((row) => ({ figure: `Spend on ${row.category}`, value: row.used, entries: row.entries })),
    { figure: "Hours", value: time.hours, entries: time.entries },
    ...unitSection(standing).rows.map(({ what, figure, entries }) => ({ figure: what, value: figure, entries })),
    ...(standing.unit.cost === undefined
      ? []
      : [
          {
            figure: "Token spend outside these tasks",
            value: moneyLabel(standing.unit.apart),
            entries: standing.unit.apartEntries,
          },
        ]),
    ...standing.evals.map((item) => ({
      figure: `Results of ${item.eval.id}`,
      value: `${item.results.length}`,
      entries: item.results.map(({ entry }) => entry.id),
    })),
    ...standing.kill.map((item) => ({
      figure: `Kill criterion ${item.criterion.id}`,
      value: item.verdict,
      entries: item.entries,
    })),
    ...standing.risks.map((item) => ({
      figure: `Risk ${item.risk.id}`,
      value: item.level,
      entries: [...item.entries, ...(item.raised?.entries ?? [])],
    })),
    ...standing.value.inputs.map((input) => ({
      figure: `Value input ${input.name}`,
      value: input.text,
      entries: input.entries,
    })),
    ...standing.exitCriteria.items.map((item) => ({
      figure: `Exit criterion: ${item.item.text}`,
      value: item.state,
      entries: item.entries,
    })),
    ...[...conduct.first, ...conduct.rest].map((note) => ({
      figure: note.text.replace(/\.$/, ""),
      value: "",
      entries: note.entries,
    })),
    { figure: "Recommendation", value: standing.recommendation.outcome, entries: standing.recommendation.entries },
  ];
  return joined(
    rows
      .map((row): SourceRow => ({ ...row, entries: [...new Set(row.entries)], more: "" }))
      .filter((row) => row.entries.length > CITED_INLINE),
  );
}

/** Figures of the same entries in one row: three lists of three hundred ids say no more than one. */
function joined(rows: readonly SourceRow[]): readonly SourceRow[] {
  const alike = new Map<string, SourceRow[]>();
  for (const row of rows) {
    const key = [...row.entries].sort().join(" ");
    alike.set(key, [...(alike.get(key) ?? []), row]);
  }
  return [...alike.values()].map((group): SourceRow => {
    const values = group.map(({ value }) => value);
    const same = values.every((value) => value === values[0]);
    return {
      ...group[0]!,
      figure: group.map(({ figure }) => figure).join("; "),
      value: same ? values[0]! : listLabel(values.filter((value) => value !== "")),
    };
  });
}
