import { organisationPlace, type Organisation } from "../../domain/records/organisation/organisation.ts";
import { upperFirst } from "../first-letter.ts";
import { countLabel, moneyLabel } from "../../domain/scalars/labels.ts";
import type { PolicyBreach } from "../../domain/standing/policy/policy-breaches.ts";

/** `the timebox is 12 working days long, expected at most 10`. */
export function policyBreachClause(breach: PolicyBreach): string {
  return `${foundClause(breach)}, expected ${limitOf(breach)}`;
}

/** `The timebox is 12 working days long; the organisation allows at most 10.`, for a reader of the memo. */
export function policyBreachSentence(breach: PolicyBreach): string {
  return `${upperFirst(foundClause(breach))}; the policy of the organisation says ${limitOf(breach)}.`;
}

/** Where the organisation says so, and what can be done. */
export function policyHint(breach: PolicyBreach, organisation: Organisation): string {
  switch (breach.code) {
    case "timebox-longer":
      return `${policySaid(organisation, "longest_timebox")}: ${breach.most}`;
    case "cap-larger":
      return (
        `${policySaid(organisation, "largest_cap_without_board")}: ${moneyLabel(breach.most)}; with the board's ` +
        `approval, add board_approval: https://… to poc.yaml`
      );
    case "confidence-lower":
      return `${policySaid(organisation, "least_confidence")}: ${percent(breach.least)}`;
  }
}

/** `poc-org.yaml:12 says policy: longest_timebox`. */
export function policySaid(organisation: Organisation, key: string): string {
  return `${organisationPlace(organisation, `policy.${key}`)} says policy: ${key}`;
}

function foundClause(breach: PolicyBreach): string {
  switch (breach.code) {
    case "timebox-longer":
      return `the timebox is ${countLabel(breach.days, "working day")} long`;
    case "cap-larger": {
      const [cap, most] = [moneyLabel(breach.cap), moneyLabel(breach.most)];
      return `the spend cap is ${cap}${breach.compared ? "" : `, and there is no rate to compare it with ${most}`}`;
    }
    case "confidence-lower":
      return `verdicts are made at ${percent(breach.confidence)} confidence`;
  }
}

function limitOf(breach: PolicyBreach): string {
  switch (breach.code) {
    case "timebox-longer":
      return `at most ${breach.most}`;
    case "cap-larger":
      return `at most ${moneyLabel(breach.most)} without the board`;
    case "confidence-lower":
      return `at least ${percent(breach.least)}`;
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
