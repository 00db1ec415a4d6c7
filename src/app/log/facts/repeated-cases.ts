import { columnOfRole } from "../../../domain/evidence/columns/column-role.ts";
import type { RawFile } from "../../../document/raw/raw-table.ts";
import type { Picked, Refuse } from "./raw-columns.ts";

const MOST_NAMED = 5;

/**
 * Refuses a table in which a case has several rows, which would count as so many cases. Where groups are named, the
 * rows of a case may lie in one of them.
 *
 * @param imported the command that keeps the variants of the file apart
 * @returns whether it was refused
 */
export function refuseRepeatedCases(raw: RawFile, picked: Picked, imported: string, refuse: Refuse): boolean {
  const { column, counted, groups, cluster } = picked;
  const named = columnOfRole("case", raw.columns);
  if (named === undefined || named === column || named === cluster) return false;
  const again = repeated(
    raw.column(named)?.map(({ text }) => text?.trim() ?? "") ?? [],
    groups?.map(({ text }) => text?.trim() ?? ""),
  );
  if (again.length === 0) return false;
  const runs = `@file#${column}${counted === undefined ? "" : `=${counted}`}/${named}`;
  const arm = columnOfRole("arm", raw.columns);
  refuse(
    `: ${again.length === 1 ? "a case has" : `${again.length} cases have`} several rows, by the column ${named}: ` +
      `${again.slice(0, MOST_NAMED).join(", ")}${again.length > MOST_NAMED ? ", …" : ""}`,
    arm === undefined
      ? `if they are runs of one case, write "${runs}"; otherwise keep one row for each case`
      : `if they are of several variants (${arm}), use ${imported}; if they are runs of one case, write "${runs}"`,
  );
  return true;
}

/** The cases with a second row; with groups, those with rows in two of them. In the order in which they come up. */
function repeated(ids: readonly string[], groups: readonly string[] | undefined): readonly string[] {
  const seen = new Map<string, string | undefined>();
  const again = new Set<string>();
  for (const [row, id] of ids.entries()) {
    const group = groups?.[row];
    if (id === "") continue;
    if (!seen.has(id)) seen.set(id, group);
    else if (groups === undefined || seen.get(id) !== group) again.add(id);
  }
  return [...again];
}
