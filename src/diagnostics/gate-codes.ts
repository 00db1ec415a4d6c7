import type { CatalogueEntry } from "./catalogue-entry.ts";

/** Gates that were passed, and conditions that were waived. */
export const GATE_CODES = {
  "gate-skipped": {
    severity: "error",
    kind: "breach",
    title: "A gate was passed before the one that comes before it",
    explanation: `Each gate asks for what the next one takes for granted: a pilot of something that nobody has shown
to be worth it is a pilot of nothing. The entry says that a gate was passed, but the gate before it was not. The
passage stays in the log and does not count. \`poc gate pass\` refuses it, so the entry was probably written by hand,
or the branch with the earlier passage is not merged yet.`,
    fix: `Merge the branch with the earlier passage, or pass the gates in order: \`poc gate\` says what the next one
asks for.`,
  },
  "waiver-expired": {
    severity: "error",
    kind: "due",
    title: "A waiver has expired and its condition is still open",
    explanation: `A gate may be passed without one of its conditions if a person answers for it until a named day. The
day has passed, and nothing in the records shows that the condition was met since. It is open again. A waiver without
an end would be another word for leaving the condition out.`,
    fix: `Close the condition (\`poc gate\` says how), or let a person answer for it again: \`poc gate waive ITEM
--reason "…" --approver "…" --until DAY\`.`,
  },
} as const satisfies Record<string, CatalogueEntry>;
