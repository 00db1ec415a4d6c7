import type { Charter } from "./charter.ts";

/** What an MVP needs, but has no name or figure in the charter. */
export type CommitmentGap = "owner" | "sponsor" | "mvp-budget";

/** Which of owner, sponsor and budget of the MVP the charter does not name, in this order. */
export function commitmentGaps(charter: Charter | undefined): readonly CommitmentGap[] {
  return [
    ...(charter?.owner === undefined ? (["owner"] as const) : []),
    ...(charter?.sponsor === undefined ? (["sponsor"] as const) : []),
    ...(charter?.mvpBudget === undefined ? (["mvp-budget"] as const) : []),
  ];
}

/** What the PoC is built on, compared with what production runs. */
export type StackComparison =
  /** One of the two is not said. */
  | { readonly kind: "unknown"; readonly missing: readonly ("poc" | "production")[] }
  | { readonly kind: "same"; readonly stack: readonly string[] }
  /** Parts of the PoC that production does not run. */
  | { readonly kind: "differs"; readonly foreign: readonly string[]; readonly production: readonly string[] };

export function compareStacks(charter: Charter | undefined): StackComparison {
  const { pocStack = [], productionStack: production = [] } = charter ?? {};
  const missing = [
    ...(pocStack.length === 0 ? (["poc"] as const) : []),
    ...(production.length === 0 ? (["production"] as const) : []),
  ];
  if (missing.length > 0) return { kind: "unknown", missing };
  const foreign = pocStack.filter((part) => !production.includes(part));
  return foreign.length === 0 ? { kind: "same", stack: pocStack } : { kind: "differs", foreign, production };
}
