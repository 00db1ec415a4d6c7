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
 * What a filter adds to the key of an entry: the same day of another project is another entry. An address does not
 * belong in the log, so it is left out.
 */
export function onlyKey(only: OnlyLabels): readonly string[] {
  return [...only].map(([label, values]) => `${label}=${values.filter((value) => !value.includes("@")).join(",")}`);
}

/**
 * The rows that have every label. A tag such as `branch:rag` or `branch=rag` is a label too. A label that no row of the
 * file knows is a slip, and not a filter.
 */
export function onlyRows<T extends { readonly labels: Labels }>(
  path: string,
  rows: readonly T[],
  only: OnlyLabels,
  problems: ImportProblems,
): readonly T[] {
  if (only.size === 0) return rows;
  const known = new Set(
    rows.flatMap(({ labels }) => [...Object.keys(labels), ...tagged(labels).map(([name]) => name)]),
  );
  for (const label of only.keys())
    if (!known.has(label))
      problems.add(`${path}: its rows have no ${label}`, `they have ${[...known].join(", ") || "no labels"}`);
  return rows.filter(({ labels }) =>
    [...only].every(([label, wanted]) => {
      const own = labels[label] ?? [];
      const values = typeof own === "string" ? [own] : own;
      const tags = tagged(labels).flatMap(([name, value]) => (name === label ? [value] : []));
      return [...values, ...tags].some((value) => wanted.some((one) => isMeant(label, value, one)));
    }),
  );
}

/** Tags that name what they say: `branch:rag`. */
function tagged({ tag = [] }: Labels): readonly (readonly [name: string, value: string])[] {
  return (typeof tag === "string" ? [tag] : tag).flatMap((one) => {
    const match = /^([\p{L}_-]+)[:=](.+)$/u.exec(one);
    return match === null ? [] : [[match[1]!, match[2]!] as const];
  });
}

/** A path means what lies below it too. Coding agents write each of its marks as a dash: `-home-ana-rag-poc`. */
function isMeant(label: string, value: string, wanted: string): boolean {
  if (label !== "path") return value === wanted;
  const [there, asked] = [value, wanted].map((path) => path.replaceAll(/[^\p{L}\p{N}]+/gu, "-").replace(/-$/, ""));
  return there === asked || there!.startsWith(`${asked}-`);
}
