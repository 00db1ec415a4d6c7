import type { CatalogueEntry } from "./catalogue-entry.ts";

/** Gates that were passed, and conditions that were waived. */
export const GATE_CODES = {
  "gate-skipped": {
    severity: "error",
    kind: "breach",
    title: "A gate was passed, but the gate before it was not",
    explanation: `Each gate asks for what the next one takes for granted: a pilot makes no sense while nobody has shown
that the product pays. The entry says that a gate was passed, but the gate before it was not. The passage stays in the
log and does not count. \`poc gate pass\` refuses it, so the entry was probably written by hand, or the branch with the
earlier passage is not merged yet.`,
    fix: `Merge the branch with the earlier passage, or pass the gates in order: \`poc gate\` says what the next one
asks for.`,
  },
  "gate-passed-twice": {
    severity: "error",
    kind: "breach",
    title: "A gate was passed twice",
    explanation: `A gate is passed once. Two entries say that this one was passed, usually from two branches, and their
approvers and conditions may differ. Until a person has withdrawn the later one, it is unclear on which conditions the
gate was passed.`,
    fix: 'Withdraw the later passage with a reason: `poc undo ID --reason "…"`. Both entries stay in the log.',
  },
  "gate-passed-after-start": {
    severity: "note",
    kind: "breach",
    title: "Gate 0 was passed after the clock had started",
    explanation: `Gate 0 asks whether there is a business reason to try, and what would end the work. It is meant to
be answered before anybody builds anything. Here it was passed when the work was under way, so the answer may have
been shaped by what was already known. The passage counts.`,
    fix: "No action is needed. Next time, pass gate 0 before `poc start`.",
  },
  "waiver-after-passage": {
    severity: "warning",
    kind: "breach",
    title: "A condition was waived after its gate had been passed with the condition met",
    explanation: `Somebody waived a condition of a gate that had already been passed with that condition met. Usually
two branches worked on the same gate. The passage counts, and the waiver has no effect.`,
    fix: "Withdraw the waiver: `poc undo ID`.",
  },
  "waiver-expired": {
    severity: "error",
    kind: "due",
    title: "A waiver has expired and its condition is still open",
    explanation: `A gate may be passed with a condition open if a person takes responsibility for it until a named day.
That day has passed, and nothing in the records shows that the condition has been met since. It is open again. Without
an end, a waiver would simply remove the condition.`,
    fix: `Close the condition (\`poc gate\` says how), or let a person take responsibility for it again: \`poc gate
waive ITEM --reason "…" --approver "…" --until DAY\`.`,
  },
} as const satisfies Record<string, CatalogueEntry>;
