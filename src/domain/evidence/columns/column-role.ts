/*
 * What a column of a table is for besides figures, by the names that programs give to such columns.
 */

export const CASE_ROLES = ["case", "run", "group", "arm"] as const;
export type CaseRole = (typeof CASE_ROLES)[number];

const ROLE_NAMES: Readonly<Record<CaseRole, readonly string[]>> = {
  case: [
    ..."case case_id id item_id item test_id test_case_id".split(" "),
    ..."example_id sample_id question_id qid doc_id task_id query_id".split(" "),
  ],
  run: "run run_index run_id repeat epoch trial attempt repetition".split(" "),
  group: "group cluster".split(" "),
  arm: "arm variant".split(" "),
};

/** The column that plays a role by its name; of several, the plainest name. */
export function columnOfRole(role: CaseRole, columns: readonly string[]): string | undefined {
  return ROLE_NAMES[role].map((name) => columns.find((column) => plainName(column) === name)).find(Boolean);
}

/** `caseId`, `case-id` and `Case ID` are one name. */
export function plainName(column: string): string {
  return column
    .replaceAll(/([a-z])([A-Z])/g, "$1_$2")
    .replaceAll(/[ -]/g, "_")
    .toLowerCase();
}
