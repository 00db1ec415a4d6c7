import type { CatalogueEntry } from "./catalogue-entry.ts";

/** Of gates that were passed, and of what they were passed without. */
export const GATE_CODES = {
  "gate-skipped": {
    severity: "error",
    kind: "breach",
    title: "A gate was passed before the one that comes before it",
    explanation: `Each gate asks what the next one takes for granted: a pilot of something that nobody has shown to be worth it is a pilot of nothing. The entry says that a gate was passed, and the gate that it names as the one before it was not. The passage is kept, and it does not count. \`poc gate pass\` refuses it, so the entry was probably written by hand, or the branch with the earlier passage is not merged yet.`,
    mend: "Merge the branch that holds the earlier passage, or pass the gates in order: `poc gate` says what the next one asks for.",
  },
  "waiver-expired": {
    severity: "error",
    kind: "due",
    title: "A waiver has expired and its condition is still open",
    explanation: `A gate may be passed without one of its conditions if somebody answers for it and names the day until which that holds. The day has passed, and nothing in the records shows that the condition was met since. It is open again. A waiver without an end would be another word for leaving the condition out.`,
    mend: 'Close the condition (`poc gate` says how), or let somebody answer for it anew: `poc gate waive ITEM --reason "…" --approver "…" --until DAY`.',
  },
} as const satisfies Record<string, CatalogueEntry>;
