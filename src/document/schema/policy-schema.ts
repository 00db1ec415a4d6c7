import {
  POLICY_LEVELS,
  type KickoffDefaults,
  type PeoplePolicy,
  type Policy,
} from "../../domain/records/organisation/policy.ts";
import { MOST_WORKING_DAYS } from "../../domain/records/timebox.ts";
import { parsePaybackThreshold } from "../../domain/records/value-input-text.ts";
import { confidence } from "./charter-schema.ts";
import { fields, list, mapped, optional, type Field } from "./field.ts";
import { choice, date, id, parsedText, person, price, text, whole } from "./scalar-fields.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** What an organisation requires of its people. */
export function peoplePolicy(): Field<PeoplePolicy> {
  return mapped(fields(peopleFields()), (written): PeoplePolicy => withoutUndefined(written));
}

/** What an organisation requires of its people and its PoCs. */
export function policy(): Field<Policy> {
  return mapped(
    fields({
      ...peopleFields(),
      longest_timebox: optional(
        whole(1, MOST_WORKING_DAYS),
        "Longest timebox",
        "The most working days of a PoC, extensions included.",
        10,
      ),
      largest_cap_without_board: optional(
        price(),
        "Largest cap without the board",
        "A larger spend cap needs `board_approval` in poc.yaml: a link to the approval.",
        "5000 EUR",
      ),
      required_checklists: optional(
        list(id()),
        "Required checklists",
        "Checklists that have to be closed before a go, by the names of their files.",
        ["mvp"],
      ),
      evidence_links: optional(
        choice(["https"]),
        "Evidence links",
        "Whether all evidence has to be a link that begins with https://.",
        "https",
      ),
      least_confidence: optional(
        confidence(),
        "Least confidence",
        "The lowest confidence that verdicts may have.",
        "95%",
      ),
    }),
    ({
      longest_timebox: longestTimebox,
      largest_cap_without_board: largestCap,
      required_checklists: requiredChecklists,
      evidence_links: evidenceLinks,
      least_confidence: leastConfidence,
      ...people
    }): Policy =>
      withoutUndefined({
        ...people,
        longestTimebox,
        largestCap,
        requiredChecklists,
        evidenceLinks,
        leastConfidence,
      }),
  );
}

function peopleFields() {
  const level = () => choice(POLICY_LEVELS);
  return {
    approver_is_not_author: optional(
      level(),
      "Approver is not author",
      "Whether a person other than the owner and the author has to approve a change, a gate, a waiver or an extension.",
      "required",
    ),
    sponsor_attests_commitment: optional(
      level(),
      "Sponsor attests commitment",
      "Whether only the sponsor may attest the sponsor's commitment.",
      "required",
    ),
    owner_or_sponsor_decides: optional(
      level(),
      "Owner or sponsor decides",
      "Whether only the owner and the sponsor may decide.",
      "required",
    ),
    sponsor_decides: optional(
      level(),
      "Sponsor decides",
      "Whether only the sponsor may decide; the owner may decide on an extension.",
      "required",
    ),
  };
}

/** What the PoCs of an organisation begin with. */
export function kickoffDefaults(): Field<KickoffDefaults> {
  return mapped(
    fields({
      sponsor: optional(person(), "Sponsor", "Who sponsors the PoCs of the organisation.", "Marta Weiss"),
      working_days: optional(whole(1, MOST_WORKING_DAYS), "Working days", "How long a PoC takes.", 10),
      holidays: optional(list(date()), "Holidays", "Days off; a PoC uses those within its timebox.", ["2026-12-08"]),
      spend_cap: optional(price(), "Spend cap", "The most that a PoC may spend.", "2000 EUR"),
      payback: optional(
        parsedText({ type: "string" }, "a number of months such as 12 months", parsePaybackThreshold),
        "Payback",
        "The longest acceptable payback.",
        "12 months",
      ),
      production_stack: optional(list(text()), "Production stack", "What production runs on.", ["kubernetes"]),
      poc_stack: optional(list(text()), "PoC stack", "What PoCs are built on.", ["kubernetes"]),
    }),
    (written): KickoffDefaults =>
      withoutUndefined({
        sponsor: written.sponsor,
        workingDays: written.working_days,
        holidays: written.holidays,
        spendCap: written.spend_cap,
        payback: written.payback,
        productionStack: written.production_stack,
        pocStack: written.poc_stack,
      }),
  );
}
