import type { CatalogueEntry } from "./catalogue-entry.ts";

/** Who approved, attested and decided, and what their word rests on. */
export const PEOPLE_CODES = {
  "approved-by-author": {
    severity: "warning",
    kind: "breach",
    title: "The approver is the owner, or the author of the entry",
    explanation: `A change of what was agreed, a waiver, an extension or the passage of a gate needs the approval of
somebody else than the person who asks for it. Otherwise the goalposts are moved by the player. The sponsor may approve
what the sponsor wrote down, as long as the sponsor is not the owner too.

The approval counts, and the memo names it on its first page. An organisation can refuse it instead: \`policy:\` with
\`approver_is_not_author: required\`, in \`organisation.yaml\` of its templates folder or in the user's configuration.`,
    fix: 'Let somebody else approve the next one: `--approver "Marta Weiss"`. This one stays in the memo.',
  },
  "approver-unknown": {
    severity: "warning",
    kind: "breach",
    title: "The approver of a change is nobody whom the records know",
    explanation: `An amendment and the clearing of a kill criterion name who approved them. Any name can be typed there.
This one is neither the sponsor nor the owner, owns no risk of the register, and has written no entry of the log, so
nobody can tell whether such a person exists and may approve it. The approval counts, and the memo names it on its first
page.`,
    fix: 'Check the name, and let the sponsor approve the next change: `--approver "Marta Weiss"`.',
  },
  "attested-by-other": {
    severity: "warning",
    kind: "breach",
    title: "The sponsor's commitment was attested by somebody else",
    explanation: `Whether the sponsor is committed to fund what comes next is something that only the sponsor can know.
"The sponsor said so" from the team is hope. The attestation counts, and the memo names whose word it is. An
organisation can refuse it instead: \`policy:\` with \`sponsor_attests_commitment: required\`.`,
    fix: 'Let the sponsor attest it: `poc log --by "Marta Weiss" --attest exit.committed=LINK`.',
  },
  "decided-by-other": {
    severity: "warning",
    kind: "breach",
    title: "The decision was taken by somebody else than the sponsor",
    explanation: `The sponsor is who is asked to decide: the person who would fund what comes next. A decision of the
owner, or of anybody else, does not bind the sponsor. It counts, and the memo says beside it who took it. An extension
may be the owner's. An organisation can refuse decisions of anybody but these two: \`policy:\` with
\`owner_or_sponsor_decides: required\`.`,
    fix: 'Let the sponsor decide: `poc decide go --supersede --by "Marta Weiss"`; or correct the charter.',
  },
  "evidence-empty": {
    severity: "error",
    kind: "due",
    title: "An attestation has no evidence that anybody could look up",
    explanation: `A person's word closes a criterion together with a link, so that others can see what it rests on. A
word such as "x", "none" or "todo" is not a link, and the attestation does not count: the item stays open. \`poc log\`
refuses it, so this entry was probably written by hand.

Evidence is a link, a file in the folder of the PoC or its repository, or the key of a ticket such as SEC-118.`,
    fix: "Attest it again: `poc log --attest ITEM=https://wiki.example.com/minutes/12`.",
  },
} as const satisfies Record<string, CatalogueEntry>;
