import type { Assumption } from "./assumption.ts";
import type { Charter } from "./charter.ts";
import type { Costs } from "./costs.ts";
import type { Entry } from "./entry.ts";
import type { Eval } from "./eval.ts";
import type { Zone } from "../scalars/instant.ts";
import type { Organisation } from "./organisation/organisation.ts";
import type { KillCriterion } from "./kill-criterion.ts";
import type { Risk } from "./risk.ts";
import type { BusinessCase } from "./value.ts";
import type { Place } from "../../diagnostics/place.ts";

/** The files of a PoC folder that hold definitions, by role. */
export const DEFINITION_FILES = {
  charter: "poc.yaml",
  assumptions: "assumptions.yaml",
  evals: "evals.yaml",
  killCriteria: "kill-criteria.yaml",
  costs: "costs.yaml",
  value: "value.yaml",
  risks: "risks.yaml",
} as const;

export type DefinitionRole = keyof typeof DEFINITION_FILES;

/** Folders of a PoC. */
export const LOG_FOLDER = "log";
export const MEMO_FOLDER = "memos";
/** Files of cases behind results. */
export const CASE_FOLDER = "cases";
export const TEMPLATE_FOLDER = "templates";

/** The current text of the definitions, as far as it could be read. */
export interface Definitions {
  readonly charter?: Charter;
  readonly assumptions: readonly Assumption[];
  readonly evals: readonly Eval[];
  readonly killCriteria: readonly KillCriterion[];
  readonly costs: Costs;
  readonly value: BusinessCase;
  readonly risks: readonly Risk[];
  /** What holds for all PoCs of the organisation; `costs` has its rates already. */
  readonly organisation?: Organisation;
  /** What costs.yaml itself says, if an organisation adds to it. */
  readonly ownCosts?: Costs;
}

/** A field that was left for later, such as `owner: TBD`. */
export interface Placeholder {
  readonly place: Place;
  /** Its text: `TBD`, or "" for an empty value. */
  readonly text: string;
}

/** Everything that was read from a PoC folder. Whatever could not be read is absent, and named in `unreadable`. */
export interface Records {
  readonly definitions: Definitions;
  /** Every readable entry, by instant and then id; corrections are not yet applied. */
  readonly log: readonly Entry[];
  readonly placeholders: readonly Placeholder[];
  /** Files, or parts of files, that were dropped because they could not be read. Judgement needs this to be empty. */
  readonly unreadable: readonly Place[];
  /** The zone of the charter; UTC if the charter names none that exists. */
  readonly zone: Zone;
  /** Names of the files in memos/, sorted. */
  readonly memos: readonly string[];
}

/** Ids of the risks of the register, and of those that the log opened. */
export function knownRisks({ definitions, log }: Records): readonly string[] {
  return [...definitions.risks.map(({ id }) => id), ...log.flatMap(({ risks }) => risks.map(({ id }) => id))];
}
