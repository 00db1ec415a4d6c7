import type { CatalogueEntry } from "./catalogue-entry.ts";

/** What an organisation says once for all of its PoCs, and what one of them says otherwise. */
export const ORGANISATION_CODES = {
  "policy-timebox-longer": {
    severity: "error",
    kind: "breach",
    title: "The timebox is longer than the organisation allows",
    explanation: `The file of the organisation, \`poc-org.yaml\` above the PoC or \`organisation.yaml\` beside its
templates, says \`policy: longest_timebox\`. Extensions count as well.`,
    fix: "Narrow the question, or ask the people who maintain the organisation's file. The hint names its line.",
  },
  "policy-cap-larger": {
    severity: "error",
    kind: "breach",
    title: "The spend cap needs the approval of the board",
    explanation: `The file of the organisation says \`policy: largest_cap_without_board\`. A PoC may have a larger cap
once the board has approved it, and others must be able to look that up. A cap in another currency is converted with the
rates of the PoC. Without a rate, the approval is required.`,
    fix: "Add a link to the approval in poc.yaml (`board_approval: https://example.com/minutes/12`), or lower the cap.",
  },
  "policy-confidence-lower": {
    severity: "error",
    kind: "breach",
    title: "Verdicts are less sure than the organisation requires",
    explanation: `The file of the organisation says \`policy: least_confidence\`, and the charter sets a lower
\`confidence\`. A lower confidence needs fewer cases and is wrong more often: at 90%, a candidate that just misses its
target is judged wrongly one time in ten.`,
    fix: "Set `confidence:` in poc.yaml to what is required, and plan the cases for it: `poc plan`.",
  },
  "policy-evidence-link": {
    severity: "error",
    kind: "breach",
    title: "Evidence is not a link that begins with https://",
    explanation: `The file of the organisation says \`policy: evidence_links: https\`. A path on somebody's machine
disappears with the machine, and a ticket number is useless to an auditor without access to the tracker.`,
    fix: "Log it again with the link, and withdraw this one: `poc undo ID`.",
  },
  "organisation-overridden": {
    severity: "note",
    kind: "breach",
    title: "A nearer file differs from the organisation",
    explanation: `The file of the organisation states this rate for all PoCs, and costs.yaml, or a file of the
organisation that is nearer to the PoC, states another. The nearer value counts. That may be right, for a team that
costs more. It may also be a copy that nobody has kept up to date.`,
    fix: "Remove the nearer value if that of the organisation should count. Otherwise no action is needed.",
  },
} as const satisfies Record<string, CatalogueEntry>;

/** What only the library of checklists can tell. */
export const REQUIRED_LIST_CODES = {
  "policy-checklist-open": {
    severity: "error",
    kind: "due",
    title: "A checklist that the organisation requires is not closed",
    explanation: `The file of the organisation says \`policy: required_checklists\`. Each of them has to be closed
before a go, so \`poc decide go\` is refused while one is open. An open checklist is reported once time is up, and after
a go for as long as it stays open.`,
    fix: "See what is open: `poc checklist NAME`. Attest it: `poc log --attest ITEM=LINK`.",
  },
} as const satisfies Record<string, CatalogueEntry>;
