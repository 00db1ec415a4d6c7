import type { Entry } from "../../records/entry.ts";
import type { SeenRun } from "./seen-run.ts";

/** What of the account was spent on, or what changed it; `wording/evidence/account.ts` makes the sentences. */
const SPENDING_CODES = [
  /** A look before the run of the agreed size. */
  "look",
  /** The first run of the agreed size on its arm: it decides. */
  "planned-run",
  /** A look between the planned run and the size up to which an extension was agreed before the start. */
  "extension-look",
  /** The extension that was agreed before the start. */
  "extension",
  /** A fresh run on the arm that had been picked. */
  "confirming-run",
  /** One more run of a size that was already run: half of what is left. */
  "rerun",
  /** A run with fewer cases than an earlier one: it can meet nothing, and costs nothing. */
  "smaller-run",
  /** An arm that was not named beforehand: what is left is shared again. */
  "arm-added",
  /** The agreed size was changed after results had been seen. */
  "size-changed",
  /** The figures contradict those of the look before, so it is a fresh sample. */
  "started-over",
  /** A decision or a gate: what is measured from then on has an account of its own. */
  "closed",
] as const;
export type SpendingCode = (typeof SPENDING_CODES)[number];

/** One line of an account. Chances are those of a false "met" while the truth sits on the target, from 0 to 1. */
export interface Spending {
  readonly code: SpendingCode;
  readonly entry: Entry;
  /** The run that was looked at; undefined where nothing was. */
  readonly run: SeenRun | undefined;
  readonly arm: string;
  /** Cases that were seen on the arm by then. */
  readonly cases: number;
  /** The size that was in force. */
  readonly size: number | undefined;
  /** The one-sided level at which the bounds of the run are taken; undefined where nothing was looked at. */
  readonly level: number | undefined;
  /** What it took from the account. Negative if a change left more for later than the plan had. */
  readonly spent: number;
  /** What is left after it, over all arms. */
  readonly left: number;
}
