import { POLICY_LEVELS, type Policy } from "../../domain/records/policy.ts";
import { fields, mapped, optional, type Field } from "./field.ts";
import { choice } from "./scalar-fields.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** What an organisation requires of its people. */
export function policy(): Field<Policy> {
  const level = () => choice(POLICY_LEVELS);
  return mapped(
    fields({
      approver_is_not_author: optional(
        level(),
        "Approver is not author",
        "Whether somebody else than the owner and the author approves a change, a gate, a waiver or an extension.",
        "required",
      ),
      sponsor_attests_commitment: optional(
        level(),
        "Sponsor attests commitment",
        "Whether nobody but the sponsor may attest that the sponsor is committed.",
        "required",
      ),
      owner_or_sponsor_decides: optional(
        level(),
        "Owner or sponsor decides",
        "Whether nobody but the owner and the sponsor may decide.",
        "required",
      ),
    }),
    (written): Policy => withoutUndefined(written),
  );
}
