import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt, type Place } from "../../diagnostics/place.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { organisationPlace, type Organisation } from "../../domain/records/organisation/organisation.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { countLabel, moneyLabel } from "../../domain/scalars/labels.ts";
import { compareMoney } from "../../domain/scalars/money.ts";
import { inCurrency } from "../../domain/spend/spend.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { workingDaysInAll } from "../../domain/standing/working-days.ts";
import type { Check } from "../check.ts";

/** What the organisation requires of every PoC, in the terms that are in force. */
export const policy: Check = {
  name: "policy",
  codes: ["policy-timebox-longer", "policy-cap-larger", "policy-confidence-lower", "policy-evidence-link"],
  run(standing) {
    const { organisation } = standing.definitions;
    if (organisation === undefined) return [];
    return [
      ...timebox(standing, organisation),
      ...cap(standing, organisation),
      ...confidence(standing, organisation),
      ...evidence(standing, organisation),
    ];
  },
};

function timebox(standing: Standing, organisation: Organisation): readonly Diagnostic[] {
  const { longestTimebox } = organisation.policy;
  const days = workingDaysInAll(standing);
  if (longestTimebox === undefined || days <= longestTimebox) return [];
  return [
    {
      code: "policy-timebox-longer",
      message: `the timebox is ${countLabel(days, "working day")} long, expected at most ${longestTimebox}`,
      place: valueAt(DEFINITION_FILES.charter, "timebox", "working_days"),
      hint: `${said(organisation, "longest_timebox")}: ${longestTimebox}`,
    },
  ];
}

function cap({ definitions }: Standing, organisation: Organisation): readonly Diagnostic[] {
  const { largestCap } = organisation.policy;
  const { charter, costs } = definitions;
  if (largestCap === undefined || charter?.spendCap === undefined || charter.boardApproval !== undefined) return [];
  const inIts = inCurrency(largestCap, charter.spendCap.currency, costs);
  if (inIts !== undefined && compareMoney(charter.spendCap, inIts) <= 0) return [];
  const [found, limit] = [charter.spendCap, largestCap].map(moneyLabel);
  const compared = inIts === undefined ? `, and there is no rate to compare it with ${limit}` : "";
  return [
    {
      code: "policy-cap-larger",
      message: `the spend cap is ${found}${compared}, expected at most ${limit} without the board`,
      place: valueAt(DEFINITION_FILES.charter, "spend_cap"),
      hint:
        `${said(organisation, "largest_cap_without_board")}: ${limit}; with the board's approval, add ` +
        `board_approval: https://… to ${DEFINITION_FILES.charter}`,
    },
  ];
}

function confidence({ definitions: { charter } }: Standing, organisation: Organisation): readonly Diagnostic[] {
  const { leastConfidence } = organisation.policy;
  if (leastConfidence === undefined || charter === undefined || charter.confidence >= leastConfidence) return [];
  const [found, least] = [charter.confidence, leastConfidence].map((share) => `${Math.round(share * 100)}%`);
  return [
    {
      code: "policy-confidence-lower",
      message: `verdicts are made at ${found} confidence, expected at least ${least}`,
      place: valueAt(DEFINITION_FILES.charter, "confidence"),
      hint: `${said(organisation, "least_confidence")}: ${least}`,
    },
  ];
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
        hint: `${said(organisation, "evidence_links")}: https; log it again with the link, then poc undo ${entry.id}`,
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

/** `poc-org.yaml:12 says policy: longest_timebox`. */
function said(organisation: Organisation, key: string): string {
  return `${organisationPlace(organisation, `policy.${key}`)} says policy: ${key}`;
}
