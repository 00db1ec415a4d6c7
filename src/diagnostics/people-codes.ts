import type { CatalogueEntry } from "./catalogue-entry.ts";

/** Who approved, attested and decided, and what their word rests on. */
export const PEOPLE_CODES = {
  "approved-by-author": {
    severity: "warning",
    kind: "breach",
    title: "The approver is the owner, or the author of the entry",
    explanation: `A change of what was agreed, a waiver, an extension or the passage of a gate needs the approval of a
second person. Otherwise the people who play could move the goalposts themselves. The sponsor may approve what the
sponsor wrote down, unless the sponsor is also the owner.

Who types \`--by\` with the name of another person makes an entry in that name, which says who recorded it. It is no
approval of that person where it approves something, and the person who recorded it cannot approve it either.

The approval counts, and the memo names it on its first page. An organisation can refuse it instead: \`policy:\` with
\`approver_is_not_author: required\`, in \`organisation.yaml\` of its templates folder or in the user's configuration.`,
    fix: 'Let somebody else approve the next one: `--approver "Marta Weiss"`. This one stays in the memo.',
  },
  "approver-unknown": {
    severity: "warning",
    kind: "breach",
    title: "The approver of a change does not appear in the records",
    explanation: `An amendment and the clearing of a kill criterion name their approver, and any name can be typed
there. This person is neither the sponsor nor the owner, owns no risk, and has written no entry in the log. So nobody
can tell whether the person exists and may approve it. The approval counts, and the memo names it on its first page.`,
    fix: 'Check the name, and let the sponsor approve the next change: `--approver "Marta Weiss"`.',
  },
  "attested-by-other": {
    severity: "warning",
    kind: "breach",
    title: "The sponsor's commitment was attested by somebody else",
    explanation: `Only the sponsor can say whether the sponsor is committed to fund what comes next. The team's word for
it is only a hope. The attestation counts, and the memo says who made it. If somebody else types it with \`--by\`, the
memo says who recorded it. An organisation can refuse both: \`policy:\` with \`sponsor_attests_commitment: required\`.`,
    fix: "Let the sponsor type it: `poc log --attest exit.committed=LINK`.",
  },
  "decided-by-other": {
    severity: "warning",
    kind: "breach",
    title: "Somebody other than the sponsor took the decision",
    explanation: `The sponsor is asked to decide, as the person who would fund what comes next. A decision by the owner,
or by anybody else, does not bind the sponsor. It counts, and the memo says who took it. The owner may decide on an
extension. An organisation can refuse decisions by anybody but these two: \`policy:\` with \`owner_or_sponsor_decides:
required\`.`,
    fix: 'Let the sponsor decide: `poc decide go --supersede --by "Marta Weiss"`; or correct the charter.',
  },
  "evidence-empty": {
    severity: "error",
    kind: "due",
    title: "An attestation has no evidence that anybody could look up",
    explanation: `A person closes a criterion with a link, so that others can look up the evidence. A word such as "x",
"none" or "todo" is not a link, so the attestation does not count and the item stays open. \`poc log\` refuses it, so
this entry was probably written by hand.

Evidence is a link, a file in the folder of the PoC or its repository, or the key of a ticket such as SEC-118.`,
    fix: "Attest it again: `poc log --attest ITEM=https://wiki.example.com/minutes/12`.",
  },
} as const satisfies Record<string, CatalogueEntry>;
