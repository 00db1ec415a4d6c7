import type { Agreement } from "../../domain/history/agreement.ts";
import { peopleOf } from "../../domain/records/people.ts";
import type { PolicyRule } from "../../domain/records/organisation/policy.ts";
import { organisationPlace } from "../../domain/records/organisation/organisation.ts";
import type { Authorship, DecisionOutcome } from "../../domain/records/entry.ts";
import type { Definitions } from "../../domain/records/records.ts";
import type { Person } from "../../domain/scalars/person.ts";
import {
  mayNotDecide,
  ownApproval,
  type Approval,
  type Approved,
  type OwnApproval,
} from "../../domain/standing/conduct-of-people.ts";
import { requiredRules } from "../library/organisation-folder.ts";
import { RuleFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";

/** Owner and sponsor as they were agreed: editing poc.yaml makes nobody a sponsor. */
type Agreed = Pick<Agreement, "definitions" | "log">;

const APPROVED: Readonly<Record<Approved, string>> = {
  amendment: "this amendment",
  extension: "this extension",
  clearing: "the clearing of this criterion",
  gate: "the passage of this gate",
  waiver: "this waiver",
};

const OWN_APPROVALS: Readonly<Record<Exclude<OwnApproval, "in-name">, string>> = {
  owner: "the owner",
  author: "the author of the entry",
  recorder: "the person who types it",
  named: "the person whom this amendment names",
};

/**
 * Refuses an approval by the author or the owner where the organisation requires somebody else's.
 *
 * @throws RuleFault
 */
export function requireOtherApprover(
  context: Context,
  { definitions, log }: Agreed,
  approved: Approved,
  approval: Approval,
): void {
  const { charter } = definitions;
  const as = ownApproval(approval, charter, peopleOf(charter, log.entries));
  if (as === undefined) return;
  const { name } = approval.approver;
  const typist = approval.author.recordedBy?.name ?? "…";
  const other = charter?.sponsor?.name ?? "…";
  const [breach, hint] =
    as === "in-name"
      ? [
          `${typist} types ${APPROVED[approved]} in the name of ${name}, which is no approval`,
          approved === "extension"
            ? `let ${name} type it, or record the approval: poc amend --extend DAYS --approver "${name}"`
            : `leave out --by: --approver "${name}" says who approved it`,
        ]
      : [
          `${name} is ${OWN_APPROVALS[as]}, so another person has to approve ${APPROVED[approved]}`,
          approved === "extension"
            ? `let ${other} decide: poc decide extend`
            : `name another person: --approver "${other}"`,
        ];
  refuseWhereRequired(context, definitions, "approver_is_not_author", breach, hint);
}

/**
 * Refuses a decision by anybody but the owner and the sponsor where the organisation requires one of them.
 *
 * @throws RuleFault
 */
export function requireDecider(
  context: Context,
  { definitions, log }: Agreed,
  by: Person,
  outcome: DecisionOutcome,
): void {
  const { charter } = definitions;
  const known = peopleOf(charter, log.entries);
  const sponsor = charter?.sponsor;
  if (outcome !== "extend" && sponsor !== undefined && !known.same(by, sponsor))
    refuseWhereRequired(
      context,
      definitions,
      "sponsor_decides",
      `${by.name} is not the sponsor, and ${sponsor.name} has to decide`,
      `--by "${sponsor.name}"`,
    );
  if (!mayNotDecide(by, charter, known)) return;
  const names = [charter?.owner, sponsor].flatMap((person) => person?.name ?? []);
  refuseWhereRequired(
    context,
    definitions,
    "owner_or_sponsor_decides",
    `${by.name} is neither the owner nor the sponsor, and one of them has to decide`,
    names.map((name) => `--by "${name}"`).join(", or "),
  );
}

/**
 * Refuses an attestation of the sponsor's commitment by somebody else, or typed by somebody else in the sponsor's name,
 * where the organisation requires the sponsor's.
 *
 * @throws RuleFault
 */
export function requireSponsorsWord(
  context: Context,
  { definitions, log }: Agreed,
  { by, recordedBy = by }: Authorship,
): void {
  const { charter } = definitions;
  const sponsor = charter?.sponsor;
  if (sponsor === undefined) return;
  const people = peopleOf(charter, log.entries);
  const other = [by, recordedBy].find((person) => !people.same(person, sponsor));
  if (other === undefined) return;
  refuseWhereRequired(
    context,
    definitions,
    "sponsor_attests_commitment",
    `${other.name} is not the sponsor, and only ${sponsor.name} can attest to being committed`,
    `let ${sponsor.name} type it: poc log --attest exit.committed=LINK`,
  );
}

function refuseWhereRequired(
  context: Context,
  { organisation }: Definitions,
  rule: PolicyRule,
  breach: string,
  hint: string,
): void {
  const ofRecords = organisation?.policy[rule] === "required" ? organisation : undefined;
  const file = ofRecords ? organisationPlace(ofRecords, `policy.${rule}`) : requiredRules(context).get(rule);
  if (file !== undefined) throw new RuleFault(`${breach}: ${file} says policy: ${rule}: required`, hint);
}
