import type { CommandRun } from "../../domain/records/entry.ts";
import type { CostKind, FormatName } from "../../imports/format-names.ts";
import type { DateOrder } from "../../imports/hours/date-order.ts";
import type { CaseRole } from "../../domain/evidence/columns/column-role.ts";

/** What was asked of an import, by flags or by a recipe: every field is both. */
export interface ImportWish {
  /** The format, if it should not be recognised from the content. */
  readonly from?: FormatName | undefined;
  /** Evals that the file has results of. */
  readonly evals: readonly string[];
  /** `passed=wrong-rate`: which figure of the file belongs to which eval. */
  readonly maps: readonly string[];
  /** `reranker`, or `gpt-4.1=today`: what the arms of the file are called here. */
  readonly arms: readonly string[];
  /** Columns of a table by what they mean. */
  readonly columns: Readonly<Partial<Record<CaseRole, string>>>;
  readonly at?: string | undefined;
  /** In which order the days of a table are written. */
  readonly dateOrder?: DateOrder | undefined;
  /** `project=proj_1`: which rows of money and hours belong here. */
  readonly only: readonly string[];
  /** Which cost of a bill that has two; what was invoiced unless stated. */
  readonly cost?: CostKind | undefined;
  /** From which day on: `start` unless stated, `all`, or a day. */
  readonly since?: string | undefined;
}

export interface ImportRequest extends ImportWish {
  readonly directory: string | undefined;
  /** As they were typed, from the current directory. */
  readonly files: readonly string[];
  /** The day for rows without a date of their own. */
  readonly date: string | undefined;
  readonly by: string | undefined;
  /** The name under which to save it as a recipe. */
  readonly save: string | undefined;
  /** Whether the cases are the baseline: their figures go into evals.yaml, and not into the log. */
  readonly asBaseline?: boolean;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly allowSecret: boolean;
  /** Seconds that each command of a recipe may take. */
  readonly timeout?: number | undefined;
  /** The commands that wrote the files, by the names of the files in the folder. */
  readonly ran?: ReadonlyMap<string, CommandRun>;
}
