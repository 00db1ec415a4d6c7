import type { DataAccess, Motivation, OperationsPlan, PocKind } from "../../domain/records/charter.ts";

/** What the flags of `poc init` say; everything may be left out. */
export interface InitFlags {
  readonly title: string | undefined;
  readonly question: string | undefined;
  readonly unknowns: readonly string[];
  /** What answers each of them, in their order: ids of evals, kill criteria or assumptions, apart by commas. */
  readonly answeredBy: readonly string[];
  readonly kind: PocKind | undefined;
  readonly motivations: readonly Motivation[];
  readonly owner: string | undefined;
  readonly sponsor: string | undefined;
  readonly start: string | undefined;
  readonly days: string | undefined;
  readonly timezone: string | undefined;
  readonly cap: string | undefined;
  readonly mvpBudget: string | undefined;
  readonly stack: readonly string[];
  readonly productionStack: readonly string[];
  readonly metric: string | undefined;
  /** Id of the eval; by default a short one made from the metric. */
  readonly evalId: string | undefined;
  readonly higherIsBetter: boolean;
  /** The name of a measure; by default as the baseline says. */
  readonly measure: string | undefined;
  /** Who or what says whether an answer is right. */
  readonly judge: string | undefined;
  /** A command, a file pattern, or a person and a day. */
  readonly measuredBy: string | undefined;
  readonly baseline: string | undefined;
  readonly target: string | undefined;
  /** Why the target is what it is; of one that allows a loss, why that much is acceptable. */
  readonly why: string | undefined;
  readonly minN: string | undefined;
  readonly killWhen: string | undefined;
  readonly killAsk: string | undefined;
  /** Id of the kill criterion; by default a short one made from its question. */
  readonly killId: string | undefined;
  /** A day; "" where a person took the one that is proposed. */
  readonly killBy: string | undefined;
  readonly payback: string | undefined;
  readonly dataAccess: DataAccess | undefined;
  readonly operations: OperationsPlan | undefined;
  readonly patternKnown: boolean;
  readonly valueObvious: boolean;
}

/** Each flag as it is typed. */
export const INIT_FLAGS: Readonly<Record<keyof InitFlags, string>> = {
  title: "--title",
  question: "--question",
  unknowns: "--unknown",
  answeredBy: "--answered-by",
  kind: "--kind",
  motivations: "--motivation",
  owner: "--owner",
  sponsor: "--sponsor",
  start: "--start",
  days: "--days",
  timezone: "--timezone",
  cap: "--cap",
  mvpBudget: "--mvp-budget",
  stack: "--stack",
  productionStack: "--production-stack",
  metric: "--metric",
  evalId: "--eval-id",
  higherIsBetter: "--higher-is-better",
  measure: "--measure",
  judge: "--judge",
  measuredBy: "--measured-by",
  baseline: "--baseline",
  target: "--target",
  why: "--why",
  minN: "--min-n",
  killWhen: "--kill-when",
  killAsk: "--kill-ask",
  killId: "--kill-id",
  killBy: "--kill-by",
  payback: "--payback",
  dataAccess: "--data-access",
  operations: "--operations",
  patternKnown: "--pattern-known",
  valueObvious: "--value-obvious",
};

/** The flags that were typed, in the order of the table. */
export function saidFlags(flags: InitFlags): readonly (keyof InitFlags)[] {
  const names = Object.keys(INIT_FLAGS) as (keyof InitFlags)[];
  return names.filter((name) => {
    const value = flags[name];
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
  });
}
