import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { commitmentGaps, type CommitmentGap } from "../../domain/records/charter-gaps.ts";
import type { Check } from "../check.ts";
import { couldBeRead } from "../could-be-read.ts";

const FILE = DEFINITION_FILES.charter;

/** A success that nobody is committed to fund and adopt leads nowhere. */
export const commitment: Check = {
  name: "commitment",
  codes: ["owner-missing", "sponsor-missing", "mvp-budget-missing"],
  run(standing) {
    const { charter } = standing.definitions;
    if (charter === undefined) return [];
    return commitmentGaps(charter)
      .map((gap) => MISSING[gap])
      .filter((diagnostic) => couldBeRead(standing, diagnostic.place));
  },
};

const MISSING: Readonly<Record<CommitmentGap, Diagnostic>> = {
  owner: {
    code: "owner-missing",
    message: "no owner is named: name the person who answers for the PoC",
    place: valueAt(FILE, "owner"),
    hint: "add owner: Name <address> to poc.yaml",
  },
  sponsor: {
    code: "sponsor-missing",
    message: "no sponsor is named: name the person who decides and would fund what follows",
    place: valueAt(FILE, "sponsor"),
    hint: "add sponsor: Name <address> to poc.yaml",
  },
  "mvp-budget": {
    code: "mvp-budget-missing",
    message: "no budget for an MVP is named: name the sum that is set aside in case this succeeds",
    place: valueAt(FILE, "mvp", "budget"),
    hint: "ask the sponsor, and add budget: 120000 EUR under mvp: in poc.yaml",
  },
};
