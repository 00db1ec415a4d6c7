import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { commitmentGaps, type CommitmentGap } from "../../domain/records/charter-gaps.ts";
import type { Check } from "../check.ts";
import { couldBeRead, fillHint } from "../could-be-read.ts";

const FILE = DEFINITION_FILES.charter;

/** A success leads nowhere unless somebody has committed to fund and adopt it. */
export const commitment: Check = {
  name: "commitment",
  codes: ["owner-missing", "sponsor-missing", "mvp-budget-missing"],
  run(standing) {
    const { charter } = standing.definitions;
    if (charter === undefined) return [];
    return commitmentGaps(charter)
      .map((gap) => MISSING[gap])
      .filter(({ place }) => couldBeRead(standing, place))
      .map(({ written, under, before = "", ...found }) => ({
        ...found,
        hint: before + fillHint(standing, found.place, written, under),
      }));
  },
};

interface Missing extends Pick<Diagnostic, "code" | "message" | "place"> {
  /** How the value is written, and under which key. */
  readonly written: string;
  readonly under?: string;
  /** What has to be done before the commitment can be recorded. */
  readonly before?: string;
}

const MISSING: Readonly<Record<CommitmentGap, Missing>> = {
  owner: {
    code: "owner-missing",
    message: "no owner is named: name the person who answers for the PoC",
    place: valueAt(FILE, "owner"),
    written: "owner: Name <address>",
  },
  sponsor: {
    code: "sponsor-missing",
    message: "no sponsor is named: name the person who decides and would fund what follows",
    place: valueAt(FILE, "sponsor"),
    written: "sponsor: Name <address>",
  },
  "mvp-budget": {
    code: "mvp-budget-missing",
    message: "no budget for an MVP is named: name the sum that is set aside in case this succeeds",
    place: valueAt(FILE, "mvp", "budget"),
    written: "budget: 120000 EUR",
    under: "mvp",
    before: "ask the sponsor, and ",
  },
};
