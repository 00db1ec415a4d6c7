import type { CivilDate } from "../scalars/calendar.ts";
import type { EvalVerdict } from "../evidence/eval-standing.ts";
import type { CommandRun } from "../records/entry.ts";
import type { Money } from "../scalars/money.ts";
import type { Person } from "../scalars/person.ts";
import type { MissedThreshold } from "../business-case/missed-threshold.ts";
import type { ValueFault } from "../business-case/value-faults.ts";
import type { CommitmentGap } from "../records/charter-gaps.ts";
import type { KillVerdict } from "./kill-standing.ts";
import type { RiskReason } from "./raised-risks.ts";

/** An eval that is not met yet. */
export type OpenEval = {
  readonly eval: string;
  readonly verdict: EvalVerdict;
  /** Judged before the planned end. */
  readonly interim: boolean;
};

/** A kill criterion that is not cleared yet. */
export type OpenKill = {
  readonly criterion: string;
  readonly verdict: KillVerdict;
};

/** How long a command took and how it ended. */
export type RunOutcome = Pick<CommandRun, "command" | "exit" | "stopped" | "seconds">;

/**
 * What shows an item of a checklist or of a gate, or what is missing. The code is stable: JSON carries it. The sentence
 * is made in `wording/item-reasons.ts`.
 */
export type ItemReason =
  /** Inputs that value.yaml lacks, by their names there, and which of them stand there and cannot be read. */
  | { readonly code: "value-incomplete"; readonly missing: readonly string[]; readonly unread: readonly string[] }
  | { readonly code: "value-contradictory"; readonly faults: readonly ValueFault[] }
  | { readonly code: "no-threshold" }
  | { readonly code: "threshold-missed"; readonly missed: readonly MissedThreshold[] }
  /** The case meets its threshold with inputs that nothing stands behind. */
  | { readonly code: "inputs-asserted"; readonly inputs: readonly string[] }
  /** Every input is measured or has an entry behind it. */
  | { readonly code: "value-proven" }
  /** The case meets its threshold, and these inputs are estimated. */
  | { readonly code: "met-on-estimates"; readonly inputs: readonly string[] }
  | { readonly code: "no-primary-eval" }
  | { readonly code: "target-missed"; readonly evals: readonly string[] }
  | { readonly code: "kill-tripped"; readonly criteria: readonly string[] }
  | { readonly code: "not-settled"; readonly evals: readonly OpenEval[]; readonly criteria: readonly OpenKill[] }
  | { readonly code: "feasible" }
  | {
      readonly code: "risks-undocumented";
      readonly registerEmpty: boolean;
      /** Ids of risks without a level. */
      readonly unassessed: readonly string[];
      /** Ids of high risks without owner or mitigation. */
      readonly unwatched: readonly string[];
      /** The same, of risks that the records raise. */
      readonly raised: readonly { readonly risk: string; readonly because: RiskReason }[];
    }
  | { readonly code: "risks-assessed"; readonly risks: number; readonly open: number }
  | { readonly code: "commitment-incomplete"; readonly missing: readonly CommitmentGap[] }
  | { readonly code: "commitment-unattested" }
  /** The budget is higher than the one that somebody committed to. */
  | { readonly code: "commitment-outgrown"; readonly by: Person; readonly attested: Money; readonly budget: Money }
  | { readonly code: "no-memo" }
  | { readonly code: "memo-undecided" }
  | { readonly code: "memo-and-decision" }
  | { readonly code: "no-stack"; readonly missing: readonly ("poc" | "production")[] }
  | { readonly code: "same-stack"; readonly stack: readonly string[] }
  | { readonly code: "stack-differs"; readonly foreign: readonly string[] }
  | { readonly code: "alerts-unattested" }
  | { readonly code: "not-attested" }
  | {
      readonly code: "attested";
      readonly by: Person;
      /** Who typed it in that person's name. */
      readonly recordedBy?: Person;
      readonly note: string | undefined;
      readonly link: string;
    }
  | { readonly code: "not-run"; readonly command: string }
  /** The list names another command by now, or another folder. */
  | { readonly code: "command-changed"; readonly ran: string; readonly on: CivilDate }
  | { readonly code: "run-passed"; readonly run: RunOutcome; readonly on: CivilDate }
  /** `tail`: the last line that it printed. */
  | {
      readonly code: "run-failed";
      readonly run: RunOutcome;
      readonly on: CivilDate;
      readonly tail: string | undefined;
    }
  /** It passed, and too long ago to count. */
  | {
      readonly code: "run-outdated";
      readonly command: string;
      readonly on: CivilDate;
      readonly days: number;
      readonly countsForDays: number;
    };
