import type { TermChange } from "../../domain/records/entry.ts";
import { agreedDefinitions, amendedTerms } from "../../domain/records/terms.ts";
import { timeboxPosition } from "../../domain/records/timebox.ts";
import { policyBreaches, type PolicyBreach } from "../../domain/standing/policy/policy-breaches.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { policyBreachClause, policyHint } from "../../wording/organisation/policy.ts";
import { RuleFault } from "../ports/faults.ts";

/** The terms that each limit of an organisation is about. */
const ABOUT: Readonly<Record<PolicyBreach["code"], RegExp>> = {
  "timebox-longer": /^timebox\./,
  "cap-larger": /^spend_cap$/,
  "confidence-lower": /^confidence$/,
};

/**
 * Refuses a change of terms with which `poc start` would have been refused by the organisation. What is beyond a limit
 * already, and is not changed, stays: check and memo say so.
 *
 * @param standing of the records with the edits of the change
 * @throws RuleFault
 */
export function requireWithinPolicy(standing: Standing, changes: readonly TermChange[]): void {
  const { terms, written, started, asOf } = standing;
  const { organisation } = written;
  if (terms === undefined || organisation === undefined) return;
  const definitions = agreedDefinitions(written, amendedTerms(terms, [{ changes }]));
  const timebox = definitions.charter?.timebox && timeboxPosition(definitions.charter.timebox, asOf.date);
  const breaches = policyBreaches({ definitions, started, timebox }).filter(({ code }) =>
    changes.some(({ term }) => ABOUT[code].test(term)),
  );
  if (breaches.length === 0) return;
  throw new RuleFault(
    breaches.map(policyBreachClause).join("; "),
    breaches.map((breach) => policyHint(breach, organisation)).join("; "),
  );
}
