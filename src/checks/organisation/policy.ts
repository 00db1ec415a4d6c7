import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt, type Place } from "../../diagnostics/place.ts";
import type { Entry } from "../../domain/records/entry.ts";
import type { Organisation } from "../../domain/records/organisation/organisation.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { policyBreaches, type PolicyBreach } from "../../domain/standing/policy/policy-breaches.ts";
import { policyBreachClause, policyHint, policySaid } from "../../wording/organisation/policy.ts";
import type { Check } from "../check.ts";

/** What the organisation requires of every PoC, checked on the terms in force. */
export const policy: Check = {
  name: "policy",
  codes: ["policy-timebox-longer", "policy-cap-larger", "policy-confidence-lower", "policy-evidence-link"],
  run(standing) {
    const { organisation } = standing.definitions;
    if (organisation === undefined) return [];
    return [
      ...policyBreaches(standing).map((breach) => diagnosed(breach, organisation)),
      ...evidence(standing, organisation),
    ];
  },
};

function diagnosed(breach: PolicyBreach, organisation: Organisation): Diagnostic {
  const message = policyBreachClause(breach);
  switch (breach.code) {
    case "timebox-longer":
      return {
        code: "policy-timebox-longer",
        message,
        place: valueAt(DEFINITION_FILES.charter, "timebox", "working_days"),
        hint: policyHint(breach, organisation),
      };
    case "cap-larger":
      return {
        code: "policy-cap-larger",
        message,
        place: valueAt(DEFINITION_FILES.charter, "spend_cap"),
        hint: policyHint(breach, organisation),
      };
    case "confidence-lower":
      return {
        code: "policy-confidence-lower",
        message,
        place: valueAt(DEFINITION_FILES.charter, "confidence"),
        hint: policyHint(breach, organisation),
      };
  }
}

function evidence({ log }: Standing, organisation: Organisation): readonly Diagnostic[] {
  if (organisation.policy.evidenceLinks === undefined) return [];
  return log.counted.flatMap((entry) =>
    evidenceOf(entry)
      .filter(({ text }) => !/^https:\/\/\S+$/.test(text))
      .map(({ text, place }): Diagnostic => ({
        code: "policy-evidence-link",
        message: `found the evidence "${text.slice(0, 80)}", expected a link that begins with https://`,
        place,
        hint:
          `${policySaid(organisation, "evidence_links")}: https; log it again with the link, then ` +
          `poc undo ${entry.id}`,
      })),
  );
}

function evidenceOf({
  file,
  results,
  risks,
  attest,
}: Entry): readonly { readonly text: string; readonly place: Place }[] {
  const told = (key: string, items: readonly { readonly evidence?: string }[]) =>
    items.flatMap((item, k) =>
      item.evidence === undefined ? [] : [{ text: item.evidence, place: valueAt(file, key, k, "evidence") }],
    );
  return [...told("results", results), ...told("risks", risks), ...told("attest", attest)];
}
