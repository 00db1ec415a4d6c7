import type { Labels } from "../../imports/format.ts";
import type { ImportProblems } from "./import-problems.ts";

/** What `--only` asks for, by label: a row has to have one of the values of each. */
export type OnlyLabels = ReadonlyMap<string, readonly string[]>;

/** Reads `project=proj_1` and `tag=poc`. */
export function onlyLabels(texts: readonly string[], problems: ImportProblems): OnlyLabels {
  const labels = new Map<string, string[]>();
  for (const text of texts) {
    const at = text.indexOf("=");
    if (at <= 0 || at === text.length - 1)
      problems.add(`--only: found "${text.slice(0, 60)}", expected a label and its value`, "write --only project=NAME");
    else labels.set(text.slice(0, at), [...(labels.get(text.slice(0, at)) ?? []), text.slice(at + 1)]);
  }
  return labels;
}

/**
 * What a filter adds to the key of an entry: the same day of another project is another entry. An address is none of
 * the log's business.
 */
export function onlyKey(only: OnlyLabels): readonly string[] {
  return [...only].map(([label, values]) => `${label}=${values.filter((value) => !value.includes("@")).join(",")}`);
}

/** The rows that have every label. A label that no row of the file knows is a slip, and not a filter. */
export function onlyRows<T extends { readonly labels: Labels }>(
  path: string,
  rows: readonly T[],
  only: OnlyLabels,
  problems: ImportProblems,
): readonly T[] {
  const known = new Set(rows.flatMap(({ labels }) => Object.keys(labels)));
  for (const label of only.keys())
    if (!known.has(label))
      problems.add(`${path}: its rows have no ${label}`, `they have ${[...known].join(", ") || "no labels"}`);
  return rows.filter(({ labels }) =>
    [...only].every(([label, wanted]) => {
      const own = labels[label] ?? [];
      return (typeof own === "string" ? [own] : own).some((value) => wanted.includes(value));
    }),
  );
}
